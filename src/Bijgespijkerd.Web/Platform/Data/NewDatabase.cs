using Bijgespijkerd.Web.Platform.Media;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>
/// A database that is not there yet, made under another name: SQLite begins with an empty file, and one that a full disk or a kill left
/// in the place would be taken for a database that lost all it had.
/// </summary>
internal static class NewDatabase
{
    private const string HalfExtension = ".new";

    private static readonly string[] Beside = ["-wal", "-shm", "-journal"];

    /// <summary>Of the process that holds the lock.</summary>
    public static async Task MakeWhereNoneIsAsync(DatabaseFile file, CancellationToken cancel)
    {
        var half = file.Path + HalfExtension;
        Remove([half, .. Beside.Select(ending => half + ending)]);
        if (File.Exists(file.Path))
        {
            return;
        }

        await using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder(file.ForWriting) { DataSource = half }.ToString()))
        {
            await connection.OpenAsync(cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL";
            await command.ExecuteNonQueryAsync(cancel);
        }

        // The log of a database that is gone would be read into the new one.
        Remove(Beside.Select(ending => file.Path + ending));
        DurableFile.Sync(half);
        File.Move(half, file.Path);
        DurableFile.SyncFolder(Path.GetDirectoryName(file.Path)!);
    }

    private static void Remove(IEnumerable<string> left)
    {
        foreach (var name in left)
        {
            File.Delete(name);
        }
    }
}
