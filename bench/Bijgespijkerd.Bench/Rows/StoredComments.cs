using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Bench.Rows;

/// <summary>What a database holds after its server ended.</summary>
public static class StoredComments
{
    public static async Task<(long Stored, long Counted)> CountAsync(string folder, CancellationToken cancel)
    {
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "bijgespijkerd.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        await using var connection = new SqliteConnection(file.ToString());
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT COUNT(*) FROM Comments), (SELECT SUM(CommentCount) FROM Posts)";
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return (row.GetInt64(0), row.GetInt64(1));
    }
}
