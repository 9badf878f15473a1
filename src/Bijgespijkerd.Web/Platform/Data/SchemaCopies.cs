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
    /// and then neither goes on nor begins again: the database as it was goes back into its place, and the half one aside. Before anything opens it.
    /// </summary>
    /// <param name="copies">Where copies are kept now; the folder may have moved since.</param>
    /// <exception cref="StartRefusedException">It is half changed, perhaps, and its copy is not to be found.</exception>
    public static void PutBackHalfChanged(DatabaseFile file, string copies, ILogger log)
    {
        if (!File.Exists(file.ChangingMark))
        {
            return;
        }

        var told = File.ReadAllText(file.ChangingMark);
        var copy = told.Length == 0 || File.Exists(told) ? told : Path.Combine(copies, Path.GetFileName(told));
        if (copy.Length > 0 && !File.Exists(copy))
        {
            throw new StartRefusedException($"A change of the schema of {file.Path} was broken off, and the copy that was made before it, {told}, is not there: put it back, or restore a backup.");
        }

        // What was never begun, or was taken back by the older version of the program, which knows no such mark, is no half change.
        if (copy.Length > 0 && IsAsIn(file, copy))
        {
            log.LogInformation("A change of the schema was broken off before anything was changed; it begins again");
        }
        else
        {
            log.LogWarning("A change of the schema was broken off: {Copy} goes back into the place of the database, and it begins again", copy.Length > 0 ? copy : "an empty database");
            PutBack(file, copy);
        }

        EndChange(file);
    }

    private static void PutBack(DatabaseFile file, string copy)
    {
        var folder = Path.GetDirectoryName(file.Path)!;
        var coming = file.Path + DurableFile.HalfExtension;
        if (copy.Length > 0)
        {
            File.Copy(copy, coming, overwrite: true);
            DurableFile.Sync(coming);
        }

        var aside = $"{file.Path}.half-{Guid.NewGuid():N}";
        foreach (var ending in (ReadOnlySpan<string>)["-wal", "-shm", "-journal", ""])
        {
            if (File.Exists(file.Path + ending))
            {
                File.Move(file.Path + ending, aside + ending);
            }
        }

        DurableFile.SyncFolder(folder);
        if (copy.Length > 0)
        {
            File.Move(coming, file.Path);
            DurableFile.SyncFolder(folder);
        }
    }

    /// <summary>Tables, indexes, triggers and the changes that were made are those of the copy.</summary>
    private static bool IsAsIn(DatabaseFile file, string copy)
    {
        LogMark.RefuseForeign(file);
        try
        {
            return File.Exists(file.Path) && SchemaOf(file.ForWriting).SequenceEqual(SchemaOf(DatabaseCopy.Alone(copy, SqliteOpenMode.ReadOnly)), StringComparer.Ordinal);
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private static List<string> SchemaOf(string database)
    {
        using var connection = new SqliteConnection(database);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master WHERE name <> '__EFMigrationsLock'
            UNION ALL SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY 1
            """;
        using var rows = command.ExecuteReader();
        var schema = new List<string>();
        while (rows.Read())
        {
            schema.Add(rows.GetString(0));
        }

        return schema;
    }

    /// <summary>From here on until it ends, the database may be half changed.</summary>
    /// <param name="copy">Empty when there was nothing before.</param>
    public static async Task BeginChangeAsync(DatabaseFile file, string copy, CancellationToken cancel)
    {
        await DurableFile.WriteAsync(file.ChangingMark, System.Text.Encoding.UTF8.GetBytes(copy), cancel);
        DurableFile.SyncFolder(Path.GetDirectoryName(file.Path)!);
    }

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
