using Bijgespijkerd.Web.Backup.Archive;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Web.Backup.Making;

/// <summary>What is asked of a database that nobody else has open, of whatever schema it is.</summary>
internal sealed record SnapshotFacts(string? Migration, IReadOnlyList<string> Migrations, BackupCounts Counts, IReadOnlyDictionary<string, string> Settings)
{
    public static SnapshotFacts Of(string path)
    {
        using var connection = new SqliteConnection(DatabaseCopy.Alone(path, SqliteOpenMode.ReadOnly));
        connection.Open();
        using var command = connection.CreateCommand();
        var migrations = Has(command, "__EFMigrationsHistory") ? Pairs(command, "SELECT MigrationId, '' FROM __EFMigrationsHistory ORDER BY MigrationId").ConvertAll(pair => pair.Key) : [];
        var settings = Has(command, "Settings") ? Pairs(command, "SELECT Key, Value FROM Settings WHERE Value IS NOT NULL") : [];
        return new(migrations.LastOrDefault(), migrations, Counted(command), settings.ToDictionary(StringComparer.Ordinal));
    }

    public static BackupCounts CountsOf(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        return Counted(command);
    }

    private static BackupCounts Counted(SqliteCommand command) =>
        new(Count(command, "Posts"), Count(command, "Comments"), Count(command, "Pictures"), Count(command, "Accounts"));

    private static bool Has(SqliteCommand command, string table)
    {
        command.Parameters.Clear();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = $name";
        command.Parameters.AddWithValue("$name", table);
        return command.ExecuteScalar() is > 0L;
    }

    private static long Count(SqliteCommand command, string table)
    {
        if (!Has(command, table))
        {
            return 0;
        }

#pragma warning disable CA2100 // Only names that stand above.
        command.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    private static List<KeyValuePair<string, string>> Pairs(SqliteCommand command, string question)
    {
        command.Parameters.Clear();
#pragma warning disable CA2100 // Only words of this class.
        command.CommandText = question;
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        var found = new List<KeyValuePair<string, string>>();
        while (rows.Read())
        {
            found.Add(new(rows.GetString(0), rows.GetString(1)));
        }

        return found;
    }
}
