using System.Net;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Tests.Site;

/// <summary>Answers that are not what was asked for: Dutch, with the right status, telling nothing of the program.</summary>
public sealed class ErrorPageTests : IAsyncLifetime
{
    private static readonly string[] Leaks = ["Exception", "   at ", ".cs:", "Microsoft", "ASP.NET", "Kestrel", "SQLite", "Sqlite", "/work/", "/tmp/", "10.0."];

    private readonly TestBlog _blog = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task What_is_not_found_comes_with_a_search_for_its_words()
    {
        await _blog.ArticleAsync("Een goede contentkalender maken");

        var page = await _blog.Visitor().OpenAsync("/artikel/contentkalender-2019");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("Misgeslagen", page.Text("h1"));
        Assert.Equal("contentkalender 2019", page["main input[name=q]"].GetAttribute("value"));
        Assert.Equal("/artikel/een-goede-contentkalender-maken", page["main ul a"].GetAttribute("href"));
        Assert.Equal("noindex", page["meta[name=robots]"].GetAttribute("content"));
        Assert.Equal("no-store", page.Answer.Headers.CacheControl!.ToString());
        AssertTellsNothing(page);
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused_in_dutch()
    {
        var post = await _blog.ArticleAsync();

        var page = await _blog.Visitor().SendFormAsync(post.Path + "/reacties", new Dictionary<string, string> { ["Body"] = "Hallo" }, "cross-site");

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Equal("Dat mag hier niet", page.Text("h1"));
        Assert.Equal(0, await _blog.ReadAsync(db => Task.FromResult(db.Comments.Count())));
        AssertTellsNothing(page);
    }

    [Fact]
    public async Task A_fault_of_ours_is_told_with_a_mark_and_nothing_else()
    {
        var post = await _blog.ArticleAsync();
        await using (var connection = new SqliteConnection($"Data Source={_blog.DataFolder}/bijgespijkerd.db"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "ALTER TABLE ThreadPages RENAME TO Weg";
            await command.ExecuteNonQueryAsync();
        }

        var page = await _blog.Visitor().OpenAsync(post.Path);

        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Equal("Kromgeslagen", page.Text("h1"));
        Assert.Matches("^Noem dit kenmerk als je ons erover schrijft: [0-9A-Za-z:-]{8,}$", page.Text("main .hint"));
        Assert.Equal("nosniff", page.Answer.Headers.GetValues("X-Content-Type-Options").Single());
        AssertTellsNothing(page);
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_refused_in_dutch()
    {
        var post = await _blog.ArticleAsync();
        using var keys = new FormUrlEncodedContent(Enumerable.Range(1, 10_000).Select(n => KeyValuePair.Create($"k{n}", "v")));
        using var half = new StringContent("--grens\r\nContent-Disposition: form-data; name=\"Body\"\r\n\r\nnooit afgemaakt");
        half.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data");

        using var odd = new StringContent("Body=x");
        odd.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded; charset=utf-7");

        foreach (var form in new HttpContent[] { keys, half, odd })
        {
            var page = await Page.FromAsync(await _blog.Visitor().PostAsync(post.Path + "/reacties", form));
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Equal("Dat begrepen we niet", page.Text("h1"));
            AssertTellsNothing(page);
        }
    }

    [Theory]
    [InlineData("/fout/500")]
    [InlineData("/fout/200")]
    [InlineData("/fout/301")]
    public async Task Nobody_can_ask_for_an_error_page(string path)
    {
        var page = await _blog.Visitor().OpenAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("Misgeslagen", page.Text("h1"));
    }

    [Theory]
    [InlineData("/%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/artikel/%22onmouseover=alert(1)%20x=%22")]
    [InlineData("/artikel/%3Cimg%20src=x%20onerror=alert(1)%3E")]
    [InlineData("/tag/%27%22%3E%3Csvg%20onload=alert(1)%3E")]
    [InlineData("/artikel/x?volgorde=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/%5c%5ckwaad.test")]
    public async Task Markup_in_an_address_stays_text(string path)
    {
        var page = await _blog.Visitor().OpenAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        AssertNothingActive(page);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><svg onload=alert(1)>")]
    [InlineData("' onfocus=alert(1) autofocus '")]
    [InlineData("</title><script>alert(1)</script>")]
    [InlineData("{{7*7}}${7*7}")]
    public async Task Markup_in_a_search_stays_text(string query)
    {
        var page = await _blog.Visitor().OpenAsync("/zoeken?q=" + Uri.EscapeDataString(query));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(query, page["main input[name=q]"].GetAttribute("value"));
        AssertNothingActive(page);
    }

    [Theory]
    [InlineData("?volgorde=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("?antwoord=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("?antwoord=99999999999999999999")]
    [InlineData("?antwoord=-1")]
    [InlineData("?static=1&order=asc")]
    [InlineData("?%00=%00")]
    [InlineData("?volgorde=nieuw&volgorde=oud")]
    public async Task Unknown_words_behind_a_post_change_nothing(string query)
    {
        var post = await _blog.ArticleAsync();
        await _blog.CommentAsync(post);

        var page = await _blog.Visitor().OpenAsync(post.Path + query);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        AssertNothingActive(page);
        Assert.Single(page.All("article.u-comment"));
    }

    private static void AssertNothingActive(Page page)
    {
        Assert.DoesNotContain("alert(1)", string.Join(' ', page.All("script:not([type='application/ld+json'])").Select(s => s.TextContent)), StringComparison.Ordinal);
        Assert.Empty(page.All("[onload], [onerror], [onmouseover], [onfocus], [autofocus], img[src=x]"));
        AssertTellsNothing(page);
    }

    private static void AssertTellsNothing(Page page) => Assert.DoesNotContain(Leaks, leak => page.Source.Contains(leak, StringComparison.Ordinal));
}
