using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bijgespijkerd.Bench.Limits;

/// <summary>What the program is held against, served by this program as a process of its own.</summary>
public static class LimitServer
{
    public const string Pages = "pages";
    public const string Output = "output";
    public const string Writes = "writes";

    public static async Task<int> RunAsync(string kind, string folder)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = kind switch
        {
            Pages => PageLimit.Build(builder, RecordedAnswer.Read(folder)),
            Output => OutputCacheLimit.Build(builder, RecordedAnswer.Read(folder)),
            Writes => WriteLimit.Build(builder, folder),
            _ => throw new ArgumentException($"'{kind}' is no limit", nameof(kind)),
        };
        await app.StartAsync();
        await Console.Out.WriteLineAsync($"The limit is open (listening on {app.Urls.First()}); Ctrl-C closes it.");
        await app.WaitForShutdownAsync();
        return 0;
    }
}
