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

    /// <exception cref="StartRefusedException">The site runs, or what was unpacked is gone.</exception>
    /// <exception cref="BackupRefusedException">It is not taken; all is as it was.</exception>
    public async Task<RestoreReport> RunAsync(string path, string? passphrase, bool force, BackupProgress progress, CancellationToken cancel)
    {
        if (Begun() is { } unfinished)
        {
            if (!unfinished.IsTakenBack)
            {
                progress.Say($"Finishing first what was broken off: {unfinished.Backup}");
                var asked = Compare(path, passphrase, unfinished);
                return await FinishAsync(unfinished, progress, cancel) with { Asked = asked };
            }

            await TakeBackAsync(unfinished);
            progress.Say("Took back first what was broken off.");
        }

        var plan = await staging.StageAsync(path, passphrase, force, folder => new DriveInfo(folder).AvailableFreeSpace, progress, cancel);
        await plan.WriteAsync(file, cancel);
        return await FinishAsync(plan, progress, CancellationToken.None);
    }

    /// <summary>Puts back what was there before a restore that was broken off.</summary>
    /// <returns>Null when none was.</returns>
    public async Task<RestorePlan?> UndoAsync()
    {
        var unfinished = Begun();
        if (unfinished is not null)
        {
            await TakeBackAsync(unfinished);
        }

        return unfinished;
    }

    private RestorePlan? Begun()
    {
        file.TakeLock();
        file.IsBeingRestored = true;
        return RestorePlan.Unfinished(file);
    }

    private async Task<RestoreReport> FinishAsync(RestorePlan plan, BackupProgress progress, CancellationToken cancel)
    {
        progress.Say("Putting it in its place…");
        await CarryAsync(plan);
        progress.Say("Bringing it up to date…");
        await start.RunAsync(migrate: true, cancel);
        var counts = SnapshotFacts.CountsOf(file.ForReading);
        var erased = await erasures.RepeatAsync(plan.FormerDatabase, Path.Combine(plan.Staging, IErasureList.FileName), cancel);
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
        var read = Path.Combine(plan.Staging, EntryName.Settings);
        if (File.Exists(read))
        {
            File.Move(read, Path.Combine(settings.Now.DataDirectory, SettingsFile), overwrite: true);
        }

        TidyUp(plan);
        return new RestoreReport(plan, counts, erased);
    }

    /// <summary>A folder that cannot be moved (one that is mounted by itself, say) would be in the way each time: then all goes back.</summary>
    private async Task CarryAsync(RestorePlan plan)
    {
        try
        {
            plan.Carry();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await TakeBackAsync(plan);
            throw new BackupRefusedException($"It cannot be put in its place, so all is as it was: {e.Message} (What is mounted by itself cannot be put aside: mount the whole data folder.)");
        }

        if (plan.NotInPlace() is { } place)
        {
            throw new StartRefusedException($"What was unpacked for {place} is neither there nor in {plan.Staging}, so it cannot be finished: restore --undo puts back what was there.");
        }
    }

    private async Task TakeBackAsync(RestorePlan plan)
    {
        // What the lock file says is about the database that goes; of the one that comes back nothing is known.
        file.SayItNamesItsLog(isSo: false);
        if (!plan.IsTakenBack)
        {
            await (plan with { IsTakenBack = true }).WriteAsync(file, CancellationToken.None);
        }

        plan.TakeBack();
        TidyUp(plan);
        foreach (var aside in plan.Moves.Select(move => move.Aside).Distinct(StringComparer.Ordinal).Where(RestorePlan.IsEmptyFolder))
        {
            Directory.Delete(aside);
        }
    }

    /// <summary>The mark goes first: what stays behind of the staging then is only waste.</summary>
    private void TidyUp(RestorePlan plan)
    {
        File.Delete(file.RestoreMark);
        DurableFile.SyncFolder(Path.GetDirectoryName(file.RestoreMark)!);
        foreach (var folder in plan.Moves.Select(move => Path.GetDirectoryName(move.New)!).Append(plan.Staging).Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A file that was written over since has the same name, and is another backup.</summary>
    private static AskedBackup Compare(string path, string? passphrase, RestorePlan unfinished)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            using var backup = OpenedBackup.Open(stream, passphrase);
            return backup.ManifestHash == unfinished.ManifestHash ? AskedBackup.Same : AskedBackup.Other;
        }
        catch (Exception e) when (e is BackupRefusedException or IOException or UnauthorizedAccessException)
        {
            return AskedBackup.Unknown;
        }
    }
}

/// <summary>What was asked for, held against what was broken off and is finished.</summary>
public enum AskedBackup
{
    Same,
    Other,
    Unknown,
}

/// <param name="Counts">What is there after the database was brought up to date, before anything was erased again.</param>
public sealed record RestoreReport(RestorePlan Plan, BackupCounts Counts, ErasedAgain Erased)
{
    public AskedBackup Asked { get; init; }

    public bool IsWhole => Counts == Plan.Counts;
}
