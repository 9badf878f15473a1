using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments.Checks;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments.Posting;

/// <summary>Everything known of one comment that wants to be placed.</summary>
public sealed record CommentToPlace(
    long PostId, CommentDraft Draft, RenderedComment Rendered, bool IsTrapFilled, TimeSpan? FillTime, string? Address, VisitorKey Visitor);

/// <summary>What became of it: a stored comment, or a refusal.</summary>
public sealed record Placing(Comment? Comment, CommentRefusal? Refusal = null, TimeSpan Wait = default);

/// <summary>Places a comment: refuses what cannot be, asks the checks, and stores it where it belongs in the thread.</summary>
public sealed class CommentPlacing(WriteLane lane, IdSequence ids, SiteSecret secret, FloodGate flood, BlogSettings settings, TimeProvider time)
{
    private static readonly TimeSpan SecondClick = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan DoubleClick = TimeSpan.FromMinutes(10);

    public Task<Placing> PlaceAsync(CommentToPlace wanted, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            var now = time.GetUtcNow();
            var post = await db.Posts.SingleAsync(p => p.Id == wanted.PostId, token);
            var parent = wanted.Draft.ParentId is { } id ? await db.Comments.SingleOrDefaultAsync(c => c.Id == id && c.PostId == post.Id, token) : null;
            if (wanted.Draft.ParentId is not null && parent is null)
            {
                return new Placing(null, CommentRefusal.ParentGone);
            }

            if (post.RefusesComment(parent, now, settings.Comments.CloseAfterDays) is { } refusal)
            {
                return new Placing(null, refusal);
            }

            var fingerprint = Fingerprint(post, wanted.Draft);
            var email = wanted.Draft.Email is { } address ? EmailAddress.Key(address) : null;
            if (await db.Comments.SingleOrDefaultAsync(c => c.PostId == post.Id && c.Fingerprint == fingerprint, token) is { } same)
            {
                if (now - same.CreatedAt >= DoubleClick)
                {
                    return new Placing(same, CommentRefusal.AlreadyThere);
                }

                TakeOver(same, email, wanted, now);
                await db.SaveChangesAsync(token);
                return new Placing(same);
            }

            if (flood.Wait(wanted.Address, email) is { } wait)
            {
                return new Placing(null, CommentRefusal.TooFast, wait);
            }

            var comment = await StoreAsync(db, post, parent, wanted, fingerprint, now, token);
            flood.Count(wanted.Address, email);
            return new Placing(comment);
        },
        cancel);

    /// <summary>
    /// A second click before the first answer, and its cookie, came. Only a comment that was never published: its words are known
    /// to nobody but its writer, while those of a published one can be copied by anybody; and only at once, from the same address.
    /// </summary>
    private void TakeOver(Comment same, string? email, CommentToPlace wanted, DateTimeOffset now)
    {
        var visitor = wanted.Visitor;
        if (!visitor.IsPresent && !same.WasEverPublished && same.EmailKey == email && now - same.CreatedAt < SecondClick && flood.HasSeen(wanted.Address))
        {
            same.BelongsTo(visitor.HashOrNew(), VisitorKey.HashOf(visitor.SecretOf(same.Id)));
        }
    }

    private async Task<Comment> StoreAsync(
        BlogDb db, Post post, Comment? parent, CommentToPlace wanted, byte[] fingerprint, DateTimeOffset now, CancellationToken cancel)
    {
        var draft = wanted.Draft;
        var by = new Commenter(draft.Name, draft.Email, draft.Website, secret.Tint(draft.Email is { } email ? EmailAddress.Key(email) : PersonName.Key(draft.Name)));
        var comment = Comment.On(post, parent, ids.NextComment(), by, draft.Body, wanted.Rendered, now);
        comment.BelongsTo(wanted.Visitor.HashOrNew(), VisitorKey.HashOf(wanted.Visitor.SecretOf(comment.Id)));
        comment.Resembles(fingerprint);

        var known = await KnownCommenter.IsKnownAsync(db, by.NameKey, by.EmailKey, cancel);
        var (state, reasons) = CommentChecks.Judge(new CommentCandidate(wanted.Rendered.Links, wanted.IsTrapFilled, wanted.FillTime, known), settings.Comments);
        foreach (var reason in reasons)
        {
            comment.Note(reason);
        }

        db.Comments.Add(comment);
        if (state == CommentState.Published)
        {
            await new PostThreads(db, post, settings.Comments.PerPage).PublishAsync(comment, now, cancel);
        }
        else
        {
            comment.Become(state, CommentRemover.Nobody, now);
        }

        await db.SaveChangesAsync(cancel);
        return comment;
    }

    private byte[] Fingerprint(Post post, CommentDraft draft) =>
        secret.Hash("same comment", string.Join('\0', post.Id.ToString(Platform.Web.SiteClock.Dutch), draft.ParentId?.ToString(Platform.Web.SiteClock.Dutch), PersonName.Key(draft.Name), draft.Email is { } email ? EmailAddress.Key(email) : null, draft.Body));
}

public static class KnownCommenter
{
    /// <summary>Somebody of this name and address together had a comment published before.</summary>
    public static Task<bool> IsKnownAsync(BlogDb db, string nameKey, string? emailKey, CancellationToken cancel) => emailKey is null
        ? Task.FromResult(false)
        : db.Comments.AnyAsync(c => c.EmailKey == emailKey && c.NameKey == nameKey && c.State == CommentState.Published, cancel);
}
