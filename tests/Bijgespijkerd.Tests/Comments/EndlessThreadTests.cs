using System.Net;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Comments;

public sealed class EndlessThreadTests : BlogTests
{
    private const int Length = 10_000;

    [Fact]
    public async Task Ten_thousand_answers_in_one_chain_read_like_any_others()
    {
        var post = await Blog.ArticleAsync();
        var first = await ChainAsync(post.Id);

        var page = await Blog.Visitor().OpenAsync(post.Path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("10.000 reacties", page.Text("#reacties h2"));
        Assert.Equal(Enumerable.Range(0, 200).Select(i => first + i), page.Comments);
        Assert.Equal($"/reactie/{first + 200}/draad", page["#reacties a[href$='/draad']"].GetAttribute("href"));
        foreach (var id in new[] { first, first + 199, first + 200, first + 201, first + 5_000, first + Length - 1 })
        {
            await PermalinkTests.AssertLandsAsync(Blog.Visitor(), id);
        }

        var visitor = Blog.Visitor();
        var answer = await visitor.ReactAsync(post.Path, "Naam 1", text: "Nog een.", answers: first + Length - 1);
        Assert.Contains(first + Length, (await visitor.FollowAsync(answer)).Comments);
    }

    [Fact]
    public async Task Their_root_can_go_and_leaves_a_marker()
    {
        var post = await Blog.ArticleAsync();
        var first = await ChainAsync(post.Id);
        await Blog.HideAsync(await Blog.ReadAsync(db => db.Comments.SingleAsync(c => c.Id == first)), CommentState.Trash);

        var page = await Blog.Visitor().OpenAsync(post.Path);

        Assert.True(page.Has($"#reactie-{first}.is-gone"));
        Assert.Equal("9.999 reacties", page.Text("#reacties h2"));
    }

    private Task<long> ChainAsync(long postId) => Blog.WriteAsync(async db =>
    {
        var post = await db.Posts.SingleAsync(p => p.Id == postId);
        var (ids, threads, now) = (Blog.Services.GetRequiredService<IdSequence>(), new PostThreads(db, post, 200), Blog.Clock.GetUtcNow());
        var rendered = CommentMarkdown.Render("Verder.");
        Comment? first = null, last = null;
        for (var i = 0; i < Length; i++)
        {
            last = Comment.On(post, last, ids.NextComment(), new Commenter($"Naam {i % 3}", $"naam-{i % 3}@voorbeeld.test", null, 1), "Verder.", rendered, now);
            first ??= last;
            db.Comments.Add(last);
            await threads.PublishAsync(last, now, CancellationToken.None);
        }

        return first!.Id;
    });
}
