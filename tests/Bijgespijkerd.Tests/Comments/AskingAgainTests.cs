using System.Net;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Comments.Own;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Comments;

/// <summary>What who wrote a comment hears of it: how long it takes, why it was rejected, and how to ask once more.</summary>
public sealed class AskingAgainTests : BlogTests
{
    [Fact]
    public async Task A_rejected_comment_says_why_and_can_be_asked_about_once()
    {
        var (visitor, link, comment) = await RejectedAsync("Reclame hoort hier niet.");
        var page = await visitor.OpenAsync(link);
        Assert.Contains("Reclame hoort hier niet.", page.Text(".note"), StringComparison.Ordinal);

        var answer = await AskAsync(visitor, page, "Het is geen reclame.");

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var stored = await Blog.LatestAsync();
        Assert.Equal((CommentState.Held, true, (DateTimeOffset?)Blog.Clock.GetUtcNow()), (stored.State, stored.IsNews, stored.AskedAgainAt));
        Assert.Equal("Het is geen reclame.", stored.Reasons.Single(r => r.Code == "asked").Detail);
        Assert.Contains("gevraagd om er opnieuw naar te kijken", (await visitor.OpenAsync(link)).Text(".note"), StringComparison.Ordinal);

        await Blog.HideAsync(comment, CommentState.Rejected);
        var again = await visitor.OpenAsync(link);
        Assert.False(again.Has("form[action$=vraag-opnieuw]"));
        Assert.Contains("Je hebt al gevraagd", again.Text("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await AskAsync(visitor, page, "Nog eens.")).Status);
        Assert.Equal(CommentState.Rejected, (await Blog.LatestAsync()).State);
    }

    [Fact]
    public async Task Too_many_words_come_back_with_their_number()
    {
        var (visitor, link, _) = await RejectedAsync(null);
        var page = await visitor.OpenAsync(link);

        var answer = await AskAsync(visitor, page, new string('w', 501));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("dit zijn er 501", answer.Text("#r-toelichting-fout"), StringComparison.Ordinal);
        Assert.Equal(new string('w', 501), answer.Text("#r-toelichting"));
        Assert.Equal(CommentState.Rejected, (await Blog.LatestAsync()).State);
        Assert.Equal(HttpStatusCode.SeeOther, (await AskAsync(visitor, page, "")).Status);
    }

    [Theory]
    [InlineData(CommentState.Held)]
    [InlineData(CommentState.Published)]
    [InlineData(CommentState.Spam)]
    [InlineData(CommentState.Trash)]
    public async Task Only_a_rejection_can_be_asked_about(CommentState state)
    {
        var (visitor, link, comment) = await RejectedAsync(null);
        var page = await visitor.OpenAsync(link);
        await (state == CommentState.Published ? Blog.ApproveAsync(comment) : Blog.HideAsync(comment, state));

        Assert.Equal(HttpStatusCode.Conflict, (await AskAsync(visitor, page, "Toch.")).Status);
        Assert.Equal(state, (await Blog.LatestAsync()).State);
    }

    [Fact]
    public async Task Nobody_else_can_ask()
    {
        var (visitor, link, comment) = await RejectedAsync(null);
        var fields = new Dictionary<string, string> { ["sleutel"] = new('A', 22), ["toelichting"] = "Ik" };

        Assert.Equal(HttpStatusCode.NotFound, (await Blog.Visitor().SendFormAsync($"/reactie/{comment.Id}/vraag-opnieuw", fields)).Status);
        fields["sleutel"] = Secret(await visitor.OpenAsync(link));
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.SendFormAsync($"/reactie/{comment.Id}/vraag-opnieuw", fields, "cross-site")).Status);
    }

    [Fact]
    public async Task How_long_it_took_lately_is_told_from_five_decisions_on()
    {
        var post = await Blog.ArticleAsync();
        var visitor = Blog.Visitor();
        for (var number = 1; number <= 5; number++)
        {
            await Blog.Visitor().ReactAsync(post.Path, $"Lezer {number}", $"lezer{number}@voorbeeld.test", $"Woorden {number}.");
            var waiting = await Blog.LatestAsync();
            Blog.Clock.Pass(TimeSpan.FromHours(number));
            await (number == 2 ? Blog.HideAsync(waiting, CommentState.Rejected) : Blog.ApproveAsync(waiting));
            if (number == 4)
            {
                await visitor.ReactAsync(post.Path, Cast.Tijmen);
                Assert.DoesNotContain("De laatste tijd", (await visitor.OpenAsync(await OwnLinkAsync(visitor, post.Path))).Text("main"), StringComparison.Ordinal);
            }
        }

        Assert.Contains("De laatste tijd duurde een beoordeling meestal ongeveer 3 uur.", (await visitor.OpenAsync(await OwnLinkAsync(visitor, post.Path))).Text(".note"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "een paar minuten")]
    [InlineData(18, "ongeveer 20 minuten")]
    [InlineData(60, "ongeveer een uur")]
    [InlineData(150, "ongeveer 2 uur")]
    [InlineData(1_440, "ongeveer een dag")]
    [InlineData(4_320, "ongeveer 3 dagen")]
    public void A_time_is_told_in_words(int minutes, string words) => Assert.Equal(words, WaitingTime.InWords(TimeSpan.FromMinutes(minutes)));

    private async Task<(HttpClient Visitor, string Link, Comment Comment)> RejectedAsync(string? because)
    {
        var post = await Blog.ArticleAsync();
        var visitor = Blog.Visitor();
        await visitor.ReactAsync(post.Path, Cast.Tijmen);
        var link = await OwnLinkAsync(visitor, post.Path);
        var comment = await Blog.LatestAsync();
        await Blog.HideAsync(comment, CommentState.Rejected);
        await Blog.WriteAsync(async db =>
        {
            (await db.Comments.AsTracking().SingleAsync(c => c.Id == comment.Id)).RejectFor(because);
            return true;
        });
        return (visitor, link, comment);
    }

    private static async Task<string> OwnLinkAsync(HttpClient visitor, string path) => (await visitor.OpenAsync(path))["a[href*='sleutel=']"].GetAttribute("href")!;

    private static string Secret(Page page) => page["input[name=sleutel]"].GetAttribute("value")!;

    private static Task<Page> AskAsync(HttpClient visitor, Page page, string words) => visitor.SendFormAsync(
        page["form[action$=vraag-opnieuw]"].GetAttribute("action")!, new Dictionary<string, string> { ["sleutel"] = Secret(page), ["toelichting"] = words });
}
