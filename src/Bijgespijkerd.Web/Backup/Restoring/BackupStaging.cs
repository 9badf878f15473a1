using System.Globalization;
using Bijgespijkerd.Web.Backup.Archive;
using Bijgespijkerd.Web.Backup.Making;
using Bijgespijkerd.Web.Platform;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Site.PersonalData;

namespace Bijgespijkerd.Web.Backup.Restoring;

/// <summary>Unpacks a backup beside what is there and looks at all of it. Nothing of the site is touched, whatever the file holds.</summary>
public sealed class BackupStaging(DatabaseFile file, SettingsInForce settings, TimeProvider time, ILogger<WriteLane> log)
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

        RefuseWhatCannotFit(backup, room);
        RemoveStale();
        var name = StagingPrefix + Guid.NewGuid().ToString("N");
        string[] folders = [Path.Combine(DataFolder, name), Path.Combine(DatabaseFolder, name)];
        try
        {
            var plan = PlanOf(path, backup, folders[0], folders[1]);
            Unpack(backup, folders[0], folders[1], progress, cancel);
            TakeAlong(Path.Combine(Path.GetDirectoryName(plan.Backup)!, IErasureList.FileName), folders[0]);
            progress.Say("Looking at the database…");
            var database = new StagedDatabase(Path.Combine(folders[1], Path.GetFileName(file.Path)), settings, log);
            await database.RefuseOtherAsync(backup.Manifest, cancel);
            await database.PrepareAsync(cancel);
            foreach (var folder in (ReadOnlySpan<string>)[folders[0], DataFolder, DatabaseFolder])
            {
                DurableFile.SyncFolder(folder);
            }

            return plan;
        }
        catch
        {
            foreach (var folder in folders.Where(Directory.Exists))
            {
                Directory.Delete(folder, recursive: true);
            }

            throw;
        }
    }

    /// <summary>A schema that has to be changed is written twice more: in its log, and in the tables that replace others.</summary>
    private void RefuseWhatCannotFit(OpenedBackup backup, Func<string, long> room)
    {
        var database = backup.Manifest.Files.First(f => f.Name == EntryName.Database).Size * (KnownSchema.IsNewest(backup.Manifest.Migration) ? (Int128)1 : 3);
        var files = backup.Size;
        if (database > room(DatabaseFolder) || files > room(DataFolder))
        {
            throw new BackupRefusedException(string.Create(CultureInfo.InvariantCulture, $"It unpacks to {files} bytes, its database takes up to {database} to be brought up to date, and the disk has not that much room."));
        }
    }

    /// <summary>The list of erasures that lies beside it: whoever goes on later may not find it there any more.</summary>
    private static void TakeAlong(string list, string staging)
    {
        if (File.Exists(list))
        {
            using var from = File.OpenRead(list);
            using var to = PrivateFolder.CreateFile(Path.Combine(staging, IErasureList.FileName));
            from.CopyTo(to);
            to.Flush(flushToDisk: true);
        }
    }

    private string? Occupied(OpenedBackup backup)
    {
        var media = MediaStore.FolderIn(DataFolder);
        var keys = Path.Combine(DataFolder, "keys");
        return File.Exists(file.Path) ? file.Path
            : Directory.Exists(media) && Directory.EnumerateFileSystemEntries(media).Any() ? media
            : HasKeys(backup) && Directory.Exists(keys) && Directory.EnumerateFiles(keys).Any() ? keys
            : null;
    }

    private static bool HasKeys(OpenedBackup backup) => backup.Manifest.Files.Any(f => f.Name.StartsWith(EntryName.Keys, StringComparison.Ordinal));

    /// <summary>Of runs that ended before anything was moved. Only while no other is under way.</summary>
    public void RemoveStale()
    {
        foreach (var left in new[] { DataFolder, DatabaseFolder }.Where(Directory.Exists).SelectMany(folder => Directory.GetDirectories(folder, StagingPrefix + "*")).Distinct(StringComparer.Ordinal).ToList())
        {
            Directory.Delete(left, recursive: true);
        }
    }

    private RestorePlan PlanOf(string path, OpenedBackup backup, string staging, string databaseStaging)
    {
        var stamp = AsidePrefix + time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        var (aside, databaseAside) = (Path.Combine(DataFolder, stamp), Path.Combine(DatabaseFolder, stamp));
        var moves = new List<RestoreMove> { new(Path.Combine(staging, "media"), MediaStore.FolderIn(DataFolder), aside, HasFormer(MediaStore.FolderIn(DataFolder)), []) };
        if (HasKeys(backup))
        {
            moves.Add(new(Path.Combine(staging, "keys"), Path.Combine(DataFolder, "keys"), aside, HasFormer(Path.Combine(DataFolder, "keys")), []));
        }

        moves.Add(new(Path.Combine(databaseStaging, Path.GetFileName(file.Path)), file.Path, databaseAside, HasFormer(file.Path), ["-shm", "-wal", "-journal", ".changing"]));
        return new RestorePlan
        {
            Backup = Path.GetFullPath(path),
            ManifestHash = backup.ManifestHash,
            Counts = backup.Manifest.Counts,
            Staging = staging,
            Moves = moves,
            FormerDatabase = File.Exists(file.Path) ? Path.Combine(databaseAside, Path.GetFileName(file.Path)) : null,
        };
    }

    private static bool HasFormer(string place) => RestorePlan.Exists(place) && !RestorePlan.IsEmptyFolder(place);

    private void Unpack(OpenedBackup backup, string staging, string databaseStaging, BackupProgress progress, CancellationToken cancel)
    {
        foreach (var folder in (ReadOnlySpan<string>)[staging, databaseStaging, Path.Combine(staging, "media"), Path.Combine(staging, "keys")])
        {
            PrivateFolder.Create(folder);
        }

        var done = 0;
        foreach (var entry in backup.Manifest.Files)
        {
            var target = entry.Name == EntryName.Database ? Path.Combine(databaseStaging, Path.GetFileName(file.Path)) : Path.Combine(staging, entry.Name);
            using (var unpacked = PrivateFolder.CreateFile(target))
            {
                backup.Read(entry, unpacked, cancel);
                unpacked.Flush(flushToDisk: true);
            }

            progress.SayNow($"Unpacked {++done} of {backup.Manifest.Files.Count} files");
        }

        foreach (var folder in (ReadOnlySpan<string>)[Path.Combine(staging, "media"), Path.Combine(staging, "keys"), staging, databaseStaging])
        {
            DurableFile.SyncFolder(folder);
        }
    }
}
