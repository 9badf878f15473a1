using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>
/// What a start needs to know of a database that is as this program left it, asked without EF Core, which is still getting ready
/// by then (see <see cref="HeadStart"/>).
/// </summary>
internal sealed record DatabaseFacts(IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string> Settings, long LastPost, long LastComment)
{
    /// <summary>Null when it has no schema of ours yet, or an older one: then EF Core looks after it.</summary>
    public static DatabaseFacts? Read(DatabaseFile file)
    {
        using var connection = new SqliteConnection(file.ForReading);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'";
        if (command.ExecuteScalar() is not > 0L)
        {
            return null;
        }

        command.CommandText = "SELECT MigrationId, '' FROM __EFMigrationsHistory";
        if (!SchemaUpdate.IsCurrent(Rows(command).Select(row => row.Key)))
        {
            return null;
        }

        command.CommandText = "SELECT Key, Value FROM SiteValues";
        var values = Rows(command).ToDictionary(StringComparer.Ordinal);
        command.CommandText = "SELECT Key, Value FROM Settings WHERE Value IS NOT NULL";
        var settings = Rows(command).ToDictionary(StringComparer.Ordinal);
        command.CommandText = "SELECT COALESCE(MAX(Id), 0) FROM Posts";
        var lastPost = (long)command.ExecuteScalar()!;
        command.CommandText = "SELECT COALESCE(MAX(Id), 0) FROM Comments";
        return new(values, settings, lastPost, (long)command.ExecuteScalar()!);
    }

    private static List<KeyValuePair<string, string>> Rows(SqliteCommand command)
    {
        using var rows = command.ExecuteReader();
        var found = new List<KeyValuePair<string, string>>();
        while (rows.Read())
        {
            found.Add(new(rows.GetString(0), rows.GetString(1)));
        }

        return found;
    }
}
