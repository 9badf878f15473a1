using System.Net;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Moderation;

/// <summary>A writer is blocked from the queue, and one undo takes all of it back.</summary>
public sealed class BlockingTests : BlogTests
{
    [Fact]
    public async Task What_comes_from_the_address_is_spam_from_then_on_until_it_is_taken_back()
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post, Cast.Tijmen);
        var comment = await Blog.HeldAsync(post);
        var desk = await Blog.ModeratorAsync();

        var told = await desk.FollowAsync(await desk.PressAsync($"{QueueDesk.Path}/{comment.Id}/blokkeren"));
        await Blog.Visitor().ReactAsync(post.Path, Cast.Tijmen, text: "Nog eens ik.");

        Assert.Contains("geblokkeerd", told.Text(".flash"), StringComparison.Ordinal);
        Assert.Equal(CommentState.Spam, (await Blog.CommentAsync(comment.Id)).State);
        var next = await Blog.LatestAsync();
        Assert.Equal((CommentState.Spam, "blocked"), (next.State, next.Reasons.Single(r => r.Code == "blocked").Code));

        await desk.UndoAsync(Blog);

        Assert.Equal(CommentState.Held, (await Blog.CommentAsync(comment.Id)).State);
        Assert.Empty(await Blog.ReadAsync(db => db.WordRules.ToListAsync()));
        Assert.Contains("WriterBlocked", await Blog.AuditAsync());
    }

    [Fact]
    public async Task An_author_blocks_nobody()
    {
        var post = await Blog.ArticleAsync();
        var comment = await Blog.HeldAsync(post);
        var author = await Blog.SignedInAsync(Role.Author);

        Assert.Equal(HttpStatusCode.NotFound, (await author.PressAsync($"{QueueDesk.Path}/{comment.Id}/blokkeren")).Status);
        Assert.Empty(await Blog.ReadAsync(db => db.WordRules.ToListAsync()));
    }

    [Fact]
    public async Task The_queue_tells_what_the_filter_weighed()
    {
        var post = await Blog.ArticleAsync();
        await Blog.HeldAsync(post, text: "Online casino met bonus.");

        var queue = await (await Blog.ModeratorAsync()).OpenAsync(QueueDesk.Path);

        Assert.Contains("casino", queue.Text(".q .weights"), StringComparison.Ordinal);
    }
}
