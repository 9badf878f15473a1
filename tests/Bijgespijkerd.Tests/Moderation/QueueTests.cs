using System.Net;
using Bijgespijkerd.Tests.Editing;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Moderation;

/// <summary>What the queue shows of each comment, and where.</summary>
public sealed class QueueTests : BlogTests
{
    [Fact]
    public async Task Each_tab_holds_its_state_and_says_how_many()
    {
        var post = await Blog.ArticleAsync();
        var held = await Blog.HeldAsync(post);
        var spam = await Blog.CommentInAsync(post, CommentState.Spam, text: "Koop");
        var trash = await Blog.CommentInAsync(post, CommentState.Trash, text: "Weg");
        var rejected = await Blog.CommentInAsync(post, CommentState.Rejected, text: "Nee");
        var published = await Blog.CommentAsync(post);
        var desk = await Blog.ModeratorAsync();

        var page = await desk.OpenAsync(QueueDesk.Path);

        Assert.Equal([held.Id], page.Shown());
        Assert.Equal(["1", "0", "1", "1", "1", "1"], page.All(".tabs a span").Select(s => s.TextContent));
        Assert.Equal("1", page[".b-main-nav .count"].FirstChild!.TextContent);
        Assert.Equal([spam.Id], (await desk.OpenAsync(QueueDesk.Path + "?stand=spam")).Shown());
        Assert.Equal([trash.Id], (await desk.OpenAsync(QueueDesk.Path + "?stand=prullenbak")).Shown());
        Assert.Equal([rejected.Id], (await desk.OpenAsync(QueueDesk.Path + "?stand=afgewezen")).Shown());
        Assert.Equal([published.Id], (await desk.OpenAsync(QueueDesk.Path + "?stand=goedgekeurd")).Shown());
    }

    [Fact]
    public async Task A_comment_tells_who_why_where_and_what_else_they_wrote()
    {
        var post = await Blog.ArticleAsync("Een plan");
        var parent = await Blog.CommentAsync(post, Cast.Joost, "Wat vind jij?");
        await Blog.CommentAsync(post, Cast.Noor, "Eerder gezegd.");
        await Blog.CommentInAsync(post, CommentState.Spam, Cast.Noor, "Dit was spam.");
        var held = await Blog.CommentInAsync(
            post, CommentState.Held, Cast.Noor, "Koop *gratis* volgers & meer", parent, new CommentReason("links", "2"), new CommentReason("watched", "gratis, volgers"), new CommentReason("nieuw", "x1"));
        await Blog.WriteAsync(async db =>
        {
            (await db.Comments.SingleAsync(c => c.Id == held.Id)).IsSpamWith(0.96);
            return true;
        });

        var item = (await (await Blog.ModeratorAsync()).OpenAsync(QueueDesk.Path))[$"#wacht-{held.Id}"];

        Assert.Equal(["Spamscore 96%", "2 links", "2 woorden van de wachtlijst", "nieuw: x1"], item.QuerySelectorAll(".why .badge").Select(b => b.TextContent));
        Assert.Equal(["gratis", "volgers"], item.QuerySelectorAll("mark").Select(m => m.TextContent));
        Assert.Contains(Cast.Email(Cast.Noor), item.QuerySelector(".q-who")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Een plan", item.QuerySelector(".q-ctx")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Cast.Joost, item.QuerySelector(".q-ctx")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Wat vind jij?", item.QuerySelector(".q-near")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["1", "1"], item.QuerySelectorAll(".hist dd").Select(d => d.TextContent));
        Assert.Equal(3, item.QuerySelectorAll(".streak rect").Length);
    }

    [Fact]
    public async Task Hostile_text_and_marks_stay_text()
    {
        var post = await Blog.ArticleAsync();
        var held = await Blog.CommentInAsync(
            post, CommentState.Held, "<img src=x onerror=alert(1)>", "<b>amp</b> &amp; <script>alert(1)</script> \"'", null, new CommentReason("watched", "amp, <b>, script, &"));

        var item = (await (await Blog.ModeratorAsync()).OpenAsync(QueueDesk.Path))[$"#wacht-{held.Id}"];

        Assert.Empty(item.QuerySelectorAll("script, img, .q-says b"));
        Assert.Contains("<script>alert(1)</script>", item.QuerySelector(".q-says")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("amp", item.QuerySelectorAll("mark").Select(m => m.TextContent));
    }

    [Fact]
    public async Task An_author_sees_comments_on_own_articles_only()
    {
        var mine = await Blog.HeldAsync(await Blog.ArticleAsync());
        var theirs = await Blog.HeldAsync(await Blog.TellAsync(new Tale("Van een ander") { By = Cast.Joost }), text: "Heel anders");
        var femke = await Blog.DeskAsync();

        var page = await femke.OpenAsync(QueueDesk.Path);

        Assert.Equal([mine.Id], page.Shown());
        Assert.Equal("1", page[".tabs a span"].TextContent);
        foreach (var query in new[] { $"?q={theirs.Id}", $"?reactie={theirs.Id}", $"?schrijver={theirs.Id}&stand=alles", $"?artikel={theirs.PostId}", "?q=anders" })
        {
            Assert.Empty((await femke.OpenAsync(QueueDesk.Path + query)).Shown());
        }
    }

    [Fact]
    public async Task Pages_go_on_by_key_without_doubles_or_gaps()
    {
        var post = await Blog.ArticleAsync();
        var comments = new List<long>();
        for (var i = 0; i < 120; i++)
        {
            // Some at the same moment: their number decides.
            Blog.Clock.Pass(TimeSpan.FromSeconds(i % 3 == 0 ? 1 : 0));
            comments.Insert(0, (await Blog.HeldAsync(post, text: $"Nummer {i}")).Id);
        }

        var desk = await Blog.ModeratorAsync();
        var (shown, path) = (new List<long>(), (string?)QueueDesk.Path);
        while (path is not null)
        {
            var page = await desk.OpenAsync(path);
            shown.AddRange(page.Shown());
            path = page.Has("a[rel=next]") ? page["a[rel=next]"].GetAttribute("href") : null;
        }

        Assert.Equal(comments, shown);
    }

    [Theory]
    [InlineData("?stand=onzin&na=x.y&artikel=a&schrijver=-1&van=gisteren&tot=9999-12-31&reactie=1e9&reden='")]
    [InlineData("?na=99999999999999999.1")]
    [InlineData("?na=253402300799999.1")]
    [InlineData("?tot=0001-01-01&van=0001-01-01")]
    public async Task Nonsense_in_the_address_is_no_trouble(string query)
    {
        Assert.Equal(HttpStatusCode.OK, (await (await Blog.ModeratorAsync()).OpenAsync(QueueDesk.Path + query)).Status);
    }

    [Fact]
    public async Task An_emptied_comment_is_neither_shown_nor_counted()
    {
        var post = await Blog.ArticleAsync();
        var comment = await Blog.CommentAsync(post);
        await Blog.CommentAsync(post, Cast.Joost, "Ja.", comment);
        await Blog.WriteAsync(async db =>
        {
            var stored = await db.Comments.Include(c => c.Post).SingleAsync(c => c.Id == comment.Id);
            await new PostThreads(db, stored.Post!, 200).EraseAsync(stored, Blog.Clock.GetUtcNow(), CancellationToken.None);
            return true;
        });

        var page = await (await Blog.ModeratorAsync()).OpenAsync(QueueDesk.Path + "?stand=prullenbak");

        Assert.Empty(page.Shown());
        Assert.Equal("0", page.All(".tabs a span")[^1].TextContent);
    }
}
