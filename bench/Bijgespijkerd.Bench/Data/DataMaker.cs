using System.Security.Cryptography;
using System.Text;
using Bijgespijkerd.Bench.Running;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Bench.Data;

/// <summary>Makes a set once, and again only when the generator, the schema or a renderer changed.</summary>
public sealed class DataMaker(Folders folders, Children children, Servers servers, TextWriter output)
{
    /// <summary>Goes up when the generator writes other data.</summary>
    private const int Version = 1;

    private const int PerPage = 200;

    public async Task<string> MakeAsync(DataSpec spec, CancellationToken cancel)
    {
        var folder = Path.Combine(folders.Bench, spec.Name);
        var (stamp, wanted) = (Path.Combine(folder, "stamp"), Stamp(spec));
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp, cancel) == wanted)
        {
            return folder;
        }

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        var since = TimeProvider.System.GetTimestamp();
        await output.WriteLineAsync($"Making the set {spec.Name}: {spec.Posts} posts, {spec.Comments} comments");
        await children.RunAsync(folders.Program, ["migrate"], new Dictionary<string, string>(StringComparer.Ordinal) { ["Blog__DataDirectory"] = folder }, cancel);
        await FillAsync(Path.Combine(folder, "bijgespijkerd.db"), spec, cancel);
        await using (var blog = await servers.BlogAsync(folder, cancel))
        {
            await DataCheck.RunAsync(blog, spec, cancel);
        }

        await File.WriteAllTextAsync(stamp, wanted, cancel);
        await output.WriteLineAsync($"  made in {TimeProvider.System.GetElapsedTime(since).TotalSeconds:0} s");
        return folder;
    }

    private static async Task FillAsync(string file, DataSpec spec, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = false, Pooling = false }.ToString());
        await connection.OpenAsync(cancel);
        await ExecuteAsync(connection, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA temp_store = MEMORY; PRAGMA locking_mode = EXCLUSIVE", cancel);
        var indexes = await IndexesAsync(connection, cancel);
        foreach (var (name, _) in indexes)
        {
            await ExecuteAsync(connection, $"DROP INDEX \"{name}\"", cancel);
        }

        new DataWriter(connection, spec).Write();
        foreach (var (_, sql) in indexes)
        {
            await ExecuteAsync(connection, sql, cancel);
        }

        await PackAsync(connection, cancel);
    }

    /// <summary>Page boundaries by the program's own rule; a conversation that fits one page has just that one.</summary>
    private static async Task PackAsync(SqliteConnection connection, CancellationToken cancel)
    {
        await ExecuteAsync(connection, $"INSERT INTO ThreadPages (PostId, FirstPath, Shown) SELECT Id, '', CommentCount FROM Posts WHERE CommentCount BETWEEN 1 AND {PerPage}", cancel);
        var options = new DbContextOptionsBuilder<BlogDb>().UseSqlite(connection).Options;
        await using var all = new BlogDb(options);
        var crowded = await all.Posts.Where(p => p.CommentCount > PerPage).Select(p => p.Id).ToListAsync(cancel);
        await using var transaction = await all.Database.BeginTransactionAsync(cancel);
        foreach (var post in crowded)
        {
            await new ThreadPages(all, post, PerPage).RebuildAsync(cancel);
            await all.SaveChangesAsync(cancel);
            all.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(cancel);
    }

    /// <summary>An index that is made after its rows are there costs a tenth of one that grows with them.</summary>
    private static async Task<IReadOnlyList<(string Name, string Sql)>> IndexesAsync(SqliteConnection connection, CancellationToken cancel)
    {
        var found = new List<(string, string)>();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'Comments' AND sql IS NOT NULL";
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            found.Add((reader.GetString(0), reader.GetString(1)));
        }

        return found;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of this class, and the database's own description of its indexes.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static string Stamp(DataSpec spec)
    {
        using var db = new BlogDb(new DbContextOptionsBuilder<BlogDb>().UseSqlite("Data Source=none.db").Options);
        var made = string.Join('\n', Version, spec, string.Join(',', spec.Named), CommentMarkdown.Version, ArticleMarkdown.Version, db.Database.GenerateCreateScript(), string.Join(',', db.Database.GetMigrations()));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(made)));
    }
}
