using Bijgespijkerd.Web.Platform.Media;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>Before a schema changes, the database as it was goes beside the backups: the way back to the former version of the program.</summary>
public static class SchemaCopies
{
    public const int Kept = 3;
    private const string Prefix = "voor-";

    /// <summary>
    /// A change of the schema is more than one transaction (SQLite rebuilds tables outside them), so that one that was killed can be half there,
    /// and then neither goes on nor begins again: the database as it was goes back into its place. Before anything opens it.
    /// </summary>
    public static void PutBackHalfChanged(DatabaseFile file, ILogger log)
    {
        if (!File.Exists(file.ChangingMark))
        {
            return;
        }

        if (File.ReadAllText(file.ChangingMark) is var copy && File.Exists(copy))
        {
            log.LogWarning("A change of the schema was broken off: {Copy} goes back into the place of the database, and it begins again", copy);
            var half = file.Path + DurableFile.HalfExtension;
            File.Copy(copy, half, overwrite: true);
            DurableFile.Sync(half);
            foreach (var ending in (ReadOnlySpan<string>)["-wal", "-shm", "-journal"])
            {
                File.Delete(file.Path + ending);
            }

            File.Move(half, file.Path, overwrite: true);
            DurableFile.SyncFolder(Path.GetDirectoryName(file.Path)!);
        }

        EndChange(file);
    }

    /// <summary>From here on until it ends, the database may be half changed.</summary>
    public static Task BeginChangeAsync(DatabaseFile file, string copy, CancellationToken cancel) => DurableFile.WriteAsync(file.ChangingMark, System.Text.Encoding.UTF8.GetBytes(copy), cancel);

    public static void EndChange(DatabaseFile file)
    {
        File.Delete(file.ChangingMark);
        DurableFile.SyncFolder(Path.GetDirectoryName(file.Path)!);
    }

    /// <returns>Where it is.</returns>
    /// <param name="last">The newest change that its schema has had.</param>
    /// <exception cref="StartRefusedException">No copy could be made; the schema was not changed.</exception>
    public static string Keep(DatabaseFile file, string folder, string last)
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

        return path;
    }

    private static void Remove(string half)
    {
        foreach (var left in (ReadOnlySpan<string>)[half, half + "-journal", half + "-wal", half + "-shm"])
        {
            File.Delete(left);
        }
    }
}
