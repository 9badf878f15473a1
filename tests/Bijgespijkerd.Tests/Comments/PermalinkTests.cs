using System.Net;
using Bijgespijkerd.Web.Comments;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Comments;

public sealed class PermalinkTests : BlogTests
{
    [Theory]
    [InlineData(CommentState.Held)]
    [InlineData(CommentState.Spam)]
    [InlineData(CommentState.Trash)]
    [InlineData(CommentState.Rejected)]
    public async Task What_readers_may_not_see_is_not_there(CommentState state)
    {
        var post = await Blog.ArticleAsync();
        var comment = await Blog.CommentAsync(post);
        await Blog.HideAsync(comment, state);

        foreach (var path in new[] { $"/reactie/{comment.Id}", $"/reactie/{comment.Id}/draad" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Blog.Visitor().OpenAsync(path)).Status);
        }
    }

    [Theory]
    [InlineData("999")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("99999999999999999999")]
    public async Task An_unknown_comment_is_not_there(string id)
    {
        await Blog.CommentAsync(await Blog.ArticleAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await Blog.Visitor().OpenAsync($"/reactie/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Blog.Visitor().OpenAsync($"/reactie/{id}/draad")).Status);
    }

    [Fact]
    public async Task A_comment_of_a_post_that_is_no_longer_public_is_not_there()
    {
        var post = await Blog.ArticleAsync();
        var comment = await Blog.CommentAsync(post);
        await Blog.WriteAsync(async db =>
        {
            (await db.Posts.SingleAsync(p => p.Id == post.Id)).MakePrivate();
            return true;
        });

        Assert.Equal(HttpStatusCode.NotFound, (await Blog.Visitor().OpenAsync($"/reactie/{comment.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Blog.Visitor().OpenAsync($"/reactie/{comment.Id}/draad")).Status);
    }

    [Fact]
    public async Task It_survives_a_new_address_of_the_post()
    {
        var post = await Blog.ArticleAsync("Oude titel");
        var comment = await Blog.CommentAsync(post);
        await Blog.WriteAsync(async db => db.FormerSlugs.Add((await db.Posts.SingleAsync(p => p.Id == post.Id)).MoveTo("nieuwe-titel")));

        var answer = await Blog.Visitor().OpenAsync($"/reactie/{comment.Id}");

        Assert.Equal((HttpStatusCode.Redirect, $"/artikel/nieuwe-titel#reactie-{comment.Id}"), (answer.Status, answer.Answer.Headers.Location!.ToString()));
    }

    internal static async Task AssertLandsAsync(HttpClient visitor, long id)
    {
        var answer = await visitor.OpenAsync($"/reactie/{id}");
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.EndsWith($"#reactie-{id}", answer.Answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        var page = await visitor.FollowAsync(answer);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(id, page.Comments);
    }
}
