using System.Globalization;
using Bijgespijkerd.Tests.Process;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Tests.SiteFolder;

/// <summary>The verbs, as an operator has them.</summary>
public sealed class SiteFolderVerbTests : IDisposable
{
    private const int Posts = 200;
    private const int Talk = 3_000;

    private readonly DirectoryInfo _all = Directory.CreateTempSubdirectory("bijgespijkerd-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _all.Delete(recursive: true);
    }

    private string Place(params string[] parts) => Path.Combine([_all.FullName, .. parts]);

    private Task<(int Exit, string Output, string Errors)> RunAsync(params string[] words) => RunningProgram.RunAsync([.. words, "--Blog:DataDirectory=" + Place("data")]);

    [Fact]
    public async Task A_run_that_was_killed_goes_on_without_doubles_and_what_comes_out_is_what_went_in()
    {
        Tell();
        string[] words = ["import", "site", Place("map"), "--Blog:DataDirectory=" + Place("data")];
        await RunningProgram.KillAsync(words, () => Count("SELECT COUNT(*) FROM Comments") > 1_500);
        var half = Count("SELECT COUNT(*) FROM Comments");
        Assert.InRange(half, 1_501, Talk + Posts - 1);

        var (exit, output, errors) = await RunningProgram.RunAsync(words);

        Assert.True(exit == 0, output + errors);
        Assert.Equal((Posts, Talk + Posts, Talk + Posts), (Count("SELECT COUNT(*) FROM Posts"), Count("SELECT COUNT(*) FROM Comments"), Count("SELECT SUM(Shown) FROM ThreadPages")));
        Assert.Equal(0, Count("SELECT COUNT(*) FROM SiteValues WHERE Key LIKE 'folder/%'"));
        var left = await RunAsync("export", "site", Place("weer"));
        Assert.True(left.Exit == 0, left.Output + left.Errors);
        foreach (var file in Directory.EnumerateFiles(Place("map"), "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) is not "site.md"))
        {
            Assert.Equal(await File.ReadAllTextAsync(file), await File.ReadAllTextAsync(Place("weer", Path.GetRelativePath(Place("map"), file))));
        }
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_come_and_stores_nothing()
    {
        Tell(posts: 3, talk: 5);

        var (exit, output, errors) = await RunAsync("import", "site", Place("map"), "--dry-run");

        Assert.True(exit == 0, output + errors);
        Assert.Contains("articles: 3 new, 0 there already", output, StringComparison.Ordinal);
        Assert.Contains("comments: 8 new", output, StringComparison.Ordinal);
        Assert.False(File.Exists(Place("data", "bijgespijkerd.db")));
    }

    [Fact]
    public async Task It_writes_beside_a_serving_site_and_brings_in_only_without_one()
    {
        Tell(posts: 3, talk: 5);
        Assert.Equal(0, (await RunAsync("import", "site", Place("map"))).Exit);
        await using var program = await RunningProgram.ServeAsync(Place("data"));

        var (exit, output, _) = await RunAsync("export", "site", Place("uit"));
        Assert.True(exit == 0, output);
        Assert.Contains("articles: 3\n", output, StringComparison.Ordinal);
        Assert.Equal(["uit"], _all.EnumerateDirectories("uit*").Select(d => d.Name));
        Assert.Equal((1, $"{Place("uit")} is there already, and is not empty: name a folder that is not there yet.\n"), Said(await RunAsync("export", "site", Place("uit"))));
        Assert.Contains("stop the site", (await RunAsync("import", "site", Place("map"))).Errors, StringComparison.Ordinal);
        Assert.Equal(0, await program.StopAsync());
    }

    [Theory]
    [InlineData("export", "site")]
    [InlineData("export", "site", "a", "b")]
    [InlineData("export", "site", "--alles")]
    [InlineData("import", "site")]
    [InlineData("import", "site", "a", "--droog")]
    public async Task A_wrong_word_is_wrong_usage(params string[] words)
    {
        var (exit, output, _) = await RunAsync(words);

        Assert.Equal(2, exit);
        Assert.StartsWith($"Usage: {words[0]} site FOLDER", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_folder_of_ours_is_one_line_and_makes_no_site()
    {
        Directory.CreateDirectory(Place("leeg"));
        Directory.CreateDirectory(Place("later"));
        await File.WriteAllTextAsync(Place("later", "site.md"), "---\nvorm: 2\nherkomst: x\n");

        Assert.Equal((1, $"{Place("nergens")} is not there, or is no folder.\n"), Said(await RunAsync("import", "site", Place("nergens"))));
        Assert.Equal((1, $"{Place("leeg")} is no folder that 'export site' made: it has no site.md that says so.\n"), Said(await RunAsync("import", "site", Place("leeg"))));
        Assert.Equal((1, $"{Place("later")} has form 2, which this version of the program does not know.\n"), Said(await RunAsync("import", "site", Place("later"))));
        Assert.Equal((1, $"There is no database at {Place("data", "bijgespijkerd.db")}.\n"), Said(await RunAsync("export", "site", Place("uit"))));
        Assert.False(Directory.Exists(Place("data")) && File.Exists(Place("data", "bijgespijkerd.db")));
        Assert.False(Directory.Exists(Place("uit")));
    }

    private static (int, string) Said((int Exit, string Output, string Errors) run) => (run.Exit, run.Output);

    /// <summary>A folder as the verb writes it: one long conversation, and short ones.</summary>
    private void Tell(int posts = Posts, int talk = Talk)
    {
        Directory.CreateDirectory(Place("map", "artikelen"));
        Directory.CreateDirectory(Place("map", "auteurs"));
        File.WriteAllText(Place("map", "site.md"), "# Een site\n\n---\nvorm: 1\nherkomst: site-0123456789abcdef\n");
        File.WriteAllText(Place("map", "auteurs", "femke.md"), "---\nslug: femke\nnaam: Femke\nkleur: 1\n---\n");
        var id = 0;
        foreach (var n in Enumerable.Range(1, posts))
        {
            var comments = n == 2 ? talk + 1 : 1;
            File.WriteAllText(Place("map", "artikelen", $"nr-{n}.md"), Text($"---\ntitel: Artikel {n}\nslug: nr-{n}\nnummer: {n}\nstaat: gepubliceerd\ndatum: 2020-01-02T03:04:05Z\ngemaakt: 2020-01-02T03:04:05Z\ngewijzigd: 2020-01-02T03:04:05Z\nwas-openbaar: ja\nauteur: femke\nreacties-open: ja\nlaatste-reactie: {comments}\n---\nTekst {n}."));
            var first = id + 1;
            File.WriteAllText(Place("map", "artikelen", $"nr-{n}.reacties.md"), Text($"# Reacties bij Artikel {n}\n") + string.Concat(Enumerable.Range(1, comments).Select(c => Comment(++id, c, c > 1 ? first : null))));
        }
    }

    private static string Comment(int id, int number, int? answers)
    {
        var at = new DateTimeOffset(2020, 2, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(id).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return Text($"\n---\nreactie: {id}\n{(answers is null ? "" : Text($"antwoord-op: {answers}\n"))}volgnummer: {number}\nstaat: gepubliceerd\nnaam: Noor\nkleur: 2\ndatum: {at}\ngepubliceerd: {at}\n~~~\nReactie {id}.\n~~~\n");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private int Count(string sql)
    {
        try
        {
            using var connection = new SqliteConnection($"Data Source={Place("data", "bijgespijkerd.db")};Pooling=False;Mode=ReadOnly");
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
