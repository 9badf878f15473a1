using System.Text.Json;

namespace Bijgespijkerd.Tests.Posts;

/// <summary>What machines read in the head of a post page.</summary>
public sealed class PostHeadTests : IAsyncLifetime
{
    private readonly TestBlog _blog = new();

    public static TheoryData<string> HostileTitles => new()
    {
        "</script><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'\"--><svg/onload=alert(1)>",
        "{{7*7}} ${7*7} @(7*7) <%= 7*7 %>",
        "</title><script>alert(1)</script>",
        "&lt;b&gt; &amp; \u2028\u2029",
        "<!--<script>",
    };

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task Open_graph_and_the_canonical_address_are_absolute()
    {
        var picture = await _blog.PictureAsync();
        var post = await _blog.TellAsync(new Tale("Een plan maken") { Cover = picture });

        var page = await _blog.Visitor().OpenAsync(post.Path + "?utm_source=elders");

        Assert.Equal(TestBlog.Address + post.Path, page["link[rel=canonical]"].GetAttribute("href"));
        Assert.Equal(TestBlog.Address + post.Path, Meta(page, "og:url"));
        Assert.Equal("article", Meta(page, "og:type"));
        Assert.Equal("Een plan maken | Bijgespijkerd", Meta(page, "og:title"));
        Assert.Equal("Waar het over gaat.", Meta(page, "og:description"));
        Assert.Equal("nl_NL", Meta(page, "og:locale"));
        Assert.Equal("Bijgespijkerd", Meta(page, "og:site_name"));
        Assert.Equal(TestBlog.Address + picture, Meta(page, "og:image"));
        Assert.Equal("Een punt", Meta(page, "og:image:alt"));
        Assert.Equal("2026-05-14T09:12:00+02:00", Meta(page, "article:published_time"));
        Assert.Equal("Waar het over gaat.", page["meta[name=description]"].GetAttribute("content"));
    }

    [Fact]
    public async Task Forged_host_headers_never_reach_a_link()
    {
        var post = await _blog.ArticleAsync();
        foreach (var path in new[] { "/", post.Path, "/feed", "/.well-known/security.txt", "/robots.txt" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("X-Forwarded-Host", "kwaad.voorbeeld.test");
            request.Headers.Add("X-Forwarded-Proto", "gopher");
            var answer = await _blog.Visitor().SendAsync(request);

            Assert.DoesNotContain("kwaad", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Json_ld_tells_the_post_and_its_comments()
    {
        var post = await _blog.ArticleAsync("Een plan maken");
        var first = await _blog.CommentAsync(post, Cast.Noor, "Waarom?");
        var answer = await _blog.CommentAsync(post, Cast.Joost, "Daarom.", first);

        var json = JsonLd(await _blog.Visitor().OpenAsync(post.Path));

        Assert.Equal("BlogPosting", json.GetProperty("@type").GetString());
        Assert.Equal(TestBlog.Address + post.Path, json.GetProperty("url").GetString());
        Assert.Equal("Een plan maken", json.GetProperty("headline").GetString());
        Assert.Equal("nl", json.GetProperty("inLanguage").GetString());
        Assert.Equal(Cast.Femke, json.GetProperty("author").GetProperty("name").GetString());
        Assert.Equal(TimeSpan.Zero, json.GetProperty("datePublished").GetDateTimeOffset().Offset);
        Assert.Equal(post.PublishedAt, json.GetProperty("datePublished").GetDateTimeOffset());
        Assert.Equal(2, json.GetProperty("commentCount").GetInt32());
        var comments = json.GetProperty("comment").EnumerateArray().ToList();
        Assert.Equal([Cast.Noor, Cast.Joost], comments.Select(c => c.GetProperty("author").GetProperty("name").GetString()));
        Assert.Equal($"{TestBlog.Address}/reactie/{answer.Id}", comments[1].GetProperty("@id").GetString());
        Assert.Equal($"{TestBlog.Address}/reactie/{first.Id}", comments[1].GetProperty("parentItem").GetProperty("@id").GetString());
    }

    [Theory]
    [MemberData(nameof(HostileTitles))]
    public async Task A_hostile_title_is_text_wherever_it_stands(string title)
    {
        await _blog.CategoryAsync("Strategie", description: title);
        var post = await _blog.TellAsync(new Tale(title) { Slug = "vijandig", Summary = title, Categories = ["Strategie"], Tags = ["planning"] });
        await _blog.TellAsync(new Tale("Buurman") { At = _blog.Clock.GetUtcNow().AddDays(1) });
        await _blog.CommentAsync(post);

        var page = await _blog.Visitor().OpenAsync(post.Path);

        Assert.Equal(title, page["h1.p-name"].TextContent);
        Assert.Equal($"{title} | Bijgespijkerd", Meta(page, "og:title"));
        Assert.Equal(title, Meta(page, "og:description"));
        Assert.Equal(title, JsonLd(page).GetProperty("headline").GetString());
        Assert.Equal(title, JsonLd(page).GetProperty("description").GetString());
        foreach (var path in new[] { post.Path, "/", "/categorie", "/categorie/strategie", "/tag/planning", "/auteur/femke-oudshoorn", "/archief/2026/05", "/artikel/buurman", "/zoeken?q=alinea" })
        {
            var shown = await _blog.Visitor().OpenAsync(path);
            Assert.Contains(title.Trim()[..4], shown.Html.Body!.TextContent, StringComparison.Ordinal);
            Assert.Empty(shown.All("script:not([src]):not([type='application/ld+json']), [onerror], [onload], body svg[onload], img[src=x]"));
        }
    }

    private static string? Meta(Page page, string property) => page[$"meta[property='{property}']"].GetAttribute("content");

    private static JsonElement JsonLd(Page page) => JsonDocument.Parse(page.All("script[type='application/ld+json']").Single().TextContent).RootElement;
}
