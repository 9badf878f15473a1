using System.Net;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Tests.Posts;

/// <summary>The markup of a post page that others may rely on.</summary>
public sealed class PostPageTests : IAsyncLifetime
{
    private readonly TestBlog _blog = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task A_post_is_an_h_entry_with_everything_a_reader_program_asks_for()
    {
        await _blog.CategoryAsync("Strategie");
        await _blog.CategoryAsync("Schrijven");
        var picture = await _blog.PictureAsync();
        await _blog.TellAsync(new Tale("Een plan maken")
        {
            Markdown = "Begin **klein**.",
            Categories = ["Strategie", "Schrijven"],
            Tags = ["planning", "Kalender"],
            Cover = picture,
        });

        var page = await _blog.Visitor().OpenAsync("/artikel/een-plan-maken");

        Assert.Equal("Een plan maken", page.Text("article.h-entry h1.p-name"));
        Assert.Equal("2026-05-14T09:12:00+02:00", page["article.h-entry .byline time.dt-published"].GetAttribute("datetime"));
        Assert.Equal("14 mei 2026", page.Text("article.h-entry .byline time.dt-published"));
        Assert.Equal(Cast.Femke, page.Text("article.h-entry .p-author.h-card"));
        Assert.Equal("/auteur/femke-oudshoorn", page[".p-author.h-card a.u-url"].GetAttribute("href"));
        Assert.Equal(["Strategie", "Kalender", "planning"], page.All("article.h-entry .p-category").Select(e => e.TextContent.Trim()));
        Assert.Equal(["/categorie/strategie", "/tag/kalender", "/tag/planning"], page.All("a.p-category").Select(e => e.GetAttribute("href")));
        Assert.Equal("<p>Begin <strong>klein</strong>.</p>", page["article.h-entry .e-content"].InnerHtml.Trim());
        Assert.Contains(page.All("article.h-entry > header a.u-url"), link => link.GetAttribute("href") == "/artikel/een-plan-maken");
        Assert.Equal(picture, page["article.h-entry img.u-featured"].GetAttribute("src"));
        Assert.Equal("Een punt", page["img.u-featured"].GetAttribute("alt"));
        Assert.Equal("De omslag", page.Text("figcaption"));
        Assert.Equal("Waar het over gaat.", page.Text(".p-summary"));
        Assert.Equal("Een plan maken | Bijgespijkerd", page.Title);
    }

    [Theory]
    [InlineData(0, "Leestijd: ca. 1 minuut")]
    [InlineData(160, "Leestijd: ca. 1 minuut")]
    [InlineData(161, "Leestijd: ca. 2 minuten")]
    [InlineData(480, "Leestijd: ca. 3 minuten")]
    public async Task Reading_time_counts_160_words_a_minute_rounded_up(int words, string told)
    {
        var post = await _blog.ArticleAsync("Lezen", string.Join(' ', Enumerable.Repeat("woord", words)));

        Assert.Equal(told, (await _blog.Visitor().OpenAsync(post.Path)).Text(".leestijd"));
    }

    [Fact]
    public async Task The_author_is_introduced_below()
    {
        var post = await _blog.ArticleAsync();

        var page = await _blog.Visitor().OpenAsync(post.Path);

        Assert.Equal("Over de auteur", page.Text("section.over-de-auteur h2"));
        Assert.Contains("Femke Oudshoorn schrijft hier. En elders ook.", page.Text("section.over-de-auteur"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "Nog geen reacties")]
    [InlineData(1, "1 reactie")]
    [InlineData(10, "10 reacties")]
    public async Task The_comments_are_headed_by_their_number(int comments, string heading)
    {
        var post = await _blog.ArticleAsync();
        foreach (var n in Enumerable.Range(1, comments))
        {
            await _blog.CommentAsync(post, text: $"Reactie {n}");
        }

        var page = await _blog.Visitor().OpenAsync(post.Path);

        Assert.Equal(heading, page.Text("section#reacties h2"));
        Assert.Equal(comments, page.All("section#reacties ol article.h-cite.u-comment").Count);
    }

    [Fact]
    public async Task The_form_stands_on_the_page_itself()
    {
        var post = await _blog.ArticleAsync();

        var page = await _blog.Visitor().OpenAsync(post.Path);

        Assert.Equal("Laat een antwoord achter", page.Text("form#reageren h2"));
        Assert.Contains("Je e-mailadres wordt niet gepubliceerd.", page.Text("form#reageren"), StringComparison.Ordinal);
        Assert.Equal(post.Path + "/reacties#reageren", page["form#reageren"].GetAttribute("action"));
        Assert.Equal("post", page["form#reageren"].GetAttribute("method"));
        foreach (var field in new[] { "Name", "Email", "Website", "Body", "ParentId" })
        {
            Assert.True(page.Has($"form#reageren [name={field}]"), field);
        }

        Assert.False(page.Has("[name=__RequestVerificationToken]"));
        Assert.Contains("Voorbeeld", page.All("form#reageren button").Select(b => b.TextContent));
    }

    [Fact]
    public async Task A_closed_post_keeps_its_comments_and_has_no_form()
    {
        var post = await _blog.ArticleAsync();
        await _blog.CommentAsync(post);
        await _blog.ChangeAsync(post, p => p.CloseComments());

        var page = await _blog.Visitor().OpenAsync(post.Path);

        Assert.Contains("Reacties zijn gesloten.", page.Text("#reacties"), StringComparison.Ordinal);
        Assert.False(page.Has("form#reageren"));
        Assert.Single(page.All("article.u-comment"));
        Assert.DoesNotContain("Beantwoorden", page.Text("#reacties"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neighbours_lead_to_the_articles_before_and_after()
    {
        var posts = new List<Post>();
        foreach (var title in new[] { "Eerste", "Tweede", "Derde" })
        {
            posts.Add(await _blog.ArticleAsync(title));
            _blog.Clock.Pass(TimeSpan.FromDays(1));
        }

        var middle = await _blog.Visitor().OpenAsync(posts[1].Path);
        var last = await _blog.Visitor().OpenAsync(posts[2].Path);

        Assert.Equal("/artikel/eerste", middle["nav.buren a[rel=prev]"].GetAttribute("href"));
        Assert.Equal("/artikel/derde", middle["nav.buren a[rel=next]"].GetAttribute("href"));
        Assert.Equal("Volgend artikel Derde", string.Join(' ', middle["nav.buren a[rel=next]"].ChildNodes.Select(n => n.TextContent.Trim())));
        Assert.False(last.Has("nav.buren a[rel=next]"));
    }

    [Fact]
    public async Task Articles_of_the_same_moment_are_neighbours_too()
    {
        var one = await _blog.ArticleAsync("Eerste");
        var other = await _blog.ArticleAsync("Tweede");

        Assert.Equal(other.Path, (await _blog.Visitor().OpenAsync(one.Path))["nav.buren a[rel=next]"].GetAttribute("href"));
        Assert.Equal(one.Path, (await _blog.Visitor().OpenAsync(other.Path))["nav.buren a[rel=prev]"].GetAttribute("href"));
    }

    [Fact]
    public async Task A_tip_and_a_block_are_shown_where_the_text_says()
    {
        await _blog.BlockAsync("nieuwsbrief", "Blijf bij", "Elke maand **een brief**.");
        var post = await _blog.TellAsync(new Tale("Met een tip") { Markdown = ":::tip Let op\nDoe het *vandaag*.\n:::\n\n:::blok nieuwsbrief\n:::\n\n:::blok onbekend\n:::" });

        var text = (await _blog.Visitor().OpenAsync(post.Path)).Text(".e-content");

        Assert.Contains("Let op Doe het vandaag.", text, StringComparison.Ordinal);
        Assert.Contains("Blijf bij Elke maand een brief.", text, StringComparison.Ordinal);
        Assert.DoesNotContain(":::", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_block_of_a_category_stands_under_its_posts_only()
    {
        await _blog.CategoryAsync("Strategie");
        await _blog.BlockAsync("cursus", "De cursus", "Schrijf je in.", underCategory: "Strategie");
        var inside = await _blog.TellAsync(new Tale("Erin") { Categories = ["Strategie"] });
        var outside = await _blog.TellAsync(new Tale("Erbuiten"));

        Assert.Contains("Schrijf je in.", (await _blog.Visitor().OpenAsync(inside.Path)).Text("article.h-entry"), StringComparison.Ordinal);
        Assert.DoesNotContain("Schrijf je in.", (await _blog.Visitor().OpenAsync(outside.Path)).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_standing_page_has_its_own_address_and_is_no_article()
    {
        await _blog.TellAsync(new Tale("Over ons") { Kind = PostKind.Page, Markdown = "Wij zijn met vier." });

        var page = await _blog.Visitor().OpenAsync("/over-ons");

        Assert.Equal("Over ons", page.Text("h1.p-name"));
        Assert.Equal("Wij zijn met vier.", page.Text(".e-content"));
        Assert.Equal(TestBlog.Address + "/over-ons", page["link[rel=canonical]"].GetAttribute("href"));
        Assert.False(page.Has("#reageren"));
        Assert.Equal(HttpStatusCode.NotFound, (await _blog.Visitor().OpenAsync("/artikel/over-ons")).Status);
        Assert.False((await _blog.Visitor().OpenAsync("/")).Has("main article"));
        Assert.DoesNotContain("Over ons", (await _blog.Visitor().OpenAsync("/feed")).Source, StringComparison.Ordinal);
    }
}
