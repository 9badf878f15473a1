using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Comments.Filter;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Moderation.Decisions;

/// <summary>What is to be done with which comments.</summary>
/// <param name="Seen">The state in which the moderator saw them: what somebody else moved meanwhile is left alone.</param>
public sealed record Order(IReadOnlyList<long> Comments, DecisionKind What, string? Reason = null, CommentState? Seen = null);

/// <summary>What became of it.</summary>
/// <param name="Decided">Names of those who wrote what was decided about.</param>
/// <param name="Left">Comments that were left alone, because somebody else had moved them.</param>
public sealed record Outcome(long Batch, IReadOnlyList<string> Decided, int Left);

/// <summary>
/// The one place where moderators decide about comments, one or many, in one unit of work: states by <see cref="PostThreads"/>, reports,
/// what is to be told, what the filter learns, and a line of the log for each.
/// </summary>
public sealed class Deciding(WriteLane lane, SpamFilter filter, SettingsInForce settings, TimeProvider time)
{
    public const int MostAtOnce = 500;

    public Task<Outcome> DecideAsync(Order order, Moderator by, CancellationToken cancel) =>
        lane.WriteAsync(
            async (db, token) =>
            {
                var (now, batch) = (time.GetUtcNow(), await db.NextBatchAsync(token));
                var comments = await FindAsync(db, order, by, token);
                var posts = new JudgedPosts(db, settings.Now.Comments.PerPage);
                var decided = new List<Comment>();
                foreach (var comment in comments)
                {
                    if (!IsLeftAlone(comment, order) && await DecideAsync(db, posts, comment, order, by, batch, now, token))
                    {
                        decided.Add(comment);
                    }
                }

                if (order.What == DecisionKind.Approve && decided.Count > 0)
                {
                    db.Audit(by.AccountId, by.Name, ModerationAudit.Approved, ModerationAudit.Subject(decided), now);
                }

                await db.SaveChangesAsync(token);
                return new Outcome(batch, [.. decided.Select(c => c.Name)], comments.Count - decided.Count);
            },
            cancel);

    /// <summary>Decides in a unit of work that does more, such as answering.</summary>
    internal async Task<bool> DecideAsync(BlogDb db, JudgedPosts posts, Comment comment, Order order, Moderator by, long batch, DateTimeOffset now, CancellationToken cancel)
    {
        var to = StateAfter(order.What, comment);
        if (to == comment.State && comment.OpenReports == 0)
        {
            return false;
        }

        // What stays published although readers reported it: looked at, and nothing else changes.
        var what = to == comment.State ? DecisionKind.DismissReports : order.What;
        db.Decisions().Add(Decision.About(comment, what, to, order.Reason, by, batch, now));
        await CloseReportsAsync(db, comment, now, cancel);
        if (to == comment.State)
        {
            return true;
        }

        var threads = posts.ThreadsOf(comment);
        await (to == CommentState.Published ? threads.PublishAsync(comment, now, cancel) : threads.HideAsync(comment, to, Remover(comment), now, cancel));
        comment.RejectFor(to == CommentState.Rejected ? order.Reason : null);
        comment.BecomesNews();
        await filter.LearnAsync(db, comment, cancel);
        return true;
    }

    private static async Task<List<Comment>> FindAsync(BlogDb db, Order order, Moderator by, CancellationToken cancel)
    {
        var wanted = order.Comments.Distinct().Take(MostAtOnce).ToList();
        var found = await by.Among(db.Comments.AsTracking()).Where(c => wanted.Contains(c.Id) && c.Name != "").Include(c => c.Reasons).ToListAsync(cancel);
        return [.. found.OrderBy(c => wanted.IndexOf(c.Id))];
    }

    /// <summary>Somebody else was first; or the writer took it back, and then nobody publishes it against their will.</summary>
    private static bool IsLeftAlone(Comment comment, Order order) =>
        (order.Seen is { } seen && seen != comment.State) || (order.What == DecisionKind.Approve && comment.RemovedBy == CommentRemover.Writer);

    /// <summary>What its writer took back stays theirs, wherever it is moved: nobody publishes it from there.</summary>
    private static CommentRemover Remover(Comment comment) => comment.RemovedBy == CommentRemover.Writer ? CommentRemover.Writer : CommentRemover.Moderator;

    private static CommentState StateAfter(DecisionKind what, Comment comment) => what switch
    {
        DecisionKind.Approve => CommentState.Published,
        DecisionKind.Reject => CommentState.Rejected,
        DecisionKind.Spam => CommentState.Spam,
        DecisionKind.Trash => CommentState.Trash,
        _ => comment.State,
    };

    private static async Task CloseReportsAsync(BlogDb db, Comment comment, DateTimeOffset now, CancellationToken cancel)
    {
        if (comment.OpenReports == 0)
        {
            return;
        }

        foreach (var report in await db.CommentReports.AsTracking().Where(r => r.CommentId == comment.Id && r.ClosedAt == null).ToListAsync(cancel))
        {
            report.Close(now);
        }

        comment.CountReports(0);
    }
}
