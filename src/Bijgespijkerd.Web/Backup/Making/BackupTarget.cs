using System.Globalization;
using Bijgespijkerd.Web.Backup.Sealing;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;

namespace Bijgespijkerd.Web.Backup.Making;

/// <summary>Where a backup may go: never in the place of something else, and never where it would take the room that the site writes in.</summary>
internal static class BackupTarget
{
    /// <summary>What the site keeps for what it writes meanwhile.</summary>
    private const long Reserve = 16 << 20;

    private static readonly string[] OfTheDatabase = ["", "-wal", "-shm", "-journal", ".lock", ".changing"];

    /// <exception cref="BackupRefusedException">Something else would be lost.</exception>
    public static void RefuseOther(string path, DatabaseFile file)
    {
        if (path == file.RestoreMark || OfTheDatabase.Any(ending => path == file.Path + ending))
        {
            throw new BackupRefusedException("That is the site's own database, or belongs to it: name another file.");
        }

        if (Directory.Exists(path))
        {
            throw new BackupRefusedException("That is a folder: name a file in it.");
        }

        if (File.Exists(path) && !IsBackup(path))
        {
            throw new BackupRefusedException("There is a file of that name, and it is no backup: name another, or remove it first.");
        }
    }

    /// <summary>The copy of the database, the same packed, and the pictures.</summary>
    /// <exception cref="BackupRefusedException">There is not that much.</exception>
    public static void RefuseWithoutRoom(string path, DatabaseFile file, MediaStore media)
    {
        var needed = (2 * Length(file.Path)) + Length(file.Path + "-wal") + media.Files.Sum(found => Length(found.FullName)) + Reserve;
        var room = new DriveInfo(Path.GetDirectoryName(path)!).AvailableFreeSpace;
        if (room < needed)
        {
            throw new BackupRefusedException(string.Create(CultureInfo.InvariantCulture, $"It may need {needed} bytes while it is made, and the disk has {room}."), BackupTrouble.NoRoom);
        }
    }

    private static long Length(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true } found ? found.Length : 0;
        }
        catch (FileNotFoundException)
        {
            return 0;
        }
    }

    /// <summary>What is empty is none, nor a pipe, which would make whoever opens it wait.</summary>
    private static bool IsBackup(string path)
    {
        if (Length(path) == 0)
        {
            return false;
        }

        using var file = File.OpenRead(path);
        Span<byte> beginning = stackalloc byte[8];
        beginning = beginning[..file.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false)];
        return beginning.StartsWith("PK\u0003\u0004"u8) || SealKey.Begins(beginning);
    }
}
