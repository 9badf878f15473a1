using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments.Checks;
using Bijgespijkerd.Web.Comments.Filter;
using Bijgespijkerd.Web.Comments.Posting;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments.Own;

/// <summary>What somebody who wrote a comment may see and do with it, by the secret in the link to its own page.</summary>
public sealed class OwnComments(BlogDb db, WriteLane lane, CommentAssessment assessment, SpamFilter filter, SettingsInForce settings, TimeProvider time)
{
    /// <summary>Null when there is no such comment, or the secret does not open it: the two look the same.</summary>
    public async Task<OwnPage?> FindAsync(long id, string? secret, CancellationToken cancel)
    {
        var comment = await db.Comments.Include(c => c.Post).Include(c => c.Reasons).SingleOrDefaultAsync(c => c.Id == id, cancel);
        if (comment is null || !VisitorKey.Opens(secret, comment.KeyHash))
        {
            return null;
        }

        var page = OwnPage.Of(comment, secret!, time.GetUtcNow(), settings.Now);
        return page.State == CommentState.Held ? page with { Lately = await WaitingTime.UsualAsync(db, cancel) } : page;
    }

    public IActionResult Show(Controller controller, OwnPage page, int status = StatusCodes.Status200OK)
    {
        controller.Response.StatusCode = status;
        controller.Response.Headers.CacheControl = "private, no-store";
        // Not "no-referrer": its forms would then say that they come from nowhere, and be refused where no Sec-Fetch-Site is sent.
        controller.Response.Headers["Referrer-Policy"] = "same-origin";
        return controller.View("/Comments/Own/OwnComment.cshtml", (page.Error ?? page.WordsError ?? page.Trouble) is null
            ? page
            : page with { Head = page.Head with { Title = string.Format(SiteClock.Dutch, CommentTexts.EditErrorTitle, settings.Now.Title) } });
    }

    /// <summary>Stores the new text and asks the checks again: what was fine before may not be now.</summary>
    public async Task<bool> RewriteAsync(long id, string body, RenderedComment rendered, CancellationToken cancel)
    {
        var stored = await db.Comments.SingleAsync(c => c.Id == id, cancel);
        var assessed = await assessment.OfAsync(
            new SentComment(stored.Name, stored.Email, stored.Website, body, rendered.Links, false, null, stored.SenderAddress, null, null, stored.CreatedAt), asksOutside: false, cancel);
        return await RewriteAsync(id, body, rendered, assessed, cancel);
    }

    private Task<bool> RewriteAsync(long id, string body, RenderedComment rendered, CommentCandidate assessed, CancellationToken cancel) => ChangeAsync(
        id,
        async (write, post, comment, now, token) =>
        {
            if (!comment.MayBeEditedByWriter(now, settings.Now.Comments.EditMinutes))
            {
                return false;
            }

            write.CommentVersions.Add(CommentVersion.Former(comment, null, "", now));
            comment.Rewrite(body, rendered, now);
            var isStaff = comment.AccountId is { } account && await write.Accounts.AnyAsync(a => a.Id == account && a.Role != Accounts.Role.Reader, token);
            var (state, reasons) = CommentChecks.Judge(
                assessed with { IsKnown = KnownCommenter.IsKnown(write, comment), IsStaff = isStaff }, settings.Now.Comments);
            comment.IsSpamWith(assessed.Filter.Probability);
            if (comment.State == CommentState.Spam)
            {
                return true;
            }

            await write.CommentReasons.Where(r => r.CommentId == id && r.Code != CommentReason.Asked && r.Code != CommentReason.Waited).ExecuteDeleteAsync(token);
            foreach (var reason in reasons)
            {
                comment.Note(reason);
            }

            // A text that was waiting keeps waiting, for the same or for no reason left: a person decides.
            if (comment.State == CommentState.Published && state != CommentState.Published)
            {
                await Threads(write, post).HideAsync(comment, state, CommentRemover.Nobody, now, token);
                comment.BecomesNews();
            }

            return true;
        },
        cancel);

    public Task<bool> WithdrawAsync(long id, CancellationToken cancel) => ChangeAsync(
        id,
        async (write, post, comment, now, token) =>
        {
            if (!comment.MayBeEditedByWriter(now, settings.Now.Comments.EditMinutes))
            {
                return false;
            }

            if (comment.State == CommentState.Held && comment.Reasons.Count == 0)
            {
                // Put back, it waits again, although nothing is left against it.
                comment.Note(new CommentReason(CommentReason.Waited));
            }

            await Threads(write, post).HideAsync(comment, comment.StateWithdrawn, CommentRemover.Writer, now, token);
            comment.BecomesNews();
            return true;
        },
        cancel);

    public Task<bool> PutBackAsync(long id, CancellationToken cancel) => ChangeAsync(
        id,
        async (write, post, comment, now, token) =>
        {
            if (!comment.CanBePutBack(now, settings.Now.Comments.EditMinutes))
            {
                return false;
            }

            if (comment.WasEverPublished && !comment.Reasons.Any())
            {
                await Threads(write, post).PublishAsync(comment, now, token);
            }
            else
            {
                var state = comment.State == CommentState.Spam ? CommentState.Spam : CommentState.Held;
                await Threads(write, post).HideAsync(comment, state, CommentRemover.Nobody, now, token);
            }

            comment.BecomesNews();
            return true;
        },
        cancel);

    /// <summary>A rejected comment waits once more, with what its writer has to say about it.</summary>
    public Task<bool> AskAgainAsync(long id, string words, CancellationToken cancel) => ChangeAsync(
        id,
        async (write, post, comment, now, token) =>
        {
            if (!comment.MayAskAgain)
            {
                return false;
            }

            await Threads(write, post).HideAsync(comment, CommentState.Held, CommentRemover.Nobody, now, token);
            comment.AskAgain(now);
            comment.Note(new CommentReason(CommentReason.Asked, words));
            comment.BecomesNews();
            await filter.LearnAsync(write, comment, token);
            return true;
        },
        cancel);

    private PostThreads Threads(BlogDb write, Post post) => new(write, post, settings.Now.Comments.PerPage);

    private Task<bool> ChangeAsync(long id, Func<BlogDb, Post, Comment, DateTimeOffset, CancellationToken, Task<bool>> change, CancellationToken cancel) =>
        lane.WriteAsync(
            async (write, token) =>
            {
                var comment = await write.Comments.Include(c => c.Post).Include(c => c.Parent).Include(c => c.Reasons).SingleAsync(c => c.Id == id, token);
                var done = await change(write, comment.Post!, comment, time.GetUtcNow(), token);
                await write.SaveChangesAsync(token);
                return done;
            },
            cancel);
}
