using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Comments.Posting;
using Bijgespijkerd.Web.Moderation.Decisions;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Moderation.Changes;

/// <param name="Fault">Why there is no answer; null when there is.</param>
public sealed record Answered(long Batch, string? Fault);

/// <summary>Answers a comment and approves it when it waits, in one unit of work: neither goes without the other.</summary>
public sealed class Answering(WriteLane lane, IdSequence ids, Deciding deciding, SettingsInForce settings, TimeProvider time)
{
    private static readonly TimeSpan DoubleClick = TimeSpan.FromMinutes(10);

    public Task<Answered> AnswerAsync(long id, string body, Signer signer, Moderator by, CancellationToken cancel) =>
        lane.WriteAsync(
            async (db, token) =>
            {
                var now = time.GetUtcNow();
                if (await by.Among(db.Comments.AsTracking()).Include(c => c.Reasons).SingleOrDefaultAsync(c => c.Id == id && c.Name != "", token) is not { } comment)
                {
                    return new Answered(0, ModerationTexts.CannotAnswer);
                }

                var posts = new JudgedPosts(db, settings.Now.Comments.PerPage);
                var post = posts.Of(comment);
                var since = now - DoubleClick;
                if (await db.Comments.Where(c => c.PostId == post.Id && c.ParentId == id && c.AccountId == signer.AccountId && c.CreatedAt > since && c.Markdown == body).AnyAsync(token))
                {
                    // The same press twice: the answer is there.
                    return new Answered(0, null);
                }

                // Asked before anything is decided: a unit of work that refuses is stored as far as it came.
                if (!Bijgespijkerd.Web.Posts.Post.TakesComments(post.State, post.CommentsOpen, post.PublishedAt, now, settings.Now.Comments.CloseAfterDays) || db.IsThreadClosed(comment.Path))
                {
                    return new Answered(0, ModerationTexts.AnswerClosed);
                }

                if (comment.State is not (CommentState.Held or CommentState.Published))
                {
                    return new Answered(0, ModerationTexts.CannotAnswer);
                }

                var batch = await db.NextBatchAsync(token);
                if (comment.State == CommentState.Held)
                {
                    await deciding.DecideAsync(db, posts, comment, new Order([id], DecisionKind.Approve), by, batch, now, token);
                    db.Audit(by.AccountId, by.Name, ModerationAudit.Approved, ModerationAudit.Subject([comment]), now);
                }

                var rendered = CommentMarkdown.Render(body, await MentionLinks.FindAsync(db, post.Id, body, null, token));
                var answer = Comment.On(post, comment, ids.NextComment(), new Commenter(signer.Name, null, null, signer.Tint, Signer: signer), body, rendered, now);
                db.Comments.Add(answer);
                await posts.ThreadsOf(comment).PublishAsync(answer, now, token);
                answer.BecomesNews();
                db.Decisions().Add(Decision.Answered(answer, by, batch, now));
                await db.SaveChangesAsync(token);
                return new Answered(batch, null);
            },
            cancel);
}
