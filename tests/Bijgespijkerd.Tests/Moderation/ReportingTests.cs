using System.Net;
using Bijgespijkerd.Tests.Editing;
using Bijgespijkerd.Web.Comments;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Moderation;

/// <summary>A reader reports a comment without an account; moderators see it, and nothing is hidden by it alone.</summary>
public sealed class ReportingTests : BlogTests
{
    [Fact]
    public async Task A_report_stands_with_the_comment_and_hides_nothing()
    {
        var post = await Blog.ArticleAsync();
        var comment = await Blog.CommentAsync(post);
        var link = (await Blog.Visitor().OpenAsync(post.Path))[".acts a.meld"];
        Assert.Equal(("nofollow", $"/reactie/{comment.Id}/melden"), (link.GetAttribute("rel"), link.GetAttribute("href")));

        var answer = await ReportAsync(comment, "grof", "Dit <b>kwetst</b>.");

        Assert.Equal((HttpStatusCode.SeeOther, $"/reactie/{comment.Id}/melden?verstuurd=ja"), (answer.Status, answer.PlaceOf()));
        Assert.Contains("Dank je", (await Blog.Visitor().FollowAsync(answer)).Text("[role=status]"), StringComparison.Ordinal);
        Assert.Single((await Blog.Visitor().OpenAsync(post.Path)).Comments);
        var queue = await (await Blog.ModeratorAsync()).OpenAsync(QueueDesk.Path + "?stand=gemeld");
        Assert.Equal([comment.Id], queue.Shown());
        Assert.Contains("Kwetsend of dreigend: Dit <b>kwetst</b>.", queue.Text(".q-meld"), StringComparison.Ordinal);
        Assert.Equal("1", queue["[data-stand=gemeld]"].TextContent);
    }

    [Fact]
    public async Task One_sender_counts_once_and_sends_only_so_many()
    {
        var post = await Blog.ArticleAsync();
        var comments = new List<Comment>();
        for (var i = 0; i < 7; i++)
        {
            comments.Add(await Blog.CommentAsync(post, text: $"Nummer {i}"));
        }

        await ReportAsync(comments[0]);
        Assert.Equal(HttpStatusCode.SeeOther, (await ReportAsync(comments[0])).Status);
        Assert.Equal(1, (await Blog.CommentAsync(comments[0].Id)).OpenReports);
        for (var i = 1; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await ReportAsync(comments[i])).Status);
        }

        var refused = await ReportAsync(comments[5], "spam", "Mijn woorden");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal("Mijn woorden", refused["#toelichting"].TextContent);
        Assert.True(refused.Answer.Headers.Contains("Retry-After"));
        Blog.Clock.Pass(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.SeeOther, (await ReportAsync(comments[5])).Status);
    }

    [Fact]
    public async Task Many_at_the_same_moment_are_no_more_than_one_after_the_other()
    {
        var post = await Blog.ArticleAsync();
        var comments = new List<Comment>();
        for (var i = 0; i < 16; i++)
        {
            comments.Add(await Blog.CommentAsync(post, text: $"Nummer {i}"));
        }

        var answers = await Task.WhenAll(comments.Select(c => ReportAsync(c)));

        Assert.Equal(5, answers.Count(a => a.Status == HttpStatusCode.SeeOther));
        Assert.Equal(5, await Blog.ReadAsync(db => db.CommentReports.CountAsync()));
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData("zomaar", "x")]
    [InlineData("spam", null)]
    public async Task What_is_missing_or_too_long_is_said_and_kept(string reason, string? words)
    {
        var comment = await Blog.CommentAsync(await Blog.ArticleAsync());
        words ??= new string('x', 501);

        var answer = await ReportAsync(comment, reason, words);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(words, answer["#toelichting"].TextContent);
        Assert.True(answer.Has("#fouten a"));
        Assert.Equal(0, (await Blog.CommentAsync(comment.Id)).OpenReports);
    }

    [Fact]
    public async Task What_readers_do_not_see_cannot_be_reported_and_another_site_cannot_report()
    {
        var post = await Blog.ArticleAsync();
        var (held, comment) = (await Blog.HeldAsync(post), await Blog.CommentAsync(post));

        Assert.Equal(HttpStatusCode.NotFound, (await ReportAsync(held)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Blog.Visitor().OpenAsync($"/reactie/{held.Id}/melden")).Status);
        var foreign = await Blog.Visitor().SendFormAsync($"/reactie/{comment.Id}/melden", new Dictionary<string, string> { ["reden"] = "spam" }, fetchSite: "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, foreign.Status);
        Assert.Empty(await Blog.ReadAsync(db => db.CommentReports.ToListAsync()));
    }

    [Fact]
    public async Task Dismissed_it_is_closed_and_the_comment_stays_and_that_can_be_taken_back()
    {
        var comment = await Blog.CommentAsync(await Blog.ArticleAsync());
        await ReportAsync(comment);
        var desk = await Blog.ModeratorAsync();
        Blog.Clock.Pass(TimeSpan.FromMinutes(2));

        await desk.DecideAsync("Meldingen", comment);

        var stored = await Blog.CommentAsync(comment.Id);
        Assert.Equal((CommentState.Published, 0), (stored.State, stored.OpenReports));
        Assert.Empty((await desk.OpenAsync(QueueDesk.Path + "?stand=gemeld")).Shown());
        await desk.UndoAsync(Blog);
        Assert.Equal([comment.Id], (await desk.OpenAsync(QueueDesk.Path + "?stand=gemeld")).Shown());
    }

    [Fact]
    public async Task Removing_the_comment_closes_its_reports_and_undo_opens_them()
    {
        var comment = await Blog.CommentAsync(await Blog.ArticleAsync());
        await ReportAsync(comment);
        var desk = await Blog.ModeratorAsync();

        await desk.DecideAsync("Prullenbak", comment);
        Assert.Equal(0, (await Blog.CommentAsync(comment.Id)).OpenReports);
        await desk.UndoAsync(Blog);

        Assert.Equal(1, (await Blog.CommentAsync(comment.Id)).OpenReports);
    }

    private Task<Page> ReportAsync(Comment comment, string reason = "spam", string words = "") =>
        Blog.Visitor().SendFormAsync($"/reactie/{comment.Id}/melden", new Dictionary<string, string> { ["reden"] = reason, ["toelichting"] = words });
}
