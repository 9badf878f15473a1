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

    /// <summary>Newest first; null when the folder is there and cannot be read.</summary>
    public IReadOnlyList<StoredBackup>? Seen()
    {
        try
        {
            return All();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A clock that once ran ahead left a name of the future: that says nothing of today.</summary>
    public static StoredBackup? Newest(IEnumerable<StoredBackup> all, DateTimeOffset now) => all.FirstOrDefault(b => IsPast(b, now));

    /// <summary>Where the backup of that moment goes.</summary>
    /// <exception cref="BackupRefusedException">The folder cannot be made, or not be read.</exception>
    public string PathFor(DateTimeOffset now)
    {
        try
        {
            PrivateFolder.Create(Place);
            HalfBackup.RemoveStale(Place, Prefix + "*" + Extension);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BackupRefusedException(e.Message, BackupTrouble.Folder);
        }

        return Path.Combine(Place, Prefix + now.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture) + Extension);
    }

    /// <summary>Null unless it is one of these.</summary>
    public StoredBackup? Find(string name) => Seen()?.FirstOrDefault(b => b.Name == name);

    /// <param name="made">Stays, whatever its name says. Names of the future are not counted.</param>
    public void Rotate(string made, DateTimeOffset now)
    {
        foreach (var old in All().Where(b => b.Path != made && IsPast(b, now)).Skip(settings.Now.Backup.Keep - 1))
        {
            File.Delete(old.Path);
        }
    }

    private static bool IsPast(StoredBackup backup, DateTimeOffset now) => backup.MadeAt <= now.AddHours(1);

    private List<StoredBackup> All()
    {
        try
        {
            return [.. new DirectoryInfo(Place).EnumerateFiles(Prefix + "*" + Extension).Select(Read).OfType<StoredBackup>().OrderByDescending(b => b.MadeAt)];
        }
        catch (DirectoryNotFoundException) when (!File.Exists(Place))
        {
            return [];
        }
    }

    private static StoredBackup? Read(FileInfo found) =>
        DateTimeOffset.TryParseExact(found.Name[Prefix.Length..^Extension.Length], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var madeAt)
            ? new StoredBackup(found.Name, found.FullName, found.Length, madeAt)
            : null;
}

public sealed record StoredBackup(string Name, string Path, long Size, DateTimeOffset MadeAt);
