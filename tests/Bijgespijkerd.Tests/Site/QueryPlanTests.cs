namespace Bijgespijkerd.Tests.Site;

/// <summary>What every public address asks of the database, and how SQLite carries it out.</summary>
[Collection(nameof(WholeSite))]
public sealed class QueryPlanTests(WholeSite site)
{
    /// <summary>The words of a search are looked for in every article; one comment's own page sorts the reasons why it waits.</summary>
    private static readonly string[] Excepted = ["/zoeken?q=alinea", "/zoeken?q=nergens", "/reactie/1/bewerken"];

    public static TheoryData<string> Addresses => [.. PublicAddresses.Gets.Select(a => a.Example!).Except(Excepted), "/reactie/7", "/pagina/9", "/bestaat-niet-meer"];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task No_large_table_is_read_whole_or_sorted(string address)
    {
        var visitor = site.Visitor();
        site.Blog.Forget(address);

        var seen = await site.Blog.Sql.SeenDuringAsync(() => visitor.GetAsync(address));

        var faults = new List<string>();
        foreach (var command in seen)
        {
            faults.AddRange(await QueryPlan.FaultsAsync(site.Blog, command));
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_plan_that_reads_all_or_sorts_is_found()
    {
        var all = new SeenCommand("SELECT \"p\".\"Title\" FROM \"Posts\" AS \"p\"", []);
        var sorted = new SeenCommand("SELECT \"c\".\"Name\" FROM \"Comments\" AS \"c\" WHERE \"c\".\"PostId\" = @post ORDER BY \"c\".\"Html\"", [("@post", 1L)]);

        Assert.StartsWith("SCAN p", Assert.Single(await QueryPlan.FaultsAsync(site.Blog, all)), StringComparison.Ordinal);
        Assert.StartsWith("USE TEMP B-TREE", Assert.Single(await QueryPlan.FaultsAsync(site.Blog, sorted)), StringComparison.Ordinal);
    }
}

public sealed class QueryNumberTests : BlogTests
{
    [Fact]
    public async Task What_a_visitor_wrote_is_found_by_an_index()
    {
        var post = await Blog.ArticleAsync();
        var visitor = Blog.Visitor();
        await visitor.ReactAsync(post.Path);

        var seen = await Blog.Sql.SeenDuringAsync(() => visitor.GetAsync(post.Path));

        Assert.Contains(seen, command => command.Sql.Contains("VisitorHash", StringComparison.Ordinal));
        foreach (var command in seen)
        {
            Assert.Empty(await QueryPlan.FaultsAsync(Blog, command));
        }
    }

    [Fact]
    public async Task A_large_site_is_asked_as_often_as_a_small_one()
    {
        await Blog.CategoryAsync("Sociaal");
        await Blog.CategoryAsync("Strategie", under: "Sociaal");
        var post = await Blog.TellAsync(new Tale("Een plan") { Categories = ["Strategie"], Tags = ["planning"] });
        await Blog.TalkAsync(await Blog.ArticleAsync("Weinig"), 5);
        await Blog.TalkAsync(await Blog.ArticleAsync("Veel"), 500);
        await Blog.CopyAsync(post, 20);
        var small = await NumbersAsync();
        await Blog.CopyAsync(post, 2_000);

        Assert.Equal(small, await NumbersAsync());
        Assert.Equal(await NumberAsync("/artikel/weinig"), await NumberAsync("/artikel/veel"));
        Assert.InRange(await NumberAsync("/artikel/veel"), 1, 5);
    }

    private async Task<List<int>> NumbersAsync()
    {
        var numbers = new List<int>();
        foreach (var path in new[] { "/", "/pagina/2", "/categorie", "/categorie/sociaal", "/categorie/sociaal/pagina/2", "/tag/planning", "/auteur", "/auteur/femke-oudshoorn", "/archief", "/archief/2026/05", "/feed", "/artikel/een-plan" })
        {
            numbers.Add(await NumberAsync(path));
        }

        return numbers;
    }

    private async Task<int> NumberAsync(string path)
    {
        var visitor = Blog.Visitor();
        Blog.Forget(path);
        return (await Blog.Sql.SeenDuringAsync(async () => Assert.Equal(System.Net.HttpStatusCode.OK, (await visitor.GetAsync(path)).StatusCode))).Count;
    }
}
