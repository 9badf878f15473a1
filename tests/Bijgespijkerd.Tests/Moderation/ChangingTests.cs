using System.Net;
using Bijgespijkerd.Tests.Editing;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Panel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Moderation;

/// <summary>A moderator changes a comment's text, closes its thread or its article; each can be taken back.</summary>
public sealed class ChangingTests : BlogTests
{
    [Fact]
    public async Task The_former_text_is_kept_and_readers_see_that_it_was_changed()
    {
        var post = await Blog.ArticleAsync();
        var comment = await Blog.CommentAsync(post, text: "Bel 06-12345678.");
        var desk = await Blog.ModeratorAsync();
        var form = await desk.OpenAsync($"{QueueDesk.Path}?stand=goedgekeurd&bewerk={comment.Id}");

        await desk.PressAsync(form["#paneel"].GetAttribute("action")!, ("Body", "Bel gerust."), ("Basis", form["#paneel [name=Basis]"].GetAttribute("value")!));

        var page = await Blog.Visitor().OpenAsync(post.Path);
        Assert.Equal("Bel gerust.", page.Text(".says"));
        Assert.Contains("bewerkt", page.Text(".comment-card .when"), StringComparison.Ordinal);
        Assert.Contains("06-12345678", (await desk.OpenAsync($"{QueueDesk.Path}?stand=goedgekeurd"))[".q-meer"].TextContent, StringComparison.Ordinal);

        await desk.UndoAsync(Blog);
        page = await Blog.Visitor().OpenAsync(post.Path);
        Assert.Equal("Bel 06-12345678.", page.Text(".says"));
        Assert.DoesNotContain("bewerkt", page.Text(".comment-card .when"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_is_told_and_keeps_what_was_typed()
    {
        var comment = await Blog.CommentAsync(await Blog.ArticleAsync(), text: "Eerst");
        var (one, other) = (await Blog.ModeratorAsync(), await Blog.DeskAsync(Cast.Joost, Role.Editor));
        var path = $"{QueueDesk.Path}/{comment.Id}/bewerken";
        await one.PressAsync(path, ("Body", "Van Mo"), ("Basis", FormBasis.Of("Eerst")));

        var answer = await other.PressAsync(path, ("Body", "Van Joost"), ("Basis", FormBasis.Of("Eerst")));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("Van Joost", answer["#veld-tekst"].TextContent);
        Assert.Contains("Van Mo", answer.Text(".q-veld"), StringComparison.Ordinal);
        Assert.Equal("Van Mo", (await Blog.CommentAsync(comment.Id)).Markdown);
    }

    [Fact]
    public async Task What_its_writer_changes_is_kept_too_and_goes_with_the_comment()
    {
        var post = await Blog.ArticleAsync();
        var visitor = Blog.Visitor();
        await visitor.ReactAsync(post.Path, text: "Eerste tekst");
        var page = await visitor.OpenAsync(post.Path);
        var edit = page.All(".acts a").Select(a => a.GetAttribute("href")!).First(h => h.Contains("/bewerken", StringComparison.Ordinal));
        var comment = await Blog.LatestAsync();
        var secret = edit.Split("sleutel=")[1];

        await visitor.SendFormAsync($"/reactie/{comment.Id}/bewerken", new Dictionary<string, string> { ["sleutel"] = secret, ["Body"] = "Tweede tekst" });

        var version = Assert.Single(await Blog.ReadAsync(db => db.CommentVersions.ToListAsync()));
        Assert.Equal(("Eerste tekst", ""), (version.Markdown, version.Who));

        // An answer keeps the row when the comment is emptied.
        await Blog.HeldAsync(post, Cast.Joost, "En?", comment);
        await (await Blog.ModeratorAsync()).DecideAsync("Prullenbak", comment);
        Blog.Clock.Pass(TimeSpan.FromDays(31));
        await Blog.Services.GetRequiredService<Retention>().EmptyAsync(CancellationToken.None);
        Assert.Empty(await Blog.ReadAsync(db => db.CommentVersions.ToListAsync()));
    }

    [Fact]
    public async Task A_closed_thread_shows_no_reply_links_and_takes_no_answer()
    {
        var post = await Blog.ArticleAsync();
        var root = await Blog.CommentAsync(post);
        var reply = await Blog.CommentAsync(post, Cast.Joost, "Ja.", root);
        var other = await Blog.CommentAsync(post, Cast.Tijmen, "Iets anders.");
        var desk = await Blog.ModeratorAsync();

        await desk.PressAsync($"{QueueDesk.Path}/{reply.Id}/draad", ("Dicht", "ja"));

        var page = await Blog.Visitor().OpenAsync(post.Path);
        Assert.Equal([QueueDesk.Number(other.Id)], page.All(".acts [data-antwoord]").Select(a => a.GetAttribute("data-antwoord")));
        Assert.Contains("Deze draad is gesloten", page.Source, StringComparison.Ordinal);
        foreach (var answered in new[] { root, reply })
        {
            var refused = await Blog.Visitor().ReactAsync(post.Path, Cast.Tijmen, text: "Toch nog.", answers: answered.Id);
            Assert.Equal(HttpStatusCode.Conflict, refused.Status);
            Assert.Contains("Toch nog.", refused.Text("#verloren"), StringComparison.Ordinal);
        }

        await desk.UndoAsync(Blog);
        Assert.Equal(3, (await Blog.Visitor().OpenAsync(post.Path)).All(".acts [data-antwoord]").Count);
    }

    [Fact]
    public async Task A_closed_article_takes_no_comment_until_it_is_opened_again()
    {
        var post = await Blog.ArticleAsync();
        var comment = await Blog.CommentAsync(post);
        var desk = await Blog.ModeratorAsync();

        await desk.PressAsync($"{QueueDesk.Path}/{comment.Id}/artikel", ("Dicht", "ja"));
        Assert.Contains("Reacties zijn gesloten", (await Blog.Visitor().OpenAsync(post.Path)).Text("#reageren"), StringComparison.Ordinal);
        Assert.Contains("PostCommentsClosed", await Blog.AuditAsync());
        await desk.UndoAsync(Blog);

        Assert.False((await Blog.Visitor().OpenAsync(post.Path)).Text("#reacties").Contains("Reacties zijn gesloten", StringComparison.Ordinal));
    }
}
