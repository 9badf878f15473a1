using System.IO.Compression;
using System.Reflection;
using Bijgespijkerd.Web.Backup.Archive;
using Bijgespijkerd.Web.Backup.Sealing;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Web.Backup.Making;

/// <summary>
/// Makes one file of the whole site as it is at one moment, beside whoever writes to it. The file has its name only when it was
/// brought to the disk, opened again and read whole.
/// </summary>
public sealed class BackupMaking(DatabaseFile file, MediaStore media, SettingsInForce settings, IConfiguration configuration, TimeProvider time)
{
    /// <summary>So often it begins again because a picture was removed meanwhile.</summary>
    private const int MostAttempts = 5;

    /// <summary>Takes as long as reading and writing everything does: not for a thread that serves readers.</summary>
    /// <param name="passphrase">Null: not sealed, and without keys.</param>
    /// <exception cref="BackupRefusedException">None was made; an older file of that name is still there.</exception>
    public BackupManifest Make(string target, string? passphrase, BackupProgress progress, CancellationToken cancel)
    {
        file.RefuseHalfRestored();
        file.RefuseHalfChanged();
        if (!File.Exists(file.Path))
        {
            throw new BackupRefusedException($"There is no database at {file.Path}.");
        }

        LogMark.RefuseForeign(file);
        var path = Path.GetFullPath(target);
        BackupTarget.RefuseOther(path, file);
        HalfBackup.RemoveStale(Path.GetDirectoryName(path)!, Path.GetFileName(path));
        using var half = HalfBackup.Begin(path);
        BackupTarget.RefuseWithoutRoom(path, file, media);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            if (Write(half, passphrase, progress, cancel) is { } manifest)
            {
                half.Stream.Flush(flushToDisk: true);
                progress.Say("Reading it again…");
                ReadAgain(half.Stream, passphrase, cancel);

                // Of what another put back or wrote there meanwhile this is no copy.
                file.RefuseHalfRestored();
                file.RefuseHalfChanged();
                BackupTarget.RefuseOther(path, file);
                half.Keep();
                return manifest;
            }

            half.RemoveDatabase();
        }

        throw new BackupRefusedException("Pictures are removed faster than they can be copied; try again later.", BackupTrouble.Pictures);
    }

    private static void ReadAgain(Stream written, string? passphrase, CancellationToken cancel)
    {
        try
        {
            using var backup = OpenedBackup.Open(written, passphrase);
            backup.Verify(cancel);
        }
        catch (BackupRefusedException e)
        {
            throw new BackupRefusedException($"What was written did not read back: {e.Message}", BackupTrouble.NotReadBack);
        }
    }

    /// <summary>Null when a picture that belongs to it went meanwhile.</summary>
    private BackupManifest? Write(HalfBackup half, string? passphrase, BackupProgress progress, CancellationToken cancel)
    {
        // Files come before their row and go after it: what the copied database shows is among what lay there just before or just after.
        var pictures = new SortedSet<string>(media.Names.Where(MediaStore.IsName), StringComparer.Ordinal);
        var madeAt = time.GetUtcNow();
        progress.Say("Copying the database…");
        Copy(half.Database);
        pictures.UnionWith(media.Names.Where(MediaStore.IsName));
        var facts = SnapshotFacts.Of(half.Database);
        var manifest = new BackupManifest
        {
            Format = BackupManifest.Newest,
            Program = typeof(BackupMaking).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
            Migration = facts.Migration ?? throw new BackupRefusedException($"{file.Path} is no database of this program."),
            MadeAt = madeAt,
            Counts = facts.Counts,
            Files = [],
        };

        half.Stream.SetLength(0);
        half.Stream.Position = 0;
        using var key = passphrase is null ? null : SealKey.New(passphrase);
        using var sealing = key is null ? null : new SealingStream(half.Stream, key);
        using var writer = new BackupWriter(half.Stream, sealing ?? (Stream)half.Stream);
        using (var database = File.OpenRead(half.Database))
        {
            writer.Add(EntryName.Database, database, CompressionLevel.Fastest, cancel);
        }

        using (var inForce = new MemoryStream(SettingsCopy.Write(configuration, settings.With(facts.Settings))))
        {
            writer.Add(EntryName.Settings, inForce, CompressionLevel.Optimal, cancel);
        }

        if (!AddPictures(writer, pictures, progress, cancel))
        {
            return null;
        }

        if (key is not null)
        {
            AddKeys(writer, cancel);
        }

        writer.Finish(manifest);
        sealing?.Finish();
        return manifest;
    }

    private void Copy(string target)
    {
        try
        {
            DatabaseCopy.Make(file.ForReading, target);
        }
        catch (Exception e) when (e is SqliteException or InvalidDataException)
        {
            throw new BackupRefusedException($"{file.Path} could not be copied: {e.Message}", e is SqliteException full && DatabaseCheck.IsFull(full) ? BackupTrouble.NoRoom : BackupTrouble.Database);
        }
    }

    private bool AddPictures(BackupWriter writer, SortedSet<string> names, BackupProgress progress, CancellationToken cancel)
    {
        var done = 0;
        foreach (var name in names)
        {
            if (media.Find(name) is not { } found)
            {
                return false;
            }

            try
            {
                using var picture = File.OpenRead(found.File);
                writer.Add(EntryName.Media + name, picture, CompressionLevel.NoCompression, cancel);
            }
            catch (FileNotFoundException)
            {
                return false;
            }

            progress.SayNow($"Copied {++done} of {names.Count} files of pictures");
        }

        return true;
    }

    private void AddKeys(BackupWriter writer, CancellationToken cancel)
    {
        var folder = Path.Combine(settings.Now.DataDirectory, "keys");
        string[] all = Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
        foreach (var key in all.Where(path => EntryName.IsKey(Path.GetFileName(path))).Order(StringComparer.Ordinal))
        {
            using var content = File.OpenRead(key);
            writer.Add(EntryName.Keys + Path.GetFileName(key), content, CompressionLevel.Optimal, cancel);
        }
    }
}
