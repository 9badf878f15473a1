using System.Net;
using Bijgespijkerd.Tests.Editing;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Moderation;

/// <summary>Neither side gets round the other: a writer round a moderator, a moderator round a writer who took something back.</summary>
public sealed class WithdrawnTests : BlogTests
{
    [Fact]
    public async Task Who_was_rejected_does_not_come_back_by_asking_changing_and_withdrawing()
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post);
        var visitor = Blog.Visitor();
        var page = await visitor.FollowAsync(await visitor.ReactAsync(post.Path, text: "Iets lelijks."));
        var comment = await Blog.LatestAsync();
        var secret = page.All(".acts a").Select(a => a.GetAttribute("href")!).First(h => h.Contains("sleutel=", StringComparison.Ordinal)).Split("sleutel=")[1];
        await (await Blog.ModeratorAsync()).RejectAsync(comment, "Te lelijk.");

        await SendAsync("vraag-opnieuw", ("toelichting", "Het was een grap."));
        await SendAsync("bewerken", ("Body", "Iets lelijks!"));
        await SendAsync("intrekken");
        await SendAsync("terugzetten");

        var stored = await Blog.LatestAsync();
        Assert.Equal(CommentState.Held, stored.State);
        Assert.Equal("Het was een grap.", stored.Reasons.Single(r => r.Code == "asked").Detail);

        async Task SendAsync(string what, params (string, string)[] fields) => Assert.Equal(
            HttpStatusCode.SeeOther,
            (await visitor.SendFormAsync($"/reactie/{comment.Id}/{what}", fields.Append(("sleutel", secret)).ToDictionary(f => f.Item1, f => f.Item2))).Status);
    }

    [Fact]
    public async Task What_its_writer_took_back_is_published_by_no_detour()
    {
        var post = await Blog.ArticleAsync();
        var comment = await Blog.HeldAsync(post);
        await Blog.HideAsync(comment, CommentState.Trash, CommentRemover.Writer);
        var desk = await Blog.ModeratorAsync();

        await desk.DecideAsync("Spam", comment);
        await desk.DecideAsync("Goedkeuren", comment);

        Assert.Equal((CommentState.Spam, CommentRemover.Writer), ((await Blog.CommentAsync(comment.Id)).State, (await Blog.CommentAsync(comment.Id)).RemovedBy));
    }

    [Fact]
    public async Task An_answer_that_is_refused_decides_and_teaches_nothing()
    {
        var post = await Blog.ArticleAsync();
        var comment = await Blog.HeldAsync(post, text: "Over zwaluwstaarten.");
        await Blog.WriteAsync(async db =>
        {
            (await db.Posts.AsTracking().SingleAsync(p => p.Id == post.Id)).CloseComments();
            return true;
        });

        var refused = await (await Blog.ModeratorAsync()).PressAsync($"{QueueDesk.Path}/{comment.Id}/antwoord", ("Body", "Dank."));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(CommentState.Held, (await Blog.CommentAsync(comment.Id)).State);
        Assert.Empty(await Blog.ReadAsync(db => db.FilterCounts.ToListAsync()));
        Assert.Empty(await Blog.DecisionsAsync());
    }

    [Fact]
    public async Task An_author_reads_no_title_of_anothers_article_in_the_queue()
    {
        var post = await Blog.ArticleAsync("Geheim plan");

        var queue = await (await Blog.SignedInAsync(Role.Author)).OpenAsync($"{QueueDesk.Path}?artikel={post.Id}");

        Assert.DoesNotContain("Geheim plan", queue.Source, StringComparison.Ordinal);
    }
}
