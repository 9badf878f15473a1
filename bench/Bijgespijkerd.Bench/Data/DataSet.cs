using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Bench.Data;

/// <summary>What the rows need to know of a set: read from the database itself, before anybody else opens it.</summary>
public sealed class DataSet
{
    private DataSet(string folder, DataSpec spec) => (Folder, Spec) = (folder, spec);

    public string Folder { get; }

    public DataSpec Spec { get; }

    /// <summary>Addresses of posts with exactly so many comments, each good for one cold page.</summary>
    public IReadOnlyList<string> Twenty { get; private set; } = [];

    public IReadOnlyList<string> TwoHundred { get; private set; } = [];

    /// <summary>Any other posts, for warming up and for mixed load.</summary>
    public IReadOnlyList<string> Others { get; private set; } = [];

    public string Longest => "/artikel/" + DataSpec.NamedSlug(Spec.Longest);

    public int LongestPages { get; private set; }

    /// <summary>Comments all over the longest conversation, and some in its thread that is longer than a page.</summary>
    public IReadOnlyList<long> Permalinks { get; private set; } = [];

    /// <summary>First comment of the conversation of 1,000: what the hot post's writer answers.</summary>
    public long HotComment { get; private set; }

    /// <summary>Where writers write: a post's address, and a comment of it that may be answered.</summary>
    public IReadOnlyList<(string Path, long Comment)> Targets { get; private set; } = [];

    public static async Task<DataSet> OpenAsync(string folder, DataSpec spec, CancellationToken cancel)
    {
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "bijgespijkerd.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        await using var connection = new SqliteConnection(file.ToString());
        await connection.OpenAsync(cancel);
        var set = new DataSet(folder, spec);
        set.Twenty = await PathsAsync(connection, "koud-20-%", cancel);
        set.TwoHundred = await PathsAsync(connection, "koud-200-%", cancel);
        set.Others = await PathsAsync(connection, "bericht-%", cancel);
        var longest = DataSpec.NamedSlug(spec.Longest);
        set.LongestPages = (int)(await NumbersAsync(connection, "SELECT COUNT(*) FROM ThreadPages t JOIN Posts p ON p.Id = t.PostId WHERE p.Slug = $slug", longest, cancel))[0];
        var all = await NumbersAsync(connection, "SELECT c.Id FROM Comments c JOIN Posts p ON p.Id = c.PostId WHERE p.Slug = $slug ORDER BY c.Path", longest, cancel);
        set.Permalinks = [.. Enumerable.Range(0, 20).Select(n => all[(int)((n * 2L + 1) * all.Count / 41)]).Append(all[2_000 % all.Count]).Append(all[3_000 % all.Count])];
        set.HotComment = (await NumbersAsync(connection, "SELECT c.Id FROM Comments c JOIN Posts p ON p.Id = c.PostId WHERE p.Slug = $slug ORDER BY c.Path LIMIT 1", "draad-1000", cancel))[0];
        set.Targets = await TargetsAsync(connection, cancel);
        return set;
    }

    private static async Task<IReadOnlyList<string>> PathsAsync(SqliteConnection connection, string like, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT '/artikel/' || Slug FROM Posts WHERE Slug LIKE $like ORDER BY Id";
        command.Parameters.AddWithValue("$like", like);
        return [.. (await RowsAsync(command, cancel)).Select(r => (string)r[0])];
    }

    private static async Task<IReadOnlyList<long>> NumbersAsync(SqliteConnection connection, string sql, string slug, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$slug", slug);
        return [.. (await RowsAsync(command, cancel)).Select(r => (long)r[0])];
    }

    private static async Task<IReadOnlyList<(string Path, long Comment)>> TargetsAsync(SqliteConnection connection, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT '/artikel/' || p.Slug, (SELECT c.Id FROM Comments c WHERE c.PostId = p.Id AND c.IsShown ORDER BY c.Path LIMIT 1) FROM Posts p WHERE p.CommentCount > 0 ORDER BY p.Id";
        return [.. (await RowsAsync(command, cancel)).Select(r => ((string)r[0], (long)r[1]))];
    }

    private static async Task<List<object[]>> RowsAsync(SqliteCommand command, CancellationToken cancel)
    {
        var rows = new List<object[]>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }
}
