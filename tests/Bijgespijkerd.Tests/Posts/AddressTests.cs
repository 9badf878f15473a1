using System.Net;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Tests.Posts;

/// <summary>Addresses that changed, that are gone, and that nobody may take.</summary>
public sealed class AddressTests : IAsyncLifetime
{
    private readonly TestBlog _blog = new();

    public static TheoryData<string> Reserved => new(ReservedSlugs.All);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task An_old_address_leads_to_the_new_one_for_ever()
    {
        var post = await _blog.ArticleAsync("Eerste naam");
        await _blog.MoveAsync(post, "tweede-naam");
        await _blog.MoveAsync(post, "derde-naam");

        foreach (var old in new[] { "/artikel/eerste-naam", "/artikel/tweede-naam" })
        {
            var answer = await _blog.Visitor().GetAsync(old);
            Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
            Assert.Equal("/artikel/derde-naam", answer.Headers.Location!.ToString());
        }

        Assert.Equal(HttpStatusCode.OK, (await _blog.Visitor().OpenAsync("/artikel/derde-naam")).Status);
    }

    [Fact]
    public async Task A_standing_page_moves_too()
    {
        var page = await _blog.TellAsync(new Tale("Over ons") { Kind = PostKind.Page });
        await _blog.MoveAsync(page, "wie-wij-zijn");

        var answer = await _blog.Visitor().GetAsync("/over-ons");

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/wie-wij-zijn", answer.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await _blog.Visitor().GetAsync("/artikel/over-ons")).StatusCode);
    }

    [Theory]
    [InlineData(PostKind.Article, "/artikel/weg-ermee")]
    [InlineData(PostKind.Page, "/weg-ermee")]
    public async Task What_was_deleted_for_good_is_gone(PostKind kind, string path)
    {
        var post = await _blog.TellAsync(new Tale("Weg ermee") { Kind = kind });
        await _blog.DeleteAsync(post);

        var page = await _blog.Visitor().OpenAsync(path);

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Equal("Losgetrokken", page.Text("h1"));
        Assert.True(page.Has("main form[role=search]"));
    }

    [Theory]
    [MemberData(nameof(Reserved))]
    public async Task A_standing_page_cannot_take_a_word_of_the_program(string slug)
    {
        var author = await _blog.AuthorAsync();
        var now = _blog.Clock.GetUtcNow();
        Assert.Throws<ArgumentException>(() => Post.Draft(1, PostKind.Page, "Inbraak", slug, author, now));

        var page = Post.Draft(1, PostKind.Page, "Inbraak", "inbraak", author, now);
        Assert.Throws<ArgumentException>(() => page.MoveTo(slug));
        Assert.Equal("inbraak", page.Slug);
        Assert.Equal(slug, Post.Draft(2, PostKind.Article, "Artikel", slug, author, now).Slug);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Hoofd")]
    [InlineData("a b")]
    [InlineData("a--b")]
    [InlineData("-a")]
    [InlineData("a/b")]
    [InlineData("../a")]
    [InlineData("é")]
    [InlineData("a\"><script>")]
    public async Task Only_a_slug_is_an_address(string slug)
    {
        var author = await _blog.AuthorAsync();
        Assert.Throws<ArgumentException>(() => Post.Draft(1, PostKind.Article, "Titel", slug, author, _blog.Clock.GetUtcNow()));
        var post = Post.Draft(1, PostKind.Article, "Titel", "titel", author, _blog.Clock.GetUtcNow());
        Assert.Throws<ArgumentException>(() => post.MoveTo(slug));
    }

    [Theory]
    [InlineData("/artikel/mijn-artikel/")]
    [InlineData("/Artikel/mijn-artikel")]
    public async Task Another_way_to_write_an_address_names_the_one_true_address(string path)
    {
        await _blog.ArticleAsync("Mijn artikel");

        var page = await _blog.Visitor().OpenAsync(path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(TestBlog.Address + "/artikel/mijn-artikel", page["link[rel=canonical]"].GetAttribute("href"));
    }
}
