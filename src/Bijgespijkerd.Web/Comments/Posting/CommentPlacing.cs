using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments.Checks;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Comments.Posting;

/// <summary>Everything known of one comment that wants to be placed.</summary>
public sealed record CommentToPlace(
    long PostId, CommentDraft Draft, RenderedComment Rendered, CommentCandidate Assessed, string? Address, VisitorKey Visitor);

/// <summary>What became of it: a stored comment, or a refusal.</summary>
public sealed record Placing(Comment? Comment, CommentRefusal? Refusal = null, TimeSpan Wait = default);

/// <summary>Places a comment: refuses what cannot be, asks the checks, and stores it where it belongs in the thread.</summary>
public sealed class CommentPlacing(WriteLane lane, IdSequence ids, SiteSecret secret, FloodGate flood, IFollowComments following, SettingsInForce settings, TimeProvider time)
{
    private static readonly TimeSpan SecondClick = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan DoubleClick = TimeSpan.FromMinutes(10);

    public async Task<Placing> PlaceAsync(CommentToPlace wanted, CancellationToken cancel)
    {
        // What needs no database is done before the lane, which everybody shares.
        var candidate = new Candidate(wanted, By(wanted.Draft), Fingerprint(wanted));
        var counted = new GateMark();
        try
        {
            return await lane.WriteAsync((db, token) => PlaceAsync(db, candidate, counted, token), cancel);
        }
        catch
        {
            flood.TakeBack(counted);
            throw;
        }
    }

    private async Task<Placing> PlaceAsync(BlogDb db, Candidate candidate, GateMark counted, CancellationToken cancel)
    {
        // Looked for once, right before the one save.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var (now, wanted, sender) = (time.GetUtcNow(), candidate.Wanted, candidate.Sender);
        var post = db.CountedPost(wanted.PostId);
        var parent = wanted.Draft.ParentId is { } id ? db.AnsweredComment(post.Id, id) : null;
        if (wanted.Draft.ParentId is not null && parent is null)
        {
            return new Placing(null, CommentRefusal.ParentGone);
        }

        if (wanted.Draft.Signer is { } signer && !db.HasAccount(signer.AccountId))
        {
            return new Placing(null, CommentRefusal.WriterGone);
        }

        if (post.RefusesComment(parent, now, settings.Now.Comments.CloseAfterDays) is { } refusal)
        {
            return new Placing(null, refusal);
        }

        if (parent is not null && db.IsThreadClosed(parent.Path))
        {
            return new Placing(null, CommentRefusal.Closed);
        }

        if (db.SameComment(post.Id, candidate.Fingerprint) is { } same)
        {
            if (now - same.CreatedAt >= DoubleClick)
            {
                return new Placing(same, CommentRefusal.AlreadyThere);
            }

            TakeOver(same, candidate, now);
            db.ChangeTracker.DetectChanges();
            await db.SaveChangesAsync(cancel);
            return new Placing(same);
        }

        if (wanted.Draft.Signer?.IsStaff != true && flood.Wait(candidate.Network, sender) is { } wait)
        {
            return new Placing(null, CommentRefusal.TooFast, wait);
        }

        var comment = await StoreAsync(db, post, parent, candidate, now, cancel);
        flood.Count(counted, candidate.Network, sender);
        return new Placing(comment);
    }

    /// <summary>
    /// A second click before the first answer, and its cookie, came. Only a comment that was never published: its words are known
    /// to nobody but its writer, while those of a published one can be copied by anybody; and only at once, from the same address.
    /// </summary>
    private void TakeOver(Comment same, Candidate candidate, DateTimeOffset now)
    {
        var (wanted, visitor) = (candidate.Wanted, candidate.Wanted.Visitor);
        if (!visitor.IsPresent && !same.WasEverPublished && same.EmailKey == candidate.By.EmailKey && same.AccountId == wanted.Draft.Signer?.AccountId && now - same.CreatedAt < SecondClick && flood.HasSeen(candidate.Network))
        {
            same.BelongsTo(visitor.HashOrNew(), VisitorKey.HashOf(visitor.SecretOf(same.Id)));
        }
    }

    private async Task<Comment> StoreAsync(BlogDb db, Post post, Comment? parent, Candidate candidate, DateTimeOffset now, CancellationToken cancel)
    {
        var (wanted, by) = (candidate.Wanted, candidate.By);
        var comment = Comment.On(post, parent, ids.NextComment(), by, wanted.Draft.Body, wanted.Rendered, now);
        comment.BelongsTo(wanted.Visitor.HashOrNew(), VisitorKey.HashOf(wanted.Visitor.SecretOf(comment.Id)));
        comment.Resembles(candidate.Fingerprint);
        comment.IsSpamWith(wanted.Assessed.Filter.Probability);
        comment.CameFrom(KeepsAddress(by) ? wanted.Address : null, wanted.Assessed.FillTime);

        var (state, reasons) = CommentChecks.Judge(
            wanted.Assessed with { IsKnown = KnownCommenter.IsKnown(db, comment), IsStaff = by.Signer?.IsStaff == true }, settings.Now.Comments);
        foreach (var reason in reasons)
        {
            comment.Note(reason);
        }

        db.Comments.Add(comment);
        if (state == CommentState.Published)
        {
            await new PostThreads(db, post, settings.Now.Comments.PerPage).PublishAsync(comment, now, cancel);
        }
        else
        {
            comment.Become(state, CommentRemover.Nobody, now);
        }

        comment.BecomesNews();
        if (wanted.Draft.LettersTo is { } lettersTo && state != CommentState.Spam)
        {
            await following.AskAsync(db, comment, new LetterWish(wanted.Draft.Follows, lettersTo, lettersTo == by.Signer?.Email), now, cancel);
        }

        // Nothing follows this save in its unit of work: what was saved need not be taken as the new original.
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancel);
        return comment;
    }

    /// <summary>Nobody who works here is looked for by where they write from.</summary>
    private bool KeepsAddress(Commenter by) => settings.Now.Retention.AddressDays > 0 && by.Signer?.IsStaff != true;

    private Commenter By(CommentDraft draft) =>
        new(draft.Name, draft.Email, draft.Website, draft.Signer?.Tint ?? secret.Tint(draft.Email is { } email ? EmailAddress.Key(email) : PersonName.Key(draft.Name)), Signer: draft.Signer);

    private byte[] Fingerprint(CommentToPlace wanted)
    {
        var draft = wanted.Draft;
        return secret.Hash("same comment", string.Join('\0', wanted.PostId.ToString(SiteClock.Dutch), draft.ParentId?.ToString(SiteClock.Dutch), PersonName.Key(draft.Name), draft.Signer?.Key ?? (draft.Email is { } email ? EmailAddress.Key(email) : null), draft.Body));
    }

    private sealed record Candidate(CommentToPlace Wanted, Commenter By, byte[] Fingerprint)
    {
        /// <summary>Whose comments are counted together.</summary>
        public string? Sender => By.Signer?.Key ?? By.EmailKey;

        public string? Network => SenderNetwork.Of(Wanted.Address);
    }
}

public static class KnownCommenter
{
    /// <summary>The account, or without one somebody of this name and address together, had a comment published before.</summary>
    public static bool IsKnown(BlogDb db, Comment comment) => comment.AccountId is { } account
        ? db.HasPublishedBefore(account)
        : comment.EmailKey is { } email && db.HasPublishedBefore(email, comment.NameKey);
}
