using System.Net;
using Bijgespijkerd.Web.Comments;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Comments;

public sealed class PostingTwiceTests() : BlogTests(("Comments:FloodSeconds", "0"))
{
    [Fact]
    public async Task A_double_click_is_one_comment()
    {
        var post = await Blog.ArticleAsync();
        var visitor = Blog.Visitor();
        var first = await visitor.ReactAsync(post.Path);
        Blog.Clock.Pass(TimeSpan.FromMinutes(9));

        var second = await visitor.ReactAsync(post.Path);

        Assert.Equal(HttpStatusCode.SeeOther, second.Status);
        Assert.Equal(first.Answer.Headers.Location, second.Answer.Headers.Location);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Clicks_at_the_same_moment_are_one_comment()
    {
        var post = await Blog.ArticleAsync();
        var visitors = Enumerable.Range(0, 8).Select(_ => Blog.Visitor()).ToList();

        var answers = await Task.WhenAll(visitors.Select(v => v.ReactAsync(post.Path)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.Status));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task A_request_that_was_broken_off_and_sent_again_is_one_comment()
    {
        var post = await Blog.ArticleAsync();
        for (var attempt = 0; attempt < 20; attempt++)
        {
            using var gone = new CancellationTokenSource();
            using var request = new HttpRequestMessage(HttpMethod.Post, post.Path + "/reacties") { Content = new FormUrlEncodedContent(Visiting.Fields(text: $"Poging {attempt}.")) };
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            var broken = Blog.Visitor().SendAsync(request, gone.Token);
            await gone.CancelAsync();
            await Record.ExceptionAsync(() => broken);

            var again = await Blog.Visitor().ReactAsync(post.Path, text: $"Poging {attempt}.");

            Assert.Equal(HttpStatusCode.SeeOther, again.Status);
            Assert.Equal(attempt + 1, await CountAsync());
            Blog.Clock.Pass(TimeSpan.FromMinutes(2));
        }
    }

    [Fact]
    public async Task Whoever_clicked_before_the_first_answer_came_sees_the_waiting_comment()
    {
        var post = await Blog.ArticleAsync();
        await Blog.Visitor().ReactAsync(post.Path, Cast.Tijmen, text: "Dubbel geklikt.");
        var sameBrowserWithoutTheFirstAnswer = Blog.Visitor();

        var answer = await sameBrowserWithoutTheFirstAnswer.ReactAsync(post.Path, Cast.Tijmen, text: "Dubbel geklikt.");

        Assert.Contains("Dubbel geklikt.", (await sameBrowserWithoutTheFirstAnswer.FollowAsync(answer)).Text("#reacties"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_copies_a_published_comment_gets_no_hold_of_it()
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post, text: "Eerder.");
        await Blog.Visitor().ReactAsync(post.Path, text: "Van Noor.");
        var comment = await Blog.LatestAsync();
        var copycat = Blog.Visitor();

        await copycat.ReactAsync(post.Path, text: "Van Noor.");

        Assert.False((await copycat.OpenAsync(post.Path)).Has($"#reactie-{comment.Id} form"));
        Assert.Equal(comment.KeyHash, (await Blog.LatestAsync()).KeyHash);
    }

    [Fact]
    public async Task Somebody_else_with_the_same_name_and_words_has_a_comment_of_their_own()
    {
        var post = await Blog.ArticleAsync();
        await Blog.Visitor().ReactAsync(post.Path, Cast.Tijmen, text: "Eens.");
        var first = await Blog.LatestAsync();
        var other = Blog.Visitor();

        var answer = await other.ReactAsync(post.Path, Cast.Tijmen, "ander@voorbeeld.test", "Eens.");

        Assert.Equal(2, await CountAsync());
        Assert.DoesNotContain($"#reactie-{first.Id}", answer.Answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("Eens.", (await other.FollowAsync(answer)).Text(".is-pending .e-content"));
    }

    [Theory]
    [InlineData("203.0.113.9", 0)]
    [InlineData("203.0.113.4", 31)]
    public async Task Who_copies_a_waiting_comment_from_elsewhere_or_later_gets_no_hold_of_it(string address, int secondsLater)
    {
        var post = await Blog.ArticleAsync();
        var writer = From("203.0.113.4");
        await writer.ReactAsync(post.Path, Cast.Tijmen, text: "Van Tijmen.");
        var comment = await Blog.LatestAsync();
        Blog.Clock.Pass(TimeSpan.FromSeconds(secondsLater));

        await From(address).ReactAsync(post.Path, Cast.Tijmen, text: "Van Tijmen.");

        Assert.Equal(comment.KeyHash, (await Blog.LatestAsync()).KeyHash);
        Assert.True((await writer.OpenAsync(post.Path)).Has($"#reactie-{comment.Id} form"));
    }

    private HttpClient From(string address)
    {
        var visitor = Blog.Visitor();
        visitor.DefaultRequestHeaders.Add(SenderAddress.Header, address);
        return visitor;
    }

    [Fact]
    public async Task The_same_text_later_is_refused_and_given_back()
    {
        var post = await Blog.ArticleAsync();
        var visitor = Blog.Visitor();
        await visitor.ReactAsync(post.Path, text: "Wat een goed stuk.");
        Blog.Clock.Pass(TimeSpan.FromMinutes(10));

        var page = await visitor.ReactAsync(post.Path, text: "Wat een goed stuk.");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Deze reactie heb je al geplaatst.", page.Text("#fouten"), StringComparison.Ordinal);
        Assert.Equal("Wat een goed stuk.", page.Typed("Body"));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Another_name_post_or_parent_makes_another_comment()
    {
        var (post, other) = (await Blog.ArticleAsync(), await Blog.ArticleAsync());
        var question = await Blog.CommentAsync(post, Cast.Joost, "Een vraag.");
        var visitor = Blog.Visitor();

        await visitor.ReactAsync(post.Path);
        await visitor.ReactAsync(other.Path);
        await visitor.ReactAsync(post.Path, answers: question.Id);
        await visitor.ReactAsync(post.Path, Cast.Tijmen);

        Assert.Equal(5, await CountAsync());
    }

    [Theory]
    [InlineData(CommentState.Trash)]
    [InlineData(CommentState.Rejected)]
    public async Task What_was_removed_can_be_posted_again(CommentState state)
    {
        var post = await Blog.ArticleAsync();
        var visitor = Blog.Visitor();
        await visitor.ReactAsync(post.Path);
        await Blog.HideAsync(await Blog.LatestAsync(), state);

        await visitor.ReactAsync(post.Path);

        Assert.Equal(2, await CountAsync());
    }

    private Task<int> CountAsync() => Blog.ReadAsync(db => db.Comments.CountAsync());
}
