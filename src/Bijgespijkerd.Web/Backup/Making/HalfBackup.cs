using Bijgespijkerd.Web.Platform;
using Bijgespijkerd.Web.Platform.Media;

namespace Bijgespijkerd.Web.Backup.Making;

/// <summary>
/// A backup while it is being made: files beside its place, none of which could be taken for a backup. Its own is locked for as long as
/// somebody works at it, so that what a killed process left is told from what another is making.
/// </summary>
internal sealed class HalfBackup : IDisposable
{
    private const string DatabaseExtension = ".db";

    private readonly string _target;
    private readonly string _half;
    private bool _isKept;

    private HalfBackup(string target)
    {
        _target = target;
        _half = $"{target}.{Guid.NewGuid():N}{DurableFile.HalfExtension}";
        Stream = PrivateFolder.CreateFile(_half);
    }

    public FileStream Stream { get; }

    /// <summary>Where the copy of the database goes.</summary>
    public string Database => _half + DatabaseExtension;

    public static HalfBackup Begin(string target)
    {
        PrivateFolder.Create(Path.GetDirectoryName(target)!);
        return new HalfBackup(target);
    }

    /// <summary>What killed processes left of backups of that name.</summary>
    /// <param name="pattern">A name, or a form of names.</param>
    public static void RemoveStale(string folder, string pattern)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var half in Directory.GetFiles(folder, $"{pattern}.*{DurableFile.HalfExtension}").Where(PrivateFolder.IsHeldByNobody))
        {
            File.Delete(half);
        }

        foreach (var database in Directory.GetFiles(folder, $"{pattern}.*{DurableFile.HalfExtension}{DatabaseExtension}*"))
        {
            var half = database[..(database.LastIndexOf(DurableFile.HalfExtension, StringComparison.Ordinal) + DurableFile.HalfExtension.Length)];
            if (!File.Exists(half))
            {
                File.Delete(database);
            }
        }
    }

    public void RemoveDatabase()
    {
        foreach (var ending in (ReadOnlySpan<string>)["", "-journal", "-wal", "-shm"])
        {
            File.Delete(Database + ending);
        }
    }

    /// <summary>It is whole and on the disk: it gets its name, and what had that name goes.</summary>
    public void Keep()
    {
        File.Move(_half, _target, overwrite: true);
        _isKept = true;
        DurableFile.SyncFolder(Path.GetDirectoryName(_target)!);
    }

    public void Dispose()
    {
        RemoveDatabase();
        if (!_isKept)
        {
            File.Delete(_half);
        }

        Stream.Dispose();
    }
}
