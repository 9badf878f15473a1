using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Bijgespijkerd.Bench.Limits;

/// <summary>Kestrel and nothing else: one middleware that writes bytes and headers made beforehand.</summary>
public static class PageLimit
{
    public static WebApplication Build(WebApplicationBuilder builder, IReadOnlyList<RecordedAnswer> answers)
    {
        var app = builder.Build();
        var whole = Ready(answers.Where(a => a.Status == StatusCodes.Status200OK));
        var known = Ready(answers.Where(a => a.Status == StatusCodes.Status304NotModified));
        app.Run(context =>
        {
            var (request, path) = (context.Request, context.Request.Path.Value!);
            var asked = request.Headers.IfNoneMatch;
            var answer = asked.Count == 1 && known.TryGetValue(path, out var unchanged) && asked == unchanged.Etag ? unchanged : whole[path];
            return answer.WriteAsync(context.Response);
        });
        return app;
    }

    private static Dictionary<string, ReadyAnswer> Ready(IEnumerable<RecordedAnswer> answers) =>
        answers.ToDictionary(a => a.Path, a => new ReadyAnswer(a), StringComparer.Ordinal);
}

/// <summary>An answer with its headers in the form in which the server keeps them.</summary>
public sealed class ReadyAnswer(RecordedAnswer answer)
{
    private readonly KeyValuePair<string, StringValues>[] _headers =
        [.. answer.Headers.GroupBy(h => h.Key, StringComparer.OrdinalIgnoreCase).Select(g => KeyValuePair.Create(g.Key, new StringValues([.. g.Select(h => h.Value)])))];

    public StringValues Etag { get; } = answer.Etag;

    public Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = answer.Status;
        foreach (var (name, value) in _headers)
        {
            response.Headers[name] = value;
        }

        if (answer.Status == StatusCodes.Status304NotModified)
        {
            return Task.CompletedTask;
        }

        response.ContentLength = answer.Body.Length;
        var written = response.BodyWriter.WriteAsync(answer.Body);
        return written.IsCompletedSuccessfully ? Task.CompletedTask : written.AsTask();
    }
}
