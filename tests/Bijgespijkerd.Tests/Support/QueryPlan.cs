using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Support;

/// <summary>How SQLite carries out a command: without statistics, as on a site where nobody ran ANALYZE.</summary>
public static partial class QueryPlan
{
    /// <summary>Tables that grow with the site; the others hold some dozens of rows.</summary>
    private static readonly string[] Growing = ["Posts", "Comments", "PostCategories", "PostTags", "ListedPosts", "ThreadPages", "Mentions", "FormerSlugs"];

    public static Task<IReadOnlyList<string>> FaultsAsync(TestBlog blog, SeenCommand command) => blog.ReadAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        using var explain = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        explain.CommandText = "EXPLAIN QUERY PLAN " + command.Sql;
        foreach (var (name, value) in command.Parameters)
        {
            explain.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        var steps = new List<string>();
        using var reader = await explain.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(3));
        }

        return FaultsOf(command.Sql, steps);
    });

    /// <summary>A growing table read from end to end, or sorted in the query.</summary>
    public static IReadOnlyList<string> FaultsOf(string sql, IReadOnlyList<string> steps)
    {
        var tables = Names().Matches(sql).ToLookup(m => m.Groups["alias"].Value, m => m.Groups["table"].Value);
        var scans = steps.Where(s => s.StartsWith("SCAN ", StringComparison.Ordinal) && tables[s.Split(' ')[1]].Any(Growing.Contains));
        var sorts = steps.Where(s => s.StartsWith("USE TEMP B-TREE", StringComparison.Ordinal) && tables.Any(t => t.Any(Growing.Contains)));
        return [.. scans.Concat(sorts).Select(step => $"{step}\n{sql}")];
    }

    [GeneratedRegex("\"(?<table>\\w+)\" AS \"(?<alias>\\w+)\"", RegexOptions.None, 1000)]
    private static partial Regex Names();
}
