using System.Net;
using Bijgespijkerd.Web.Comments;

namespace Bijgespijkerd.Tests.Comments;

/// <summary>A removed comment that has answers leaves a marker; without answers it disappears.</summary>
public sealed class MarkersTests : BlogTests
{
    [Theory]
    [InlineData(CommentState.Trash, "Deze reactie is verwijderd.")]
    [InlineData(CommentState.Spam, "Deze reactie is verwijderd.")]
    [InlineData(CommentState.Rejected, "Deze reactie is verwijderd.")]
    [InlineData(CommentState.Held, "Deze reactie wordt opnieuw beoordeeld.")]
    public async Task A_removed_comment_with_an_answer_says_so_and_shows_nothing_of_its_writer(CommentState state, string text)
    {
        var post = await Blog.ArticleAsync();
        var gone = await Blog.CommentAsync(post, Cast.Joost, "Verdwenen woorden.");
        var answer = await Blog.CommentAsync(post, Cast.Noor, "Antwoord.", gone);

        await Blog.HideAsync(gone, state);

        var page = await Blog.Visitor().OpenAsync(post.Path);
        Assert.Equal(text, page.Text($"#reactie-{gone.Id}.is-gone .says"));
        Assert.DoesNotContain(Cast.Joost, page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("Verdwenen woorden.", page.Source, StringComparison.Ordinal);
        Assert.Equal("verwijderde reactie", page.Text($"#reactie-{answer.Id} .u-in-reply-to"));
        Assert.Equal("1 reactie", page.Text("#reacties h2"));
        Assert.False(page.Has($"#reactie-{gone.Id} [data-antwoord]"));
        await PermalinkTests.AssertLandsAsync(Blog.Visitor(), gone.Id);
    }

    [Fact]
    public async Task A_marker_goes_with_its_last_answer_and_comes_back_with_it()
    {
        var post = await Blog.ArticleAsync();
        var top = await Blog.CommentAsync(post, Cast.Joost);
        var middle = await Blog.CommentAsync(post, Cast.Femke, answers: top);
        var last = await Blog.CommentAsync(post, Cast.Noor, answers: middle);
        await Blog.HideAsync(top, CommentState.Trash);
        await Blog.HideAsync(middle, CommentState.Spam);
        Assert.Equal([top.Id, middle.Id, last.Id], (await Blog.Visitor().OpenAsync(post.Path)).Comments);

        await Blog.HideAsync(last, CommentState.Trash);
        Assert.Empty((await Blog.Visitor().OpenAsync(post.Path)).Comments);
        Assert.Equal(HttpStatusCode.NotFound, (await Blog.Visitor().OpenAsync($"/reactie/{top.Id}")).Status);

        await Blog.ApproveAsync(last);
        Assert.Equal([top.Id, middle.Id, last.Id], (await Blog.Visitor().OpenAsync(post.Path)).Comments);
    }

    [Fact]
    public async Task A_marker_is_no_answer_in_the_count_beside_the_toggle()
    {
        var post = await Blog.ArticleAsync();
        var top = await Blog.CommentAsync(post);
        var middle = await Blog.CommentAsync(post, Cast.Joost, answers: top);
        await Blog.CommentAsync(post, Cast.Femke, answers: middle);
        await Blog.CommentAsync(post, Cast.Tijmen, answers: middle);
        await Blog.HideAsync(middle, CommentState.Trash);

        Assert.StartsWith("2 antwoorden", (await Blog.Visitor().OpenAsync(post.Path)).Text("#reacties summary"), StringComparison.Ordinal);
    }
}
