using System.Globalization;
using Bijgespijkerd.Web.Backup.Archive;
using Bijgespijkerd.Web.Backup.Making;
using Bijgespijkerd.Web.Platform;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Web.Backup.Restoring;

/// <summary>Unpacks a backup beside what is there and looks at all of it. Nothing of the site is touched, whatever the file holds.</summary>
public sealed class BackupStaging(DatabaseFile file, SettingsInForce settings, TimeProvider time)
{
    public const string AsidePrefix = "voor-terugzetten-";
    private const string StagingPrefix = "terugzetten-";

    private string DataFolder => settings.Now.DataDirectory;

    private string DatabaseFolder => Path.GetDirectoryName(file.Path)!;

    /// <param name="room">How many bytes a folder's disk has free.</param>
    /// <exception cref="BackupRefusedException">It is not taken; nothing is left of it.</exception>
    public async Task<RestorePlan> StageAsync(string path, string? passphrase, bool force, Func<string, long> room, BackupProgress progress, CancellationToken cancel)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var backup = OpenedBackup.Open(stream, passphrase);
        if (!force && Occupied(backup) is { } occupied)
        {
            throw new BackupRefusedException($"There is a site already ({occupied}): --force puts the backup in its place, and what is there aside.");
        }

        var media = MediaPlace.In(DataFolder);
        RefuseWhatCannotFit(backup, media, room);
        RemoveStale(media);
        var name = StagingPrefix + Guid.NewGuid().ToString("N");
        var folders = new StagingFolders(Path.Combine(DataFolder, name), Path.Combine(DatabaseFolder, name), Path.Combine(media.Stays ? media.Folder : DataFolder, name));
        try
        {
            var plan = PlanOf(path, backup, folders, media);
            Unpack(backup, folders, progress, cancel);
            progress.Say("Looking at the database…");
            await RefuseOtherDatabaseAsync(Path.Combine(folders.Database, Path.GetFileName(file.Path)), backup.Manifest, cancel);
            return plan;
        }
        catch
        {
            foreach (var folder in folders.All.Where(Directory.Exists))
            {
                Directory.Delete(folder, recursive: true);
            }

            throw;
        }
    }

    private void RefuseWhatCannotFit(OpenedBackup backup, MediaPlace media, Func<string, long> room)
    {
        var elsewhere = media.Stays ? backup.Manifest.Files.Where(f => f.Name.StartsWith(EntryName.Media, StringComparison.Ordinal)).Aggregate(Int128.Zero, (sum, f) => sum + f.Size) : Int128.Zero;
        foreach (var (folder, needed) in new[] { (DataFolder, backup.Size - elsewhere), (media.Folder, elsewhere) })
        {
            if (needed > 0 && needed > room(folder))
            {
                throw new BackupRefusedException(string.Create(CultureInfo.InvariantCulture, $"It unpacks to {needed} bytes, and the disk has not that much room."));
            }
        }
    }

    private string? Occupied(OpenedBackup backup)
    {
        var media = MediaStore.FolderIn(DataFolder);
        var keys = Path.Combine(DataFolder, "keys");
        return File.Exists(file.Path) ? file.Path
            : Directory.Exists(media) && Directory.EnumerateFiles(media).Any() ? media
            : HasKeys(backup) && Directory.Exists(keys) && Directory.EnumerateFiles(keys).Any() ? keys
            : null;
    }

    private static bool HasKeys(OpenedBackup backup) => backup.Manifest.Files.Any(f => f.Name.StartsWith(EntryName.Keys, StringComparison.Ordinal));

    private void RemoveStale(MediaPlace media)
    {
        foreach (var left in new[] { DataFolder, DatabaseFolder, media.Folder }.Where(Directory.Exists).SelectMany(folder => Directory.GetDirectories(folder, StagingPrefix + "*")).Distinct(StringComparer.Ordinal).ToList())
        {
            Directory.Delete(left, recursive: true);
        }
    }

    private RestorePlan PlanOf(string path, OpenedBackup backup, StagingFolders staging, MediaPlace media)
    {
        var stamp = AsidePrefix + time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        var (aside, databaseAside) = (Path.Combine(DataFolder, stamp), Path.Combine(DatabaseFolder, stamp));
        var moves = new List<RestoreMove>
        {
            new(Path.Combine(staging.Media, "media"), media.Folder, media.Stays ? Path.Combine(media.Folder, stamp) : aside, []) { Stays = media.Stays },
        };
        if (HasKeys(backup))
        {
            moves.Add(new(Path.Combine(staging.Data, "keys"), Path.Combine(DataFolder, "keys"), aside, []));
        }

        moves.Add(new(Path.Combine(staging.Database, Path.GetFileName(file.Path)), file.Path, databaseAside, ["-shm", "-wal", "-journal", ".changing"]));
        return new RestorePlan
        {
            Backup = Path.GetFullPath(path),
            ManifestHash = backup.ManifestHash,
            Counts = backup.Manifest.Counts,
            Staging = staging.Data,
            Moves = moves,
            FormerDatabase = File.Exists(file.Path) ? Path.Combine(databaseAside, Path.GetFileName(file.Path)) : null,
        };
    }

    private void Unpack(OpenedBackup backup, StagingFolders staging, BackupProgress progress, CancellationToken cancel)
    {
        var (pictures, keys) = (Path.Combine(staging.Media, "media"), Path.Combine(staging.Data, "keys"));
        foreach (var folder in (ReadOnlySpan<string>)[.. staging.All, pictures, keys])
        {
            PrivateFolder.Create(folder);
        }

        var done = 0;
        foreach (var entry in backup.Manifest.Files)
        {
            var target = entry.Name == EntryName.Database ? Path.Combine(staging.Database, Path.GetFileName(file.Path))
                : Path.Combine(entry.Name.StartsWith(EntryName.Media, StringComparison.Ordinal) ? staging.Media : staging.Data, entry.Name);
            using (var unpacked = PrivateFolder.CreateFile(target))
            {
                backup.Read(entry, unpacked, cancel);
                unpacked.Flush(flushToDisk: true);
            }

            progress.SayNow($"Unpacked {++done} of {backup.Manifest.Files.Count} files");
        }

        foreach (var folder in (ReadOnlySpan<string>)[pictures, keys, .. staging.All])
        {
            DurableFile.SyncFolder(folder);
        }
    }

    private static async Task RefuseOtherDatabaseAsync(string path, BackupManifest manifest, CancellationToken cancel)
    {
        try
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
        }
        catch (SqliteException e)
        {
            throw new BackupRefusedException($"The database in it cannot be read: {e.Message}");
        }
    }

    /// <summary>On the disk each that its content goes to; often one and the same.</summary>
    private sealed record StagingFolders(string Data, string Database, string Media)
    {
        public IReadOnlyList<string> All => [Data, Database, Media];
    }
}
