using Bijgespijkerd.Web.Platform.Media;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>Before a schema changes, the database as it was goes beside the backups: the way back to the former version of the program.</summary>
public static class SchemaCopies
{
    public const int Kept = 3;
    private const string Prefix = "voor-";

    /// <param name="last">The newest change that its schema has had.</param>
    /// <exception cref="StartRefusedException">No copy could be made; the schema was not changed.</exception>
    public static void Keep(DatabaseFile file, string folder, string last)
    {
        var path = Path.Combine(folder, $"{Prefix}{last}.db");
        var half = path + DurableFile.HalfExtension;
        try
        {
            PrivateFolder.Create(folder);
            Remove(half);
            DatabaseCopy.Make(file.ForReading, half);
            DurableFile.Sync(half);
            File.Move(half, path, overwrite: true);
            DurableFile.SyncFolder(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException or InvalidDataException)
        {
            throw new StartRefusedException($"The schema of {file.Path} must be changed, and no copy could be made in {folder} before it: {e.Message}");
        }

        foreach (var old in Directory.GetFiles(folder, Prefix + "*.db").OrderByDescending(Path.GetFileName, StringComparer.Ordinal).Where(other => other != path).Skip(Kept - 1))
        {
            File.Delete(old);
        }
    }

    private static void Remove(string half)
    {
        foreach (var left in (ReadOnlySpan<string>)[half, half + "-journal", half + "-wal", half + "-shm"])
        {
            File.Delete(left);
        }
    }
}
