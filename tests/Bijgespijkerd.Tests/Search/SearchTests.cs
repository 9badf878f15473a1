using System.Net;
using Bijgespijkerd.Web.Search;

namespace Bijgespijkerd.Tests.Search;

public sealed class SearchTests : IAsyncLifetime
{
    private readonly TestBlog _blog = new();

    public static TheoryData<string> Hostile => new()
    {
        "", " ", "\"", "\"\"", "'", "''", "*", "%", "_", "\\", "%%%", "AND", "OR", "NOT", "NEAR(a b)", "a NEAR/2 b", "titel:a", "a*", "^a", "-a", "+a", "(a", "a)", "{a}", "a AND", "\"a", "a\"b",
        "'; DROP TABLE Posts; --", "' OR 1=1 --", "1); DELETE FROM Posts; --", "%' ESCAPE '", "\u0000", "a\u0000b", "\uD83D", "\uD83D\uDE00", "\u202Ea", "é", "ĳ", "İ", "ß", "🔨🔨🔨", "\r\n\t", "{{7*7}}", "${jndi:ldap://a}", "../../etc/passwd",
    };

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_query_is_only_words(string query)
    {
        await _blog.ArticleAsync("Titel", "Een tekst.");

        var page = await SearchAsync(query);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True(page.Has("main .hint") || page.Has("main [role=status]"));
        Assert.Equal([], HtmlRules.FaultsOf(page.Source));
        Assert.Equal(1, await _blog.ReadAsync(db => Task.FromResult(db.Posts.Count())));
    }

    [Fact]
    public async Task A_query_of_ten_thousand_letters_is_cut_and_answered()
    {
        await _blog.ArticleAsync("Titel", string.Join(' ', Enumerable.Repeat("hamer", 50)));

        Assert.Equal(HttpStatusCode.OK, (await SearchAsync(new string('a', 10_000))).Status);
        Assert.Equal(HttpStatusCode.OK, (await SearchAsync(string.Concat(Enumerable.Repeat("a b ", 2_500)))).Status);
        Assert.Equal(["Titel"], Found(await SearchAsync(string.Concat(Enumerable.Repeat("hamer ", 2_000)))));
        Assert.True((await SearchAsync(new string('a', 10_000)))["main input[name=q]"].GetAttribute("value")!.Length <= 200);
    }

    [Fact]
    public async Task Every_word_must_stand_in_the_article_somewhere()
    {
        await _blog.ArticleAsync("Hamer en spijker", "Over timmeren.");
        await _blog.ArticleAsync("Alleen een hamer", "Over slaan.");

        Assert.Equal(["Alleen een hamer", "Hamer en spijker"], Found(await SearchAsync("hamer")).Order(StringComparer.Ordinal));
        Assert.Equal(["Hamer en spijker"], Found(await SearchAsync("timmeren HAMER")));
        Assert.Empty(Found(await SearchAsync("hamer zaag")));
    }

    [Theory]
    [InlineData("100%", "Nu 100% gratis")]
    [InlineData("a_b", "Het bestand a_b")]
    [InlineData("c\\d", "De map c\\d")]
    public async Task Signs_with_a_meaning_in_sql_mean_themselves(string query, string title)
    {
        await _blog.TellAsync(new Tale("Nu 1000 gratis") { Slug = "een" });
        await _blog.TellAsync(new Tale("Het bestand axb") { Slug = "twee" });
        await _blog.TellAsync(new Tale("De map cd") { Slug = "drie" });
        await _blog.TellAsync(new Tale(title) { Slug = "vier" });

        Assert.Equal([title], Found(await SearchAsync(query)));
    }

    [Fact]
    public async Task What_was_found_is_marked()
    {
        await _blog.ArticleAsync("Titel", "Sla met een **hamer** op de spijker. De Hamer is zwaar.");

        var page = await SearchAsync("hamer spijker");

        Assert.Equal(["hamer", "spijker", "Hamer"], page.All("main mark").Select(m => m.TextContent));
        Assert.Contains("Sla met een hamer op de spijker. De Hamer is zwaar.", page.Text("main .hits"), StringComparison.Ordinal);
        Assert.Equal("1 artikel gevonden voor hamer spijker", page.Text("main [role=status]"));
        Assert.Equal("/artikel/titel", page["main .hits h2 a"].GetAttribute("href"));
    }

    [Fact]
    public async Task Nobody_is_found_by_their_address()
    {
        var post = await _blog.ArticleAsync();
        await _blog.CommentAsync(post, Cast.Noor);

        foreach (var query in new[] { Cast.Email(Cast.Noor), "voorbeeld.test", "noor-hagedoorn" })
        {
            var page = await SearchAsync(query);
            Assert.Empty(Found(page));
        }

        Assert.DoesNotContain(Cast.Email(Cast.Noor), (await _blog.Visitor().OpenAsync(post.Path)).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_is_not_to_be_found_itself()
    {
        Assert.Equal("noindex", (await SearchAsync("hamer"))["meta[name=robots]"].GetAttribute("content"));
    }

    [Fact]
    public void A_snippet_of_any_text_is_the_text_itself()
    {
        var query = SearchQuery.From("spijker");
        var pieces = query.Snippet(string.Join(' ', Enumerable.Repeat("woord", 100)) + " spijker " + string.Join(' ', Enumerable.Repeat("woord", 100)));

        Assert.Equal("spijker", pieces[1]);
        Assert.StartsWith("…", pieces[0], StringComparison.Ordinal);
        Assert.EndsWith("…", pieces[^1], StringComparison.Ordinal);
    }

    private static IEnumerable<string> Found(Page page) => page.All("main .hits h2").Select(h => h.TextContent);

    private Task<Page> SearchAsync(string query) => _blog.Visitor().OpenAsync("/zoeken?q=" + Uri.EscapeDataString(query));
}
