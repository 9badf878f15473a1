using System.Globalization;
using System.Net;
using Bijgespijkerd.Web.Comments;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Comments;

public sealed class AnsweringTests : BlogTests
{
    [Fact]
    public async Task The_form_stands_under_the_comment_that_is_answered_without_script()
    {
        var post = await Blog.ArticleAsync();
        var question = await Blog.CommentAsync(post, Cast.Joost);
        var visitor = Blog.Visitor();
        var link = (await visitor.OpenAsync(post.Path))[$"#reactie-{question.Id} a[data-antwoord]"].GetAttribute("href")!;

        var page = await visitor.OpenAsync(link.Split('#')[0]);

        Assert.EndsWith("#reageren", link, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Antwoord aan Joost van Elderen", page.Text("#laat"));
        Assert.Equal(question.Id.ToString(CultureInfo.InvariantCulture), page.Typed("ParentId"));
        Assert.Single(page.All("#reageren"));
    }

    [Fact]
    public async Task An_answer_keeps_its_true_parent()
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post);
        var question = await Blog.CommentAsync(post, Cast.Joost);

        await Blog.Visitor().ReactAsync(post.Path, answers: question.Id);

        var stored = await Blog.LatestAsync();
        Assert.Equal((question.Id, post.Id, CommentState.Published), (stored.ParentId, stored.PostId, stored.State));
    }

    [Theory]
    [InlineData(CommentState.Held)]
    [InlineData(CommentState.Spam)]
    [InlineData(CommentState.Trash)]
    [InlineData(CommentState.Rejected)]
    public async Task A_comment_that_went_away_takes_no_answer_and_the_text_comes_back(CommentState state)
    {
        var post = await Blog.ArticleAsync();
        var question = await Blog.CommentAsync(post, Cast.Joost);
        await Blog.CommentAsync(post, Cast.Femke, answers: question);
        await Blog.HideAsync(question, state);

        AssertGone(await Blog.Visitor().ReactAsync(post.Path, text: "Mijn antwoord.", answers: question.Id));
        Assert.Equal(2, await Blog.ReadAsync(db => db.Comments.CountAsync()));
    }

    [Fact]
    public async Task A_comment_of_another_post_takes_no_answer()
    {
        var (post, other) = (await Blog.ArticleAsync(), await Blog.ArticleAsync());
        var elsewhere = await Blog.CommentAsync(other);

        AssertGone(await Blog.Visitor().ReactAsync(post.Path, text: "Mijn antwoord.", answers: elsewhere.Id));
    }

    [Theory]
    [InlineData("999")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("1 OR 1=1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999999")]
    [InlineData("\"><script>")]
    public async Task Nonsense_for_a_parent_takes_no_answer(string parent)
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post);

        AssertGone(await Blog.Visitor().ReactAsync(post.Path, text: "Mijn antwoord.", more: ("ParentId", parent)));
    }

    [Theory]
    [InlineData("999")]
    [InlineData("abc")]
    [InlineData("-1")]
    public async Task A_link_to_answer_nobody_gives_the_plain_form(string answered)
    {
        var post = await Blog.ArticleAsync();

        var page = await Blog.Visitor().OpenAsync($"{post.Path}?antwoord={answered}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Laat een antwoord achter", page.Text("#laat"));
        Assert.Equal("", page.Typed("ParentId"));
    }

    [Fact]
    public async Task A_name_of_somebody_who_spoke_before_becomes_a_link_to_their_latest_comment()
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post, Cast.Joost, "Een.");
        var latest = await Blog.CommentAsync(post, Cast.Joost, "Twee.");
        await Blog.CommentAsync(post);

        await Blog.Visitor().ReactAsync(post.Path, text: "@Joost dank je, en @Piet ook.");

        var said = (await Blog.Visitor().OpenAsync(post.Path))[$"#reactie-{(await Blog.LatestAsync()).Id} .e-content"];
        Assert.Equal([$"/reactie/{latest.Id}"], said.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Null((await Blog.LatestAsync()).ParentId);
    }

    private static void AssertGone(Page page)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("is er niet meer", page.Text("#fouten"), StringComparison.Ordinal);
        Assert.Equal("Mijn antwoord.", page.Typed("Body"));
        Assert.Equal("", page.Typed("ParentId"));
    }
}
