using System.Globalization;
using Bijgespijkerd.Tests.Process;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Tests.Import;

/// <summary>The program itself, from the console: a run that is killed goes on when it is run again, and a large file costs little memory.</summary>
public sealed class ImportKillTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("bijgespijkerd-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task A_run_that_was_killed_goes_on_without_doubles()
    {
        var file = Path.Combine(_data, "oud.xml");
        var export = new WxrFile();
        foreach (var n in Enumerable.Range(1, 300))
        {
            export.Item(n, $"Artikel {n}", slug: $"artikel-{n}", more: Enumerable.Range(0, 10).Select(c => WxrFile.Comment((n * 10) + c, parent: c == 0 ? 0 : (n * 10) + c - 1, date: $"2010-03-05 10:00:{c:00}")));
        }

        await File.WriteAllTextAsync(file, export.ToString());
        var folder = Path.Combine(_data, "site");
        string[] words = ["import", "wordpress", file, "--Blog:BaseUrl=https://blog.voorbeeld.test", "--Blog:DataDirectory=" + folder];
        await RunningProgram.KillAsync(words, () => PostsOf(folder) is var posts && posts > 20);
        var half = PostsOf(folder);
        Assert.InRange(half, 21, 299);

        var (exit, output, errors) = await RunningProgram.RunAsync(words);

        Assert.True(exit == 0, output + errors);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"posts: {300 - half} new, {half} there already"), output, StringComparison.Ordinal);
        Assert.Equal((300, 3000, 3000, 3000), (Count(folder, "SELECT COUNT(*) FROM Posts"), Count(folder, "SELECT COUNT(DISTINCT SourceId) FROM Comments"), Count(folder, "SELECT COUNT(*) FROM Comments"), Count(folder, "SELECT SUM(Shown) FROM ThreadPages")));
        Assert.Equal(3000, Count(folder, "SELECT SUM(CommentCount) FROM Posts"));
    }

    private static int PostsOf(string folder) => File.Exists(Path.Combine(folder, "bijgespijkerd.db")) ? Count(folder, "SELECT COUNT(*) FROM Posts WHERE (SELECT COUNT(*) FROM Comments WHERE PostId = Posts.Id) = 10") : 0;

    private static int Count(string folder, string sql)
    {
        try
        {
            using var connection = new SqliteConnection($"Data Source={folder}/bijgespijkerd.db;Pooling=False;Mode=ReadOnly");
            connection.Open();
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only words of this class.
            command.CommandText = sql;
#pragma warning restore CA2100
            return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        }
        catch (SqliteException)
        {
            return 0;
        }
    }
}
