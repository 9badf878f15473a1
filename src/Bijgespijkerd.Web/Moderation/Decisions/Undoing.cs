using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Comments.Filter;
using Bijgespijkerd.Web.Comments.Rules;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Moderation.Decisions;

/// <param name="Comments">The comments that are as they were.</param>
/// <param name="Changed">How many somebody changed after the decision: those stay as they are.</param>
/// <param name="InTheWay">Why a text was not put back, when that is what was asked.</param>
public sealed record Undone(IReadOnlyList<long> Comments, int Changed, LaterText? InTheWay = null);

/// <summary>Takes decisions back, one or a whole batch: each only while its comment is as the decision left it.</summary>
public sealed class Undoing(WriteLane lane, SpamFilter filter, UndoingText texts, ICommentsSwitch switches, SettingsInForce settings, TimeProvider time)
{
    /// <summary>Null when there is nothing of that kind that this account may take back.</summary>
    public Task<Undone?> UndoAsync(long? batch, long? decision, Moderator by, CancellationToken cancel) =>
        lane.WriteAsync(
            async (db, token) =>
            {
                var meant = db.Decisions().AsTracking().Where(d => batch != null ? d.Batch == batch : d.Id == decision);
                var found = await by.Among(db, meant).OrderByDescending(d => d.Id).ToListAsync(token);
                if (found.Count == 0)
                {
                    return null;
                }

                var posts = new JudgedPosts(db, settings.Now.Comments.PerPage);
                var (now, done) = (time.GetUtcNow(), new List<long>());
                foreach (var one in found.Where(d => d.UndoneAt is null))
                {
                    if (await UndoAsync(db, posts, one, by, now, token))
                    {
                        one.Undo(by.Name, now);
                        done.Add(one.CommentId);
                    }
                }

                await db.SaveChangesAsync(token);
                return new Undone(done, found.Count - done.Count, done.Count == 0 && found is [{ What: DecisionKind.Edit, UndoneAt: null } edit] ? await texts.InTheWayAsync(db, edit, token) : null);
            },
            cancel);

    private async Task<bool> UndoAsync(BlogDb db, JudgedPosts posts, Decision decision, Moderator by, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Comments.AsTracking().Include(c => c.Reasons).SingleOrDefaultAsync(c => c.Id == decision.CommentId && c.Name != "", cancel) is not { } comment)
        {
            return false;
        }

        switch (decision.What)
        {
            case DecisionKind.Edit:
                return await texts.PutBackAsync(db, comment, decision, by, now, cancel);
            case DecisionKind.CloseThread or DecisionKind.OpenThread:
                return Thread(comment, decision.What == DecisionKind.CloseThread);
            case DecisionKind.ClosePost or DecisionKind.OpenPost:
                return await ClosingAsync(db, posts.Of(comment), decision.What == DecisionKind.ClosePost, by, now, cancel);
            case DecisionKind.BlockWriter:
                await UnblockAsync(db, decision, cancel);
                return true;
            default:
                return await StateAsync(db, posts, comment, decision, now, cancel);
        }
    }

    private async Task<bool> StateAsync(BlogDb db, JudgedPosts posts, Comment comment, Decision decision, DateTimeOffset now, CancellationToken cancel)
    {
        if (comment.State != decision.To || (decision.IsMove && comment.StateSince != decision.StandsSince) || await HasLaterAsync(db, decision, cancel))
        {
            return false;
        }

        await ReopenReportsAsync(db, comment, decision, cancel);
        if (!decision.IsMove)
        {
            return true;
        }

        var since = await SinceAsync(db, decision, now, cancel);
        var threads = posts.ThreadsOf(comment);
        await (decision.From == CommentState.Published
            ? threads.PublishAsync(comment, since, cancel)
            : threads.HideAsync(comment, decision.From, decision.RemovedByBefore, since, cancel));
        comment.RejectFor(decision.RejectedBecauseBefore);
        comment.BecomesNews();
        await filter.LearnAsync(db, comment, cancel);
        return true;
    }

    /// <summary>
    /// As long ago as it was. Only what was refused stays from now on: otherwise an undo could bring it back on the day it is emptied.
    /// The decision that had put it there then stands since now, and can be taken back in its turn.
    /// </summary>
    private static async Task<DateTimeOffset> SinceAsync(BlogDb db, Decision decision, DateTimeOffset now, CancellationToken cancel)
    {
        if (decision.From is CommentState.Held or CommentState.Published)
        {
            return decision.SinceBefore;
        }

        var earlier = await db.Decisions().AsTracking().Where(d => d.CommentId == decision.CommentId && d.Id < decision.Id && d.UndoneAt == null && d.From != d.To)
            .OrderByDescending(d => d.Id).FirstOrDefaultAsync(cancel);
        if (earlier is not null && earlier.To == decision.From && earlier.StandsSince == decision.SinceBefore)
        {
            earlier.StandsAgain(now);
        }

        return now;
    }

    private static Task<bool> HasLaterAsync(BlogDb db, Decision decision, CancellationToken cancel) =>
        db.Decisions().AnyAsync(d => d.CommentId == decision.CommentId && d.Id > decision.Id && d.UndoneAt == null && d.From != d.To, cancel);

    private static async Task ReopenReportsAsync(BlogDb db, Comment comment, Decision decision, CancellationToken cancel)
    {
        var closed = await db.CommentReports.AsTracking().Where(r => r.CommentId == comment.Id && r.ClosedAt == decision.At).ToListAsync(cancel);
        closed.ForEach(report => report.Reopen());
        comment.CountReports(comment.OpenReports + closed.Count);
    }

    /// <summary>A rule that was there before the decision stays. By its moment and who made it: its address may be erased.</summary>
    private static async Task UnblockAsync(BlogDb db, Decision decision, CancellationToken cancel)
    {
        var rule = await db.WordRules.AsTracking().SingleOrDefaultAsync(r => r.Action == RuleAction.Block && r.AddedAt == decision.At && r.AddedBy == decision.Who, cancel);
        if (rule is not null)
        {
            db.WordRules.Remove(rule);
        }
    }

    private static bool Thread(Comment root, bool wasClosed)
    {
        if (root.RepliesClosed != wasClosed)
        {
            return false;
        }

        (wasClosed ? (Action)root.OpenReplies : root.CloseReplies)();
        return true;
    }

    private async Task<bool> ClosingAsync(BlogDb db, Post post, bool wasClosed, Moderator by, DateTimeOffset now, CancellationToken cancel)
    {
        if (post.CommentsOpen == wasClosed)
        {
            return false;
        }

        (wasClosed ? (Action)post.OpenComments : post.CloseComments)();
        await switches.SwitchedAsync(db, post, new Switched(by.AccountId, by.Name, now), cancel);
        return true;
    }
}
