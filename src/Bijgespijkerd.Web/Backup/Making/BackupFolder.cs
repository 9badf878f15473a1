using System.Globalization;
using Bijgespijkerd.Web.Platform;
using Bijgespijkerd.Web.Platform.Settings;

namespace Bijgespijkerd.Web.Backup.Making;

/// <summary>The backups that the site made by itself. A file that has such a name was read whole after it was written: its name says when.</summary>
public sealed class BackupFolder(SettingsInForce settings)
{
    private const string Prefix = "bijgespijkerd-";
    private const string Extension = ".zip";
    private const string Stamp = "yyyyMMdd'T'HHmmss'Z'";

    public string Place => settings.Now.Backup.Directory;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<StoredBackup> All => !Directory.Exists(Place) ? [] :
    [
        .. new DirectoryInfo(Place).EnumerateFiles(Prefix + "*" + Extension).Select(Read).OfType<StoredBackup>().OrderByDescending(b => b.MadeAt),
    ];

    /// <summary>A clock that once ran ahead left a name of the future: that says nothing of today.</summary>
    public StoredBackup? Newest(DateTimeOffset now) => All.FirstOrDefault(b => b.MadeAt <= now.AddHours(1));

    /// <summary>Where the backup of that moment goes.</summary>
    public string PathFor(DateTimeOffset now)
    {
        PrivateFolder.Create(Place);
        HalfBackup.RemoveStale(Place, Prefix + "*" + Extension);
        return Path.Combine(Place, Prefix + now.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture) + Extension);
    }

    /// <summary>Null unless it is one of these.</summary>
    public StoredBackup? Find(string name) => All.FirstOrDefault(b => b.Name == name);

    public void Rotate()
    {
        foreach (var old in All.Skip(settings.Now.Backup.Keep))
        {
            File.Delete(old.Path);
        }
    }

    private static StoredBackup? Read(FileInfo found) =>
        DateTimeOffset.TryParseExact(found.Name[Prefix.Length..^Extension.Length], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var madeAt)
            ? new StoredBackup(found.Name, found.FullName, found.Length, madeAt)
            : null;
}

public sealed record StoredBackup(string Name, string Path, long Size, DateTimeOffset MadeAt);
