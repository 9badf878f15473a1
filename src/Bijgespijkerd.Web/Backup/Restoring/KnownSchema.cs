using Bijgespijkerd.Web.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bijgespijkerd.Web.Backup.Restoring;

/// <summary>Whether a database from a file is what this program would have made of one: the same tables, columns, indexes and triggers at that migration.</summary>
internal static class KnownSchema
{
    private const string Question = """
        SELECT m.type || ' ' || m.name || COALESCE('.' || c.name, '') FROM sqlite_master m LEFT JOIN pragma_table_info(m.name) c ON m.type IN ('table', 'view')
        WHERE m.name NOT LIKE 'sqlite\_%' ESCAPE '\' AND m.name <> '__EFMigrationsLock'
        """;

    /// <summary>Null when it is; else what is too much or missing.</summary>
    public static async Task<string?> DifferenceAsync(string database, string migration, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(DatabaseCopy.Alone(database, SqliteOpenMode.ReadOnly));
        await connection.OpenAsync(cancel);
        await using var own = new SqliteConnection("Data Source=:memory:");
        await own.OpenAsync(cancel);
        await using var db = new BlogDb(new DbContextOptionsBuilder<BlogDb>().UseSqlite(own).Options);
        await db.GetService<IMigrator>().MigrateAsync(migration, cancel);
        var (found, known) = (await NamesAsync(connection, cancel), await NamesAsync(own, cancel));
        found.SymmetricExceptWith(known);
        return found.Count == 0 ? null : found.Min;
    }

    private static async Task<SortedSet<string>> NamesAsync(SqliteConnection connection, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Question;
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var names = new SortedSet<string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancel))
        {
            names.Add(rows.GetString(0));
        }

        return names;
    }
}
