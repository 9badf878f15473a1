using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Platform.ReaderCache;

/// <summary>Exactly what changed is forgotten; the page about it is made anew before its writer hears of success.</summary>
public sealed class EvictionTests : BlogTests
{
    [Fact]
    public async Task A_comment_renews_its_article_and_leaves_other_articles_alone()
    {
        var (one, other) = (await Blog.ArticleAsync(), await Blog.ArticleAsync());
        foreach (var path in new[] { one.Path, other.Path, "/", "/archief", "/categorie", "/privacy" })
        {
            await Blog.Visitor().GetAsync(path);
        }

        var (kept, old) = (Store.Find(other.Path), Store.Find(one.Path));
        var made = Flights.Made;

        var comment = await Blog.CommentAsync(one);

        Assert.Equal(made + 1, Flights.Made);
        Assert.NotNull(Store.Find(one.Path));
        Assert.NotSame(old, Store.Find(one.Path));
        Assert.Same(kept, Store.Find(other.Path));
        Assert.Null(Store.Find("/"));
        Assert.All(["/archief", "/categorie", "/privacy"], path => Assert.NotNull(Store.Find(path)));
        var before = Blog.Sql.Commands;
        Assert.True((await Blog.Visitor().OpenAsync(one.Path)).Has($"#reactie-{comment.Id}"));
        Assert.Equal(before, Blog.Sql.Commands);
    }

    [Fact]
    public async Task What_no_reader_sees_changes_no_page()
    {
        var post = await Blog.ArticleAsync();
        await Blog.Visitor().GetAsync(post.Path);
        await Blog.Visitor().GetAsync("/");
        var (page, home, made) = (Store.Find(post.Path), Store.Find("/"), Flights.Made);

        await Blog.Visitor().ReactAsync(post.Path, Cast.Tijmen, text: "Wacht nog.");
        var held = await Blog.LatestAsync();
        await Blog.HideAsync(held, CommentState.Spam);
        await Blog.TellAsync(new Tale("Een concept") { State = Web.Posts.PostState.Draft, Tags = ["planning"] });

        Assert.Equal(CommentState.Held, held.State);
        Assert.Same(page, Store.Find(post.Path));
        Assert.Same(home, Store.Find("/"));
        Assert.Equal(made, Flights.Made);
    }

    [Fact]
    public async Task A_page_that_nobody_reads_is_not_made_for_its_writer()
    {
        var post = await Blog.ArticleAsync();
        var made = Flights.Made;

        await Blog.CommentAsync(post);

        Assert.Equal(made, Flights.Made);
        Assert.Null(Store.Find(post.Path));
    }

    [Fact]
    public async Task A_new_article_renews_its_neighbours_and_forgets_the_lists()
    {
        var oldest = await Blog.TellAsync(new Tale("Oudste"));
        var newest = await Blog.TellAsync(new Tale("Nieuwste") { At = Blog.Clock.GetUtcNow().AddHours(1) });
        foreach (var path in new[] { oldest.Path, newest.Path, "/", "/feed", "/archief/2026/05" })
        {
            await Blog.Visitor().GetAsync(path);
        }

        await Blog.TellAsync(new Tale("Later nog") { At = Blog.Clock.GetUtcNow().AddHours(2) });

        Assert.All(["/", "/feed", "/archief/2026/05"], path => Assert.Null(Store.Find(path)));
        Assert.Contains("Later nog", (await Blog.Visitor().OpenAsync(newest.Path)).Text(".buren"), StringComparison.Ordinal);
    }

    private PageStore Store => Blog.Services.GetRequiredService<PageStore>();

    private PageFlights Flights => Blog.Services.GetRequiredService<PageFlights>();
}
