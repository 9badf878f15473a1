using Bijgespijkerd.Web.Backup.Restoring;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Data.Consistency;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Settings;

namespace Bijgespijkerd.Web.Backup;

/// <summary>Removes what killed runs left: copies of everything that the site keeps of people, of which nobody knows. The site holds the lock by then, and no restore is half done.</summary>
public sealed class LeftBehind(DatabaseFile file, BackupStaging staging, SettingsInForce settings, ILogger<LeftBehind> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            staging.RemoveStale();
            LookedAtCopy.RemoveLeftBehind(file);
            RemoveHalfCopies(settings.Now.Backup.Directory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogError(e, "What a run that was broken off left behind could not be removed");
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Of the database as it was before its schema was changed.</summary>
    private static void RemoveHalfCopies(string folder)
    {
        foreach (var half in Directory.Exists(folder) ? Directory.GetFiles(folder, "voor-*.db" + DurableFile.HalfExtension + "*") : [])
        {
            File.Delete(half);
        }
    }
}
