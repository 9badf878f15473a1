using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Verbs;
using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Json;

namespace Bijgespijkerd.Web.Platform.Web;

public static class LogSetup
{
    /// <summary>Lines for people in development, JSON in a file a day in production; a full or slow disk never stops a request.</summary>
    public static void AddBlogLogging(this WebApplicationBuilder builder, BlogSettings settings, Verb verb)
    {
        var log = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", LogEventLevel.Error)
            .Enrich.FromLogContext();
        if (builder.Environment.IsProduction() && verb.IsServe)
        {
            var folder = PrivateFolder.Create(Path.Combine(settings.DataDirectory, "logs"));
            log.WriteTo.File(
                new JsonFormatter(renderMessage: true), Path.Combine(folder.FullName, "bijgespijkerd-.json"),
                rollingInterval: RollingInterval.Day, retainedFileCountLimit: 14, fileSizeLimitBytes: 100_000_000, rollOnFileSizeLimit: true, buffered: false);
            log.WriteTo.Console(LogEventLevel.Warning, formatProvider: System.Globalization.CultureInfo.InvariantCulture);
        }
        else
        {
            log.WriteTo.Console(verb.IsServe ? LogEventLevel.Information : LogEventLevel.Warning, formatProvider: System.Globalization.CultureInfo.InvariantCulture);
        }

        Log.Logger = log.CreateLogger();
        builder.Logging.ClearProviders().AddSerilog(dispose: true);

        // The server's own lines and scopes double those of the request log, and cost two kilobytes a page from memory.
        builder.Logging.AddFilter<SerilogLoggerProvider>("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
    }
}
