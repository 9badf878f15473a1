using System.Net;

namespace Bijgespijkerd.Tests.Posts;

/// <summary>The home page and its further pages.</summary>
public sealed class StreamTests : IAsyncLifetime
{
    private readonly TestBlog _blog = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task An_empty_site_says_so_and_has_one_page()
    {
        var home = await _blog.Visitor().OpenAsync("/");

        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.Equal("Hier staat nog geen artikel.", home.Text("main .box"));
        Assert.Equal(HttpStatusCode.NotFound, (await _blog.Visitor().OpenAsync("/pagina/2")).Status);
    }

    [Fact]
    public async Task The_newest_ten_come_first_and_the_rest_on_the_next_page()
    {
        await TellAsync(11);

        var first = await _blog.Visitor().OpenAsync("/");
        var second = await _blog.Visitor().OpenAsync("/pagina/2");

        Assert.Equal(Enumerable.Range(2, 10).Reverse().Select(n => $"Artikel {n}"), Titles(first));
        Assert.Equal(["Artikel 1"], Titles(second));
        Assert.Equal("/pagina/2", first["main a[rel=next]"].GetAttribute("href"));
        Assert.False(first.Has("main a[rel=prev]"));
        Assert.Equal("/", second["main a[rel=prev]"].GetAttribute("href"));
        Assert.False(second.Has("main a[rel=next]"));
        Assert.Equal("Nieuwste artikelen, pagina 2", second.Title);
        Assert.Equal(TestBlog.Address + "/pagina/2", second["link[rel=canonical]"].GetAttribute("href"));
    }

    [Fact]
    public async Task Ten_articles_fill_one_page()
    {
        await TellAsync(10);

        Assert.False((await _blog.Visitor().OpenAsync("/")).Has(".pager"));
        Assert.Equal(HttpStatusCode.NotFound, (await _blog.Visitor().OpenAsync("/pagina/2")).Status);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("+2")]
    [InlineData("02")]
    [InlineData("2.0")]
    [InlineData("3")]
    [InlineData("999999999")]
    [InlineData("9223372036854775808")]
    [InlineData("18446744073709551618")]
    [InlineData("twee")]
    [InlineData("٢")]
    [InlineData("2%20")]
    [InlineData("%202")]
    public async Task A_page_that_does_not_exist_is_not_found(string page)
    {
        await TellAsync(11);
        foreach (var list in new[] { "", "/auteur/femke-oudshoorn", "/archief/2026/05" })
        {
            Assert.Equal(HttpStatusCode.OK, (await _blog.Visitor().OpenAsync(list + "/pagina/2")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await _blog.Visitor().OpenAsync($"{list}/pagina/{page}")).Status);
        }
    }

    [Fact]
    public async Task The_number_on_a_page_is_a_setting()
    {
        await using var blog = new TestBlog(("Posts:PerPage", "2"));
        foreach (var n in Enumerable.Range(1, 3))
        {
            await blog.ArticleAsync($"Artikel {n}");
        }

        Assert.Equal(2, (await blog.Visitor().OpenAsync("/")).All("main article").Count);
        Assert.Single((await blog.Visitor().OpenAsync("/pagina/2")).All("main article"));
    }

    [Fact]
    public async Task A_card_leads_to_the_post_and_tells_what_it_is()
    {
        await _blog.CategoryAsync("Strategie");
        var post = await _blog.TellAsync(new Tale("Een plan maken") { Categories = ["Strategie"], Cover = await _blog.PictureAsync() });
        await _blog.CommentAsync(post);

        var card = (await _blog.Visitor().OpenAsync("/")).All("main article.h-entry").Single();

        Assert.Equal("/artikel/een-plan-maken", card.QuerySelector("a.u-url.p-name")!.GetAttribute("href"));
        Assert.Equal("Een plan maken", card.QuerySelector(".p-name")!.TextContent);
        Assert.Equal("Strategie", card.QuerySelector(".p-category")!.TextContent);
        Assert.Equal(Cast.Femke, card.QuerySelector(".p-author")!.TextContent);
        Assert.Equal("2026-05-14T09:12:00+02:00", card.QuerySelector("time.dt-published")!.GetAttribute("datetime"));
        Assert.StartsWith("/media/", card.QuerySelector("img.u-featured")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Equal("1 reactie", card.QuerySelector("a.n-reacties")!.TextContent);
        Assert.Equal("/artikel/een-plan-maken#reacties", card.QuerySelector("a.n-reacties")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_home_page_shows_fresh_talk_and_topics()
    {
        await _blog.CategoryAsync("Strategie");
        var post = await _blog.TellAsync(new Tale("Een plan maken") { Categories = ["Strategie"] });
        var comment = await _blog.CommentAsync(post, Cast.Noor, "Dit **werkt** echt.");

        var home = await _blog.Visitor().OpenAsync("/");

        Assert.Equal("“Dit werkt echt.”", home.Text(".talk a"));
        Assert.Equal($"/reactie/{comment.Id}", home[".talk a"].GetAttribute("href"));
        Assert.Equal("/categorie/strategie", home["a.chip"].GetAttribute("href"));
        Assert.Equal("Strategie 1 artikel", home.Text("a.chip"));
    }

    private static IEnumerable<string> Titles(Page page) => page.All("main article .p-name").Select(e => e.TextContent);

    private async Task TellAsync(int articles)
    {
        foreach (var _ in Enumerable.Range(0, articles))
        {
            await _blog.ArticleAsync();
            _blog.Clock.Pass(TimeSpan.FromMinutes(1));
        }
    }
}
