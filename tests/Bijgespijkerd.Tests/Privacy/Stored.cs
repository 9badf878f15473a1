using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Tests.Privacy;

/// <summary>Every text in every table of the database, search indexes included.</summary>
internal static class Stored
{
    public static IReadOnlyList<string> Everything(TestBlog blog)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(blog.DataFolder, "bijgespijkerd.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var found = new List<string>();
        foreach (var table in Column(connection, "SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    if (reader.GetValue(i) is string text)
                    {
                        found.Add(text);
                    }
                }
            }
        }

        return found;
    }

    private static List<string> Column(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var all = new List<string>();
        while (reader.Read())
        {
            all.Add(reader.GetString(0));
        }

        return all;
    }
}
