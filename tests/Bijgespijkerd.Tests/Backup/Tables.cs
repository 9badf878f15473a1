using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Tests.Backup;

/// <summary>Every row of a database file, so that two can be compared.</summary>
internal static class Tables
{
    /// <summary>What putting a backup back changes on purpose: everybody signs in anew, and the log says so.</summary>
    private static readonly string[] Changed = ["Sessions", "AccountLinks", "AuditEntries"];

    public static async Task<SortedDictionary<string, string>> HashesAsync(string database)
    {
        await using var connection = await OpenAsync(database);
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in (await ColumnAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%EFMigrationsLock'")).Except(Changed))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var rows = await command.ExecuteReaderAsync();
            var lines = new List<string>();
            while (await rows.ReadAsync())
            {
                lines.Add(string.Join('\u001F', Enumerable.Range(0, rows.FieldCount).Select(i => rows[i] is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(rows[i], CultureInfo.InvariantCulture))));
            }

            lines.Sort(StringComparer.Ordinal);
            hashes[table] = $"{lines.Count} rows, {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001E', lines))))}";
        }

        return hashes;
    }

    public static async Task<List<string>> ColumnAsync(string database, string sql)
    {
        await using var connection = await OpenAsync(database);
        return await ColumnAsync(connection, sql);
    }

    private static async Task<SqliteConnection> OpenAsync(string database)
    {
        var connection = new SqliteConnection($"Data Source={database};Pooling=False;Mode=ReadOnly");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<List<string>> ColumnAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return values;
    }
}
