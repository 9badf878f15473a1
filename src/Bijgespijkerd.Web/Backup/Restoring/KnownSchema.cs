using System.Text;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bijgespijkerd.Web.Backup.Restoring;

/// <summary>
/// Whether a database from a file is what this program would have made of one: the same history, tables, columns, indexes and triggers at that
/// migration, each made by the same words.
/// </summary>
internal static class KnownSchema
{
    /// <summary>What the full-text index keeps for itself has the words of the version of SQLite that made it.</summary>
    private const string Question = """
        SELECT m.type || ' ' || m.name, CASE WHEN m.name IN (SELECT name FROM pragma_table_list WHERE type = 'shadow') THEN '' ELSE COALESCE(m.sql, '') END
        FROM sqlite_master m WHERE m.name NOT LIKE 'sqlite\_%' ESCAPE '\' AND m.name <> '__EFMigrationsLock'
        UNION ALL SELECT m.type || ' ' || m.name || '.' || c.name, '' FROM sqlite_master m, pragma_table_info(m.name) c
        WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite\_%' ESCAPE '\' AND m.name <> '__EFMigrationsLock'
        UNION ALL SELECT 'migration ' || MigrationId, '' FROM __EFMigrationsHistory
        """;

    /// <summary>Null when it is; else what is too much, missing or different.</summary>
    public static async Task<string?> DifferenceAsync(string database, string migration, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(DatabaseCopy.Alone(database, SqliteOpenMode.ReadOnly));
        await connection.OpenAsync(cancel);
        await using var own = new SqliteConnection("Data Source=:memory:");
        await own.OpenAsync(cancel);
        await using var db = On(own);
        await db.GetService<IMigrator>().MigrateAsync(migration, cancel);
        var (found, known) = (await PartsAsync(connection, cancel), await PartsAsync(own, cancel));
        return found.Keys.Where(name => !known.ContainsKey(name)).Concat(known.Keys.Where(name => !found.ContainsKey(name))).Min(StringComparer.Ordinal)
            ?? found.FirstOrDefault(part => known[part.Key] != part.Value).Key;
    }

    /// <summary>Whether a database of that migration needs no change.</summary>
    public static bool IsNewest(string migration)
    {
        using var none = new SqliteConnection("Data Source=:memory:");
        using var db = On(none);
        return db.Database.GetMigrations().LastOrDefault() == migration;
    }

    private static BlogDb On(SqliteConnection connection) => new(new DbContextOptionsBuilder<BlogDb>().UseSqlite(connection).Options);

    private static async Task<SortedDictionary<string, string>> PartsAsync(SqliteConnection connection, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Question;
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancel))
        {
            parts[rows.GetString(0)] = Plain(rows.GetString(1));
        }

        return parts;
    }

    /// <summary>How it is laid out and quoted says nothing.</summary>
    private static string Plain(string sql)
    {
        var plain = new StringBuilder(sql.Length);
        foreach (var c in sql.Where(c => c != '"' && !char.IsWhiteSpace(c)))
        {
            plain.Append(c);
        }

        return plain.ToString();
    }
}
