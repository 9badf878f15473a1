using System.Globalization;
using Serilog;

namespace Bijgespijkerd.Web.Platform.Web;

public static class RequestLog
{
    /// <summary>What stands behind these in an address is a secret.</summary>
    private static readonly string[] KeyFolders = ["/begin/", "/wachtwoord/", "/account/email/", "/voorbeeld/", "/privacy/gegevens/", "/volgen/"];

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
                Line(context.Request.Method), Line(Told(context)), context.Response.StatusCode, milliseconds);
        }
    });

    /// <summary>A key in an address opens something: the log says only that there was one.</summary>
    private static string Told(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        return KeyFolders.FirstOrDefault(folder => path.StartsWith(folder, StringComparison.OrdinalIgnoreCase)) is { } secret ? secret + "…" : path;
    }

    /// <summary>One line whatever a client sends: what breaks or turns a line becomes a question mark, and a long path is cut.</summary>
    private static string Line(string text)
    {
        var cut = text.Length > 300 ? text[..300] : text;
        return cut.Any(IsUnfit) ? new string([.. cut.Select(c => IsUnfit(c) ? '?' : c)]) : cut;
    }

    private static bool IsUnfit(char unit) => char.IsControl(unit)
        || char.GetUnicodeCategory(unit) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format;
}
