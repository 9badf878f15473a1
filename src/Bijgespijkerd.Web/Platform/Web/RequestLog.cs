using Serilog;

namespace Bijgespijkerd.Web.Platform.Web;

public static class RequestLog
{
    /// <summary>One line a request: no query values (they may hold a secret or a search), no addresses of people.</summary>
    public static void UseRequestLog(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var began = TimeProvider.System.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var milliseconds = TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
            Log.ForContext("SourceContext", "Request").Information(
                "{Method} {Path} {Status} {Milliseconds:0.0} ms",
                Line(context.Request.Method), Line(context.Request.Path.Value ?? ""), context.Response.StatusCode, milliseconds);
        }
    });

    /// <summary>One line whatever a client sends: control characters become a question mark, and a long path is cut.</summary>
    private static string Line(string text)
    {
        var cut = text.Length > 300 ? text[..300] : text;
        return cut.Any(char.IsControl) ? new string([.. cut.Select(c => char.IsControl(c) ? '?' : c)]) : cut;
    }
}
