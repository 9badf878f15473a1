using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Comments.Filter;
using Bijgespijkerd.Web.Comments.Posting;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Moderation.Decisions;

/// <summary>A later change of a text, for which an earlier one cannot be taken back.</summary>
/// <param name="Former">The text before the earlier change.</param>
/// <param name="Current">The text now.</param>
/// <param name="Who">Who made the later change; empty for who wrote the comment.</param>
/// <param name="CanBeUndone">A moderator's, that stands: once that is taken back, the earlier one can be.</param>
public sealed record LaterText(long Comment, string Former, string Current, string Who, DateTimeOffset At, bool CanBeUndone);

/// <summary>
/// Takes back that a text was changed, of several changes any: as long as the text is what that change made of it, because nothing came
/// after it or what did was taken back. Otherwise it says what stands in the way, and has the former text at hand.
/// </summary>
public sealed class UndoingText(SpamFilter filter)
{
    public async Task<bool> PutBackAsync(BlogDb db, Comment comment, Decision decision, Moderator by, DateTimeOffset now, CancellationToken cancel)
    {
        if (await FindAsync(db, decision, cancel) is not [var former, .. var later] || comment.Markdown != (later is [var next, ..] ? next.Markdown : comment.Markdown))
        {
            return false;
        }

        db.CommentVersions.Add(CommentVersion.Former(comment, by.AccountId, by.Name, now));
        var links = await MentionLinks.FindAsync(db, comment.PostId, former.Markdown, comment.Id, cancel);
        comment.Reword(former.Markdown, CommentMarkdown.Render(former.Markdown, links), decision.EditedBefore);
        await filter.LearnAsync(db, comment, cancel);
        return true;
    }

    /// <summary>Null when the text itself is gone.</summary>
    public async Task<LaterText?> InTheWayAsync(BlogDb db, Decision decision, CancellationToken cancel)
    {
        var current = await db.Comments.Where(c => c.Id == decision.CommentId && c.Name != "").Select(c => c.Markdown).SingleOrDefaultAsync(cancel);
        if (current is null || await FindAsync(db, decision, cancel) is not [var former, _, ..] all)
        {
            return null;
        }

        var later = all[1..];
        var standing = await db.Decisions().Where(d => d.CommentId == decision.CommentId && d.Id > decision.Id && d.What == DecisionKind.Edit && d.UndoneAt == null)
            .OrderByDescending(d => d.Id).FirstOrDefaultAsync(cancel);
        if (standing is not null)
        {
            return new(decision.CommentId, former.Markdown, current, standing.Who, standing.At, CanBeUndone: true);
        }

        var last = later.FindLast(v => v.Who.Length == 0) ?? later[^1];
        return new(decision.CommentId, former.Markdown, current, last.Who, last.ReplacedAt, CanBeUndone: false);
    }

    /// <summary>The text that a change replaced, and those that were replaced after it; empty when it is not kept any more.</summary>
    private static async Task<List<CommentVersion>> FindAsync(BlogDb db, Decision decision, CancellationToken cancel)
    {
        var kept = await db.CommentVersions.AsNoTracking().Where(v => v.CommentId == decision.CommentId && v.ReplacedAt >= decision.At).OrderBy(v => v.Id).ToListAsync(cancel);
        return [.. kept.SkipWhile(v => v.ReplacedAt != decision.At || v.Who != decision.Who)];
    }
}
