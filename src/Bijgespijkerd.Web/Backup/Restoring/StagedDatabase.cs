using Bijgespijkerd.Web.Backup.Archive;
using Bijgespijkerd.Web.Backup.Making;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Backup.Restoring;

/// <summary>
/// The database of a backup, unpacked and not in its place yet: looked at, brought up to date and opened as a start would, so that
/// nothing of it is left to go wrong when it is there.
/// </summary>
internal sealed class StagedDatabase(string path, SettingsInForce settings, ILogger<WriteLane> log)
{
    /// <exception cref="BackupRefusedException">It is not what its manifest tells of, or not one of ours.</exception>
    public Task RefuseOtherAsync(BackupManifest manifest, CancellationToken cancel) => BelievedAsync("cannot be read", async () =>
    {
        await using (var connection = new SqliteConnection(DatabaseCopy.Alone(path, SqliteOpenMode.ReadOnly)))
        {
            await connection.OpenAsync(cancel);
            if (!DatabaseCopy.IsWhole(connection))
            {
                throw new BackupRefusedException("The database in it is not whole.");
            }
        }

        var facts = SnapshotFacts.Of(path);
        if (facts.Migration is null || facts.Migration != manifest.Migration)
        {
            throw new BackupRefusedException("The database in it is not the one that its manifest tells of.");
        }

        if (facts.Migrations.FirstOrDefault(migration => !SchemaUpdate.Knows(migration)) is { } newer)
        {
            throw new BackupRefusedException($"Its database belongs to a newer version of this program ({EntryName.Shown(newer)}): restore it with that.");
        }

        if (facts.Counts != manifest.Counts)
        {
            throw new BackupRefusedException($"Its database holds {facts.Counts}, and its manifest tells of {manifest.Counts}.");
        }

        if (await KnownSchema.DifferenceAsync(path, facts.Migration, cancel) is { } other)
        {
            throw new BackupRefusedException($"Its database has another schema than this program makes ({EntryName.Shown(other)}).");
        }
    });

    /// <exception cref="BackupRefusedException">A start would not get that far.</exception>
    public Task PrepareAsync(CancellationToken cancel) => BelievedAsync("cannot be brought up to date", async () =>
    {
        var chosen = settings.With(SnapshotFacts.Of(path).Settings).Settings;
        using (var file = new DatabaseFile(Path.GetDirectoryName(path)!, DatabaseCopy.Alone(path, SqliteOpenMode.ReadWrite)))
        await using (var lane = new WriteLane(file, [], log))
        {
            await lane.OpenAsync(cancel);
            await lane.MaintainAsync(
                async db =>
                {
                    // Nobody else has it open: one that is there was left behind, and would be waited for.
                    await db.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS __EFMigrationsLock", cancel);
                    await db.Database.MigrateAsync(cancel);
                },
                cancel);
            await lane.WriteAsync(
                async (db, token) =>
                {
                    await new SiteSecret().LoadAsync(db, token);
                    await new IdSequence().StartFromAsync(db, token);
                    await ThreadPacking.FollowSettingAsync(db, chosen.Comments.PerPage, token);
                    return true;
                },
                cancel);
        }

        if (File.Exists(path + "-wal"))
        {
            throw new BackupRefusedException("Its database could not be written whole; is the disk full?");
        }

        DurableFile.Sync(path);
        DurableFile.SyncFolder(Path.GetDirectoryName(path)!);
    });

    /// <summary>What goes wrong with a database from anywhere is its fault.</summary>
    private static async Task BelievedAsync(string what, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is not (BackupRefusedException or OperationCanceledException or IOException or UnauthorizedAccessException))
        {
            throw new BackupRefusedException($"The database in it {what}: {EntryName.Shown(e.Message)}");
        }
    }
}
