using Bijgespijkerd.Web.Import.WordPress;
using Bijgespijkerd.Web.Import.WordPress.Wxr;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Verbs;

namespace Bijgespijkerd.Web.Import;

/// <summary><c>import wordpress FILE</c></summary>
public sealed class ImportVerb(DatabaseStart start, WordPressImport import, SettingsInForce settings) : IVerb
{
    public string Name => Verb.Import.Name;

    public async Task<int> RunAsync(IReadOnlyList<string> words, TextWriter output, CancellationToken cancel)
    {
        if (words is not ["wordpress", var path] || path.StartsWith("--", StringComparison.Ordinal))
        {
            await output.WriteLineAsync("Usage: " + Verb.Import.Usage);
            return 2;
        }

        try
        {
            await using var file = File.OpenRead(path);
            using var reader = new WxrReader(file);
            reader.Begin();
            await start.RunAsync(settings.Now.MigrateOnStart, cancel);
            return await ImportAsync(reader, path, output, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync($"{path} cannot be read: {e.Message}");
        }
        catch (WxrException e)
        {
            await output.WriteLineAsync($"{path} cannot be imported: {e.Message}");
        }

        return 1;
    }

    private async Task<int> ImportAsync(WxrReader reader, string path, TextWriter output, CancellationToken cancel)
    {
        var report = new ImportReport();
        try
        {
            await import.RunAsync(reader, report, output, cancel);
        }
        catch (WxrException e)
        {
            report.Lose($"{path} was read up to a fault: {e.Message} What stood before it was brought in; run again with a whole file.");
        }
        catch (OperationCanceledException)
        {
            report.Lose("Stopped; what was brought in stays, and running again goes on from there.");
        }

        if (reader.LeftOut > 0)
        {
            report.Say($"{reader.LeftOut} control characters that XML does not allow were left out of the file's texts");
        }

        foreach (var line in report.Lines())
        {
            await output.WriteLineAsync(line);
        }

        return report.IsWhole ? 0 : 1;
    }
}
