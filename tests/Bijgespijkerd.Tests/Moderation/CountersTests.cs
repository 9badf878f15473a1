using Bijgespijkerd.Tests.Editing;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Comments.Own;
using Bijgespijkerd.Web.Moderation.Decisions;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Moderation;

/// <summary>After thousands of actions by many at once, everything that is counted equals a recount.</summary>
public sealed class CountersTests : BlogTests
{
    private const int Actions = 10_000;
    private const int Workers = 16;

    private static readonly DecisionKind[] Kinds = [DecisionKind.Approve, DecisionKind.Approve, DecisionKind.Reject, DecisionKind.Spam, DecisionKind.Trash];

    [Fact]
    public async Task Ten_thousand_parallel_actions_leave_every_count_right()
    {
        var comments = new List<Comment>();
        for (var p = 0; p < 3; p++)
        {
            var post = await Blog.ArticleAsync();
            for (var i = 0; i < 30; i++)
            {
                comments.Add(await Blog.HeldAsync(post, text: $"Nummer {i}", answers: i % 4 == 0 ? null : comments[^(1 + (i % 3 % (i % 4)))]));
            }
        }

        var me = await Blog.StaffAsync(Role.Moderator);
        var by = new Moderator(me.Id, me.Name, Role.Moderator, null);
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => WorkAsync(comments, by, worker)));

        await RecountAsync();
    }

    private async Task WorkAsync(List<Comment> comments, Moderator by, int seed)
    {
        // A sequence of its own for each, the same at every run.
        var next = (uint)(seed + 1) * 2_654_435_761;
        int Below(int bound) => (int)((next = (next * 1_664_525) + 1_013_904_223) >> 8) % bound;
        var (deciding, undoing) = (Blog.Services.GetRequiredService<Deciding>(), Blog.Services.GetRequiredService<Undoing>());
        for (var i = 0; i < Actions / Workers; i++)
        {
            var comment = comments[Below(comments.Count)].Id;
            switch (Below(10))
            {
                case < 6:
                    await deciding.DecideAsync(new Order([comment, comments[Below(comments.Count)].Id], Kinds[Below(Kinds.Length)]), by, CancellationToken.None);
                    break;
                case < 9:
                    await undoing.UndoAsync(Below(Math.Max(1, i * Workers)) + 1, null, by, CancellationToken.None);
                    break;
                default:
                    await WithdrawAsync(comment);
                    break;
            }
        }
    }

    /// <summary>Its writer takes it back, as on the comment's own page.</summary>
    private Task<bool> WithdrawAsync(long id) => Blog.Services.GetRequiredService<WriteLane>().WriteAsync(
        async (db, cancel) =>
        {
            var comment = await db.Comments.AsTracking().Include(c => c.Post).SingleAsync(c => c.Id == id, cancel);
            if (comment.MayBeEditedByWriter(Blog.Clock.GetUtcNow(), 15))
            {
                await new PostThreads(db, comment.Post!, Blog.Settings.Comments.PerPage).HideAsync(comment, comment.StateWithdrawn, CommentRemover.Writer, Blog.Clock.GetUtcNow(), cancel);
            }

            await db.SaveChangesAsync(cancel);
            return true;
        },
        CancellationToken.None);

    private Task<bool> RecountAsync() => Blog.ReadAsync(async db =>
    {
        var comments = await db.Comments.ToListAsync();
        foreach (var post in await db.Posts.ToListAsync())
        {
            var own = comments.Where(c => c.PostId == post.Id).ToList();
            Assert.Equal(own.Count(c => c.State == CommentState.Published), post.CommentCount);
            Assert.All(own, c => Assert.Equal(own.Count(answer => answer.ParentId == c.Id && answer.IsShown), c.VisibleReplies));
            Assert.All(own, c => Assert.Equal(c.State == CommentState.Published || c.VisibleReplies > 0, c.IsShown));
            Assert.Equal(own.Count(c => c.IsShown), (await db.ThreadPages.Where(p => p.PostId == post.Id).ToListAsync()).Sum(p => p.Shown));
            Assert.Equal(own.Count(c => c.State == CommentState.Published), int.Parse((await Blog.Visitor().OpenAsync(post.Path)).Text("#reacties-kop").Replace("Nog geen", "0", StringComparison.Ordinal).Split(' ')[0], Web.Platform.Web.SiteClock.Dutch));
        }

        foreach (var tally in await db.CommentTallies.Where(t => t.What != CommentTally.Reported).ToListAsync())
        {
            Assert.Equal(comments.Count(c => (int)c.State == tally.What), tally.Count);
        }

        Assert.Equal(5, await db.CommentTallies.CountAsync(t => t.What != CommentTally.Reported));
        return true;
    });
}
