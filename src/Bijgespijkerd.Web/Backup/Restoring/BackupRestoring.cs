using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Backup.Archive;
using Bijgespijkerd.Web.Backup.Making;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Site.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Backup.Restoring;

/// <summary>Puts a backup in the place of what is there: all of it or nothing, wherever it is broken off.</summary>
public sealed class BackupRestoring(
    DatabaseFile file, DatabaseStart start, WriteLane lane, BackupStaging staging, IErasureList erasures, SettingsInForce settings, TimeProvider time)
{
    public const string Audited = "BackupRestored";

    /// <summary>Where the settings of the backup are left, for people to read.</summary>
    public const string SettingsFile = "settings-of-backup.json";

    /// <exception cref="StartRefusedException">The site runs.</exception>
    /// <exception cref="BackupRefusedException">It is not taken; nothing was touched.</exception>
    public async Task<RestoreReport> RunAsync(string path, string? passphrase, bool force, BackupProgress progress, CancellationToken cancel)
    {
        file.TakeLock();
        file.IsBeingRestored = true;
        if (RestorePlan.Unfinished(file) is { } unfinished)
        {
            progress.Say($"Finishing first what was broken off: {unfinished.Backup}");
            return await FinishAsync(unfinished, progress, cancel) with { IsOther = Path.GetFullPath(path) != unfinished.Backup };
        }

        var plan = await staging.StageAsync(path, passphrase, force, folder => new DriveInfo(folder).AvailableFreeSpace, progress, cancel);
        await plan.WriteAsync(file, cancel);
        return await FinishAsync(plan, progress, CancellationToken.None);
    }

    private async Task<RestoreReport> FinishAsync(RestorePlan plan, BackupProgress progress, CancellationToken cancel)
    {
        progress.Say("Putting it in its place…");
        plan.Carry();
        progress.Say("Bringing it up to date…");
        await start.RunAsync(migrate: true, cancel);
        var counts = SnapshotFacts.CountsOf(file.ForReading);
        var (erased, listIsWhole) = await erasures.RepeatAsync(plan.FormerDatabase, cancel);
        await lane.WriteAsync(
            async (db, token) =>
            {
                // What was ended after the backup was made would be open again: everybody signs in anew.
                await db.Sessions.ExecuteDeleteAsync(token);
                await db.AccountLinks.ExecuteDeleteAsync(token);
                db.Audit(Audited, Path.GetFileName(plan.Backup), time.GetUtcNow());
                return await db.SaveChangesAsync(token);
            },
            cancel);
        TidyUp(plan);
        return new RestoreReport(plan, counts, erased, listIsWhole);
    }

    private void TidyUp(RestorePlan plan)
    {
        var read = Path.Combine(plan.Staging, EntryName.Settings);
        if (File.Exists(read))
        {
            File.Move(read, Path.Combine(settings.Now.DataDirectory, SettingsFile), overwrite: true);
        }

        foreach (var folder in plan.Moves.Select(move => Path.GetDirectoryName(move.New)!).Append(plan.Staging).Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }

        File.Delete(file.RestoreMark);
        DurableFile.SyncFolder(Path.GetDirectoryName(file.RestoreMark)!);
    }
}

/// <param name="Counts">What is there after the database was brought up to date, before anything was erased again.</param>
/// <param name="ListIsWhole">False when the former database could not be asked what was erased.</param>
public sealed record RestoreReport(RestorePlan Plan, BackupCounts Counts, int Erased, bool ListIsWhole)
{
    /// <summary>It was another backup than was asked for now.</summary>
    public bool IsOther { get; init; }

    public bool IsWhole => Counts == Plan.Counts;
}
