using Bijgespijkerd.Web.Import.WordPress;
using Bijgespijkerd.Web.Import.WordPress.Media;
using Bijgespijkerd.Web.Import.WordPress.Wxr;
using Bijgespijkerd.Web.Platform;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Outgoing;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Verbs;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Import;

/// <summary><c>import wordpress FILE… [--media DIR | --fetch-media] [--dry-run]</c></summary>
public sealed class ImportVerb(DatabaseStart start, WordPressImport import, DryRun dryRun, SettingsInForce settings, OutgoingRules outgoing, TimeProvider time) : IVerb
{
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(1);

    public string Name => Verb.ImportWordPress.Name;

    public async Task<int> RunAsync(IReadOnlyList<string> words, TextWriter output, CancellationToken cancel)
    {
        if (ImportWords.Read(words) is not { } asked)
        {
            await output.WriteLineAsync("Usage: " + Verb.ImportWordPress.Usage);
            return 2;
        }

        using var fetched = asked.Fetches ? new FetchedMedia(outgoing) : null;
        try
        {
            var files = asked.FindFiles();
            foreach (var file in files)
            {
                Look(file);
            }

            return await ImportAsync(new ImportOrder(files, asked.MediaFolder is { } folder ? new MediaFolder(folder) : fetched), asked.IsDry, output, cancel);
        }
        catch (WxrException e)
        {
            await output.WriteLineAsync($"{e.File} cannot be imported: {e.Message}");
        }
        catch (Exception e) when (FullDisk.Is(e))
        {
            await output.WriteLineAsync($"There is no room left on the disk: {e.GetBaseException().Message} What was brought in stays, and running again goes on from there.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync($"{asked.Shown} cannot be read: {e.Message}");
        }
        catch (Exception e) when (e is SqliteException or DbUpdateException)
        {
            await output.WriteLineAsync($"The database does not take it: {(e.InnerException ?? e).Message} What was brought in stays, and running again goes on from there.");
        }

        return 1;
    }

    /// <summary>Before anything of the site is opened.</summary>
    private static void Look(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (!file.CanSeek)
            {
                throw new IOException("it is read twice, so it must be a file and no pipe.");
            }

            using var reader = new WxrReader(file);
            reader.Begin();
        }
        catch (WxrException e)
        {
            throw new WxrException(e.Message) { File = path };
        }
    }

    private async Task<int> ImportAsync(ImportOrder order, bool isDry, TextWriter output, CancellationToken cancel)
    {
        var (report, progress) = (new ImportReport(), new ImportProgress(time));
        try
        {
            if (!isDry)
            {
                await start.RunAsync(settings.Now.MigrateOnStart, cancel);
            }

            await TellAsync(isDry ? dryRun.RunAsync(order, report, progress, isServing: false, cancel) : import.RunAsync(order, report, progress, cancel), progress, output);
        }
        catch (OperationCanceledException)
        {
            report.Lose(Noted.Stopped);
        }

        if (isDry)
        {
            await output.WriteLineAsync("A dry run: nothing was stored. This is what would come:");
        }

        foreach (var line in report.Lines())
        {
            await output.WriteLineAsync(line);
        }

        return report.IsWhole ? 0 : 1;
    }

    private async Task TellAsync(Task work, ImportProgress progress, TextWriter output)
    {
        while (await Task.WhenAny(work, Task.Delay(ProgressEvery, time)) != work)
        {
            await output.WriteLineAsync(progress.ToString());
        }

        await work;
    }
}
