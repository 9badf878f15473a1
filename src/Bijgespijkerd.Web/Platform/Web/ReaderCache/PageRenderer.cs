using System.Collections.Concurrent;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.Extensions.Primitives;

namespace Bijgespijkerd.Web.Platform.Web.ReaderCache;

/// <summary>
/// Makes the page of an address as a reader sees it about whom nothing is known: a request of our own, without a query, a header or
/// a cookie, so that nothing of one visitor can ever stand in what all others get.
/// </summary>
public sealed class PageRenderer(IServiceScopeFactory scopes, CurrentRequest current, SettingsInForce settings)
{
    private const int KeepsBuffersUpTo = 1_000_000;
    private static readonly int Buffers = Environment.ProcessorCount * 2;

    private readonly ConcurrentBag<MemoryStream> _buffers = [];
    private RequestDelegate? _pipeline;

    /// <summary>Without a fixed address of the site its pages depend on the request, and nothing is kept.</summary>
    public bool IsOpen => _pipeline is not null && settings.Now.BaseUrl is not null;

    public void RunsThrough(RequestDelegate pipeline) => _pipeline = pipeline;

    /// <summary>Null when what the address answers is not one page for all: another status, a cookie, not to be stored.</summary>
    public async Task<CachedPage?> RenderAsync(string path)
    {
        await using var scope = scopes.CreateAsyncScope();
        var body = _buffers.TryTake(out var kept) ? kept : new MemoryStream(64 * 1024);
        try
        {
            var context = RequestFor(path, scope.ServiceProvider, body);
            using (current.Begin(context))
            {
                await _pipeline!(context);
            }

            return IsForAll(context.Response)
                ? CachedPage.Of(path, context.Response.ContentType!, body.GetBuffer().AsSpan(0, (int)body.Length), scope.ServiceProvider.GetRequiredService<PageTags>())
                : null;
        }
        finally
        {
            GiveBack(body);
        }
    }

    private DefaultHttpContext RequestFor(string path, IServiceProvider services, Stream body)
    {
        var site = settings.Now.BaseUrl!;
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Method = HttpMethods.Get;
        context.Request.Scheme = site.Scheme;
        context.Request.Host = HostString.FromUriComponent(site);
        context.Request.Path = path;
        context.Request.Protocol = HttpProtocol.Http11;
        context.Response.Body = body;
        context.Features.Set(OwnRequest.Mark);
        return context;
    }

    private static bool IsForAll(HttpResponse response) =>
        response.StatusCode == StatusCodes.Status200OK
        && response.ContentType is not null
        && StringValues.IsNullOrEmpty(response.Headers.SetCookie)
        && response.Headers.CacheControl == CacheHeaders.AskAgain;

    private void GiveBack(MemoryStream buffer)
    {
        if (buffer.Capacity <= KeepsBuffersUpTo && _buffers.Count < Buffers)
        {
            buffer.SetLength(0);
            _buffers.Add(buffer);
        }
    }
}

/// <summary>Says that a request is one of our own, made to fill the cache.</summary>
public sealed class OwnRequest
{
    private OwnRequest() { }

    public static OwnRequest Mark { get; } = new();
}
