using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Comments.Filter;
using Bijgespijkerd.Web.Comments.Posting;
using Bijgespijkerd.Web.Comments.Rules;
using Bijgespijkerd.Web.Moderation.Decisions;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Moderation.Changes;

/// <param name="Theirs">What somebody else made of the text meanwhile; then nothing was changed.</param>
public sealed record Changed(long Batch, string? Theirs);

/// <summary>Changes a comment's text, closes its thread, closes its article: each a line of the log that can be taken back.</summary>
public sealed class Changing(WriteLane lane, Deciding deciding, SpamFilter filter, ICommentsSwitch comments, SettingsInForce settings, TimeProvider time)
{
    /// <param name="basis">What the form began from.</param>
    public Task<Changed?> RewriteAsync(long id, string body, string basis, Moderator by, CancellationToken cancel) => ChangeAsync(
        id,
        by,
        async (db, _, comment, batch, now, token) =>
        {
            if (FormBasis.Of(comment.Markdown) != basis)
            {
                return new Changed(0, comment.Markdown);
            }

            if (comment.Markdown == body)
            {
                return new Changed(0, null);
            }

            db.Decisions().Add(Decision.About(comment, DecisionKind.Edit, comment.State, null, by, batch, now));
            db.CommentVersions.Add(CommentVersion.Former(comment, by.AccountId, by.Name, now));
            db.Audit(by.AccountId, by.Name, ModerationAudit.Changed, CommentAddress.Permalink(id), now);
            comment.Rewrite(body, CommentMarkdown.Render(body, await MentionLinks.FindAsync(db, comment.PostId, body, id, token)), now);
            await filter.LearnAsync(db, comment, token);
            return new Changed(batch, null);
        },
        cancel);

    /// <summary>The thread in which a comment stands: readers see no reply links there, and a form that comes is refused.</summary>
    public Task<Changed?> CloseThreadAsync(long id, bool close, Moderator by, CancellationToken cancel) => ChangeAsync(
        id,
        by,
        async (db, _, comment, batch, now, token) =>
        {
            var root = comment.ParentId is null ? comment : await db.Comments.AsTracking().SingleAsync(c => c.Id == ThreadPath.RootId(comment.Path), token);
            if (root.RepliesClosed == close)
            {
                return new Changed(0, null);
            }

            db.Decisions().Add(Decision.About(root, close ? DecisionKind.CloseThread : DecisionKind.OpenThread, root.State, null, by, batch, now));
            (close ? (Action)root.CloseReplies : root.OpenReplies)();
            return new Changed(batch, null);
        },
        cancel);

    public Task<Changed?> ClosePostAsync(long id, bool close, Moderator by, CancellationToken cancel) => ChangeAsync(
        id,
        by,
        async (db, _, comment, batch, now, token) =>
        {
            var post = comment.Post!;
            if (post.CommentsOpen != close)
            {
                return new Changed(0, null);
            }

            db.Decisions().Add(Decision.About(comment, close ? DecisionKind.ClosePost : DecisionKind.OpenPost, comment.State, null, by, batch, now));
            db.Audit(by.AccountId, by.Name, close ? ModerationAudit.PostClosed : ModerationAudit.PostOpened, post.Title, now);
            (close ? (Action)post.CloseComments : post.OpenComments)();
            await comments.SwitchedAsync(db, post, new Switched(by.AccountId, by.Name, now), token);
            return new Changed(batch, null);
        },
        cancel);

    /// <summary>From now on whatever comes from this writer's e-mail address is spam, and so is this comment. Without an address nothing can be blocked.</summary>
    public Task<Changed?> BlockAsync(long id, Moderator by, CancellationToken cancel) => ChangeAsync(
        id,
        by,
        async (db, posts, comment, batch, now, token) =>
        {
            if (comment.EmailKey is not { Length: <= WordPattern.MaxLength } email)
            {
                return new Changed(0, null);
            }

            if (await db.RuleLikeAsync(email, token) is null)
            {
                db.WordRules.Add(WordRule.Of(email, RuleAction.Block, by.Name, now));
            }

            db.Decisions().Add(Decision.About(comment, DecisionKind.BlockWriter, comment.State, null, by, batch, now));
            db.Audit(by.AccountId, by.Name, ModerationAudit.Blocked, CommentAddress.Permalink(id), now);
            await deciding.DecideAsync(db, posts, comment, new Order([id], DecisionKind.Spam), by, batch, now, token);
            return new Changed(batch, null);
        },
        cancel);

    /// <summary>Null when there is no such comment for this account.</summary>
    private Task<Changed?> ChangeAsync(
        long id, Moderator by, Func<BlogDb, JudgedPosts, Comment, long, DateTimeOffset, CancellationToken, Task<Changed>> change, CancellationToken cancel)
    {
        return lane.WriteAsync(
            async (db, token) =>
            {
                if (await by.Among(db.Comments.AsTracking()).Include(c => c.Reasons).SingleOrDefaultAsync(c => c.Id == id && c.Name != "", token) is not { } comment)
                {
                    return null;
                }

                var posts = new JudgedPosts(db, settings.Now.Comments.PerPage);
                _ = posts.Of(comment);
                var changed = await change(db, posts, comment, await db.NextBatchAsync(token), time.GetUtcNow(), token);
                await db.SaveChangesAsync(token);
                return changed;
            },
            cancel);
    }
}
