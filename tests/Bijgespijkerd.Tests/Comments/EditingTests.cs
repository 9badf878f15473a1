using System.Net;
using Bijgespijkerd.Web.Comments;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Comments;

public sealed class EditingTests() : BlogTests(("Comments:FloodSeconds", "0"))
{
    [Fact]
    public async Task A_published_comment_can_be_edited_for_fifteen_minutes()
    {
        var (visitor, post, comment, secret) = await SaidAsync(known: true);
        Blog.Clock.Pass(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));

        var form = await visitor.OpenAsync($"/reactie/{comment.Id}/bewerken?sleutel={secret}");
        var answer = await EditAsync(visitor, comment, secret, "Beter **gezegd**.");

        Assert.Equal("Zoals het was.", form["textarea[name=Body]"].TextContent);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal($"/reactie/{comment.Id}?sleutel={secret}", answer.Answer.Headers.Location!.ToString());
        var page = await Blog.Visitor().OpenAsync(post.Path);
        Assert.Equal("gezegd", page.Text($"#reactie-{comment.Id} .e-content strong"));
        Assert.Contains("bewerkt om 09:26", page.Text($"#reactie-{comment.Id} .when"), StringComparison.Ordinal);
        Assert.Equal(comment.Number, (await Blog.LatestAsync()).Number);
    }

    [Fact]
    public async Task After_that_it_stands_and_the_new_text_comes_back()
    {
        var (visitor, post, comment, secret) = await SaidAsync(known: true);
        Blog.Clock.Pass(TimeSpan.FromMinutes(15));

        var page = await EditAsync(visitor, comment, secret, "Te laat.");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal("Te laat.", page["textarea[name=Body]"].TextContent);
        Assert.Equal("Zoals het was.", (await Blog.LatestAsync()).Markdown);
        Assert.False((await visitor.OpenAsync($"/reactie/{comment.Id}/bewerken?sleutel={secret}")).Has("textarea"));
        Assert.False((await visitor.OpenAsync(post.Path)).Has($"#reactie-{comment.Id} a[href*=bewerken]"));
    }

    [Fact]
    public async Task A_waiting_comment_can_be_edited_as_long_as_it_waits()
    {
        var (visitor, _, comment, secret) = await SaidAsync(known: false);
        Blog.Clock.Pass(TimeSpan.FromDays(20));

        Assert.Equal(HttpStatusCode.SeeOther, (await EditAsync(visitor, comment, secret, "Nog eens gelezen.")).Status);

        var stored = await Blog.LatestAsync();
        Assert.Equal(("Nog eens gelezen.", CommentState.Held, (DateTimeOffset?)null), (stored.Markdown, stored.State, stored.EditedAt));
    }

    [Fact]
    public async Task An_edit_that_adds_links_waits_again_and_leaves_a_marker_over_its_answers()
    {
        var (visitor, post, comment, secret) = await SaidAsync(known: true);
        var answer = await Blog.CommentAsync(post, Cast.Joost, "Antwoord.", comment);

        await EditAsync(visitor, comment, secret, "Zie https://een.test en https://twee.test.");

        var stored = await Blog.ReadAsync(db => db.Comments.Include(c => c.Reasons).SingleAsync(c => c.Id == comment.Id));
        Assert.Equal((CommentState.Held, "links"), (stored.State, Assert.Single(stored.Reasons).Code));
        var page = await Blog.Visitor().OpenAsync(post.Path);
        Assert.DoesNotContain("een.test", page.Source, StringComparison.Ordinal);
        Assert.Contains("opnieuw beoordeeld", page.Text($"#reactie-{comment.Id}"), StringComparison.Ordinal);
        Assert.True(page.Has($"#reactie-{answer.Id} .e-content"));
        Assert.Contains("een.test", (await visitor.OpenAsync(post.Path)).Text($"#reactie-{comment.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_of_an_edit_stores_nothing()
    {
        var (visitor, _, comment, secret) = await SaidAsync(known: true);

        var page = await EditAsync(visitor, comment, secret, "Met *nadruk*.", ("Voorbeeld", "ja"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("nadruk", page.Text("#voorbeeld em"));
        Assert.Equal("Met *nadruk*.", page["textarea[name=Body]"].TextContent);
        Assert.Equal("Zoals het was.", (await Blog.LatestAsync()).Markdown);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public async Task An_edit_has_the_limits_of_a_comment(int length)
    {
        var (visitor, _, comment, secret) = await SaidAsync(known: true);

        var page = await EditAsync(visitor, comment, secret, new string('x', length));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("true", page["textarea"].GetAttribute("aria-invalid"));
        Assert.Equal(length, page["textarea"].TextContent.Length);
        Assert.Equal("Zoals het was.", (await Blog.LatestAsync()).Markdown);
    }

    [Fact]
    public async Task Nobody_edits_without_the_secret_or_more_than_the_text()
    {
        var (visitor, _, comment, secret) = await SaidAsync(known: true);

        Assert.Equal(HttpStatusCode.NotFound, (await EditAsync(Blog.Visitor(), comment, new string('A', 22), "Gekaapt.")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await EditAsync(visitor, comment, "", "Gekaapt.")).Status);
        await EditAsync(visitor, comment, secret, "Alleen de tekst.", ("Name", "Ander"), ("State", "4"), ("Number", "9"), ("AuthorId", "1"), ("Email", "x@y.test"));

        var stored = await Blog.LatestAsync();
        Assert.Equal((Cast.Noor, CommentState.Published, comment.Number, (long?)null), (stored.Name, stored.State, stored.Number, stored.AuthorId));
        Assert.Equal((Cast.Email(Cast.Noor), "Alleen de tekst."), (stored.Email, stored.Markdown));
    }

    [Fact]
    public async Task A_mention_in_an_edit_leads_to_what_was_said_before_the_comment()
    {
        var post = await Blog.ArticleAsync();
        var before = await Blog.CommentAsync(post, Cast.Joost, "Eerder.");
        await Blog.CommentAsync(post, Cast.Noor);
        var visitor = Blog.Visitor();
        await visitor.ReactAsync(post.Path, text: "Zoals het was.");
        var (comment, secret) = (await Blog.LatestAsync(), OwnPageTests.SecretOf(await OwnPageTests.OwnLinkAsync(visitor, post.Path)));
        await Blog.CommentAsync(post, Cast.Joost, "Later.");

        await EditAsync(visitor, comment, secret, "Dank @Joost.");

        Assert.Equal($"/reactie/{before.Id}", (await Blog.Visitor().OpenAsync(post.Path))[$"#reactie-{comment.Id} .e-content a"].GetAttribute("href"));
    }

    [Fact]
    public async Task The_text_that_was_edited_away_can_be_posted()
    {
        var (visitor, post, comment, secret) = await SaidAsync(known: true);
        await EditAsync(visitor, comment, secret, "Heel iets anders.");

        await visitor.ReactAsync(post.Path, text: "Zoals het was.");

        Assert.Equal(["Heel iets anders.", "Zoals het was."], await Blog.ReadAsync(db => db.Comments.Where(c => c.Id >= comment.Id).OrderBy(c => c.Id).Select(c => c.Markdown).ToListAsync()));
    }

    private async Task<(HttpClient Visitor, Web.Posts.Post Post, Comment Comment, string Secret)> SaidAsync(bool known)
    {
        var post = await Blog.ArticleAsync();
        if (known)
        {
            await Blog.CommentAsync(post, Cast.Noor);
        }

        var visitor = Blog.Visitor();
        await visitor.ReactAsync(post.Path, Cast.Noor, text: "Zoals het was.");
        return (visitor, post, await Blog.LatestAsync(), OwnPageTests.SecretOf(await OwnPageTests.OwnLinkAsync(visitor, post.Path)));
    }

    private static Task<Page> EditAsync(HttpClient visitor, Comment comment, string secret, string text, params (string Field, string Value)[] more)
    {
        var fields = more.ToDictionary(f => f.Field, f => f.Value);
        (fields["sleutel"], fields["Body"]) = (secret, text);
        return visitor.SendFormAsync($"/reactie/{comment.Id}/bewerken", fields);
    }
}
