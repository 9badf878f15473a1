using System.Globalization;
using System.Net;
using Bijgespijkerd.Tests.Moderation;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Moderation.Decisions;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Comments;

/// <summary>A hundred thousand comments under one (row F25): whatever is done to that one costs what it costs anywhere, and the others stay.</summary>
[Collection(nameof(Alone))]
public sealed class HugeThreadTests : BlogTests
{
    private const int Comments = 100_000;

    /// <summary>What the server holds in memory of it, in bytes: a busy machine does not change that.</summary>
    private const long Most = 4 << 20;

    [Fact]
    public async Task Its_root_is_judged_put_back_and_erased_and_every_answer_stays()
    {
        // What happens for the first time costs more, anywhere.
        await JudgeAsync(20, most: long.MaxValue);
        await JudgeAsync(Comments, Most);
    }

    private async Task JudgeAsync(int comments, long most)
    {
        var post = await Blog.ArticleAsync();
        await Blog.TalkAsync(post, comments, thread: comments);
        var root = await Blog.ReadAsync(db => db.Comments.Where(c => c.PostId == post.Id).OrderBy(c => c.Id).Select(c => c.Id).FirstAsync());
        var me = await Blog.StaffAsync(Role.Moderator);
        var by = new Moderator(me.Id, me.Name, Role.Moderator, null);
        var (deciding, undoing) = (Blog.Services.GetRequiredService<Deciding>(), Blog.Services.GetRequiredService<Undoing>());

        await DecideAsync(DecisionKind.Trash);
        await AssertStandAsync(post, root, comments, isMarker: true);
        var decision = (await Blog.DecisionsAsync())[^1].Id;
        await MeasureAsync(() => undoing.UndoAsync(null, decision, by, CancellationToken.None), most);
        await AssertStandAsync(post, root, comments, isMarker: false);
        await DecideAsync(DecisionKind.Spam);
        await DecideAsync(DecisionKind.Approve);
        await AssertStandAsync(post, root, comments, isMarker: false);
        await MeasureAsync(() => EraseAsync(root), most);
        await AssertStandAsync(post, root, comments, isMarker: true);

        Task DecideAsync(DecisionKind what) => MeasureAsync(() => deciding.DecideAsync(new Order([root], what), by, CancellationToken.None), most);
    }

    private static async Task MeasureAsync(Func<Task> work, long most)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await work();
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 1, most);
    }

    /// <summary>Its writer takes it away for good.</summary>
    private Task<bool> EraseAsync(long id) => Blog.WriteAsync(async db =>
    {
        var comment = await db.Comments.Include(c => c.Post).SingleAsync(c => c.Id == id);
        await new PostThreads(db, comment.Post!, Blog.Settings.Comments.PerPage).EraseAsync(comment, Blog.Clock.GetUtcNow(), CancellationToken.None);
        return true;
    });

    private async Task AssertStandAsync(Post post, long root, int comments, bool isMarker)
    {
        var shown = comments - (isMarker ? 1 : 0);
        Assert.Equal((shown, shown, comments, comments), await Blog.ReadAsync(async db => (
            await db.Posts.Where(p => p.Id == post.Id).Select(p => p.CommentCount).SingleAsync(),
            await db.Comments.CountAsync(c => c.PostId == post.Id && c.State == CommentState.Published),
            await db.Comments.CountAsync(c => c.PostId == post.Id && c.IsShown),
            await db.ThreadPages.Where(p => p.PostId == post.Id).SumAsync(p => p.Shown))));
        var page = await Blog.Visitor().OpenAsync(post.Path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(shown.ToString("N0", CultureInfo.GetCultureInfo("nl-NL")) + " reacties", page.Text("#reacties h2"));
        Assert.Equal(isMarker, page.Has($"#reactie-{root}.is-gone"));
    }
}
