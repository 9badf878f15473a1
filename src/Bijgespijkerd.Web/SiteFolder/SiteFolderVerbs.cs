using Bijgespijkerd.Web.Platform;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Verbs;
using Bijgespijkerd.Web.SiteFolder.Reading;
using Bijgespijkerd.Web.SiteFolder.Writing;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Web.SiteFolder;

/// <summary><c>export site FOLDER</c>: beside a serving site or without one.</summary>
public sealed class ExportSiteVerb(SiteExport export) : IVerb
{
    public string Name => Verb.ExportSite.Name;

    public async Task<int> RunAsync(IReadOnlyList<string> words, TextWriter output, CancellationToken cancel)
    {
        if (words is not [{ Length: > 0 } folder] || folder.StartsWith("--", StringComparison.Ordinal))
        {
            await output.WriteLineAsync("Usage: " + Verb.ExportSite.Usage);
            return 2;
        }

        return await SiteFolderWork.RunAsync(output, async () =>
        {
            var report = await export.RunAsync(folder, new SiteFolderProgress(output), cancel);
            await SiteFolderWork.TellAsync(report, isImport: false, output);
            await output.WriteLineAsync("Left out: accounts and passwords, sessions and keys, IP addresses, letters and who follows what, reports of readers, earlier versions of articles and comments, the log, what the filter learned.");
            await output.WriteLineAsync($"Written: {Path.GetFullPath(folder)}. It holds e-mail addresses of who commented: keep it as you keep the site.");
            return report;
        });
    }
}

/// <summary><c>import site FOLDER [--dry-run]</c></summary>
public sealed class ImportSiteVerb(DatabaseStart start, SiteImport import, SiteDryRun dryRun, SettingsInForce settings) : IVerb
{
    public string Name => Verb.ImportSite.Name;

    public async Task<int> RunAsync(IReadOnlyList<string> words, TextWriter output, CancellationToken cancel)
    {
        var isDry = words.Contains("--dry-run");
        if (words.Where(w => w != "--dry-run").ToList() is not [{ Length: > 0 } folder] || folder.StartsWith("--", StringComparison.Ordinal) || words.Count > 2)
        {
            await output.WriteLineAsync("Usage: " + Verb.ImportSite.Usage);
            return 2;
        }

        return await SiteFolderWork.RunAsync(output, async () =>
        {
            var (report, progress) = (new SiteFolderReport(), new SiteFolderProgress(output));
            _ = FolderFiles.Open(folder);
            if (isDry)
            {
                await dryRun.RunAsync(folder, report, progress, cancel);
                await output.WriteLineAsync("A dry run: nothing was stored. This is what would come:");
            }
            else
            {
                await start.RunAsync(settings.Now.MigrateOnStart, cancel);
                await import.RunAsync(folder, report, progress, cancel);
            }

            await SiteFolderWork.TellAsync(report, isImport: true, output);
            return report;
        });
    }
}

/// <summary>How both end.</summary>
internal static class SiteFolderWork
{
    public static async Task<int> RunAsync(TextWriter output, Func<Task<SiteFolderReport>> work)
    {
        try
        {
            return (await work()).IsWhole ? 0 : 1;
        }
        catch (SiteFolderRefusedException e)
        {
            await output.WriteLineAsync(e.Message);
        }
        catch (Exception e) when (FullDisk.Is(e))
        {
            await output.WriteLineAsync("The disk is full. What was brought in stays, and running again goes on from there.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync(e.Message);
        }
        catch (SqliteException e)
        {
            await output.WriteLineAsync($"The database does not go along: {e.Message} What was brought in stays, and running again goes on from there.");
        }
        catch (OperationCanceledException)
        {
            await output.WriteLineAsync("Stopped. What was brought in stays, and running again goes on from there.");
        }

        return 1;
    }

    public static async Task TellAsync(SiteFolderReport report, bool isImport, TextWriter output)
    {
        foreach (var line in report.Lines(isImport))
        {
            await output.WriteLineAsync(line);
        }
    }
}
