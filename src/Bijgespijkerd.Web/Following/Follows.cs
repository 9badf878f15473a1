using System.Security.Cryptography;
using System.Text;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Platform.Mail.Outbox;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Following;

/// <summary>
/// Keeps who follows what. Asking stores a wish and mails a link; nobody is told whether an address was known, and an address gets only
/// some of such letters in an hour.
/// </summary>
public sealed class Follows(WriteLane lane, Outbox outbox, FollowLetters letters, IDataProtectionProvider keys, TimeProvider time) : IFollowComments
{
    public static readonly TimeSpan Unconfirmed = TimeSpan.FromDays(7);

    private const int MostPerHour = 3;

    private readonly IDataProtector _seal = keys.CreateProtector("subscription");

    /// <summary>The post as a whole, without a comment.</summary>
    public Task<bool> AskAsync(string email, long postId, CancellationToken cancel) => lane.WriteAsync((db, token) => StoreAsync(db, email, postId, null, isWhole: true, token), cancel);

    /// <summary>Answers to a comment, for who wrote it.</summary>
    public Task<bool> AskAsync(long commentId, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) => await db.Comments.SingleOrDefaultAsync(c => c.Id == commentId && c.Email != null, token) is { } comment
            && await StoreAsync(db, comment.Email!, comment.PostId, comment, isWhole: false, token),
        cancel);

    public Task AskAsync(BlogDb db, Comment comment, LetterWish wish, DateTimeOffset now, CancellationToken cancel)
    {
        if (!wish.IsProven)
        {
            return MakeAsync(db, wish.Email, comment.PostId, comment, wish.What == FollowWish.All, now, cancel);
        }

        var key = Subscription.NewKey();
        var subscription = Subscription.Of(wish.Email, comment.PostId, comment, wish.What == FollowWish.All);
        subscription.Ask(key, Sealed(key), subscription.IsWhole, now);
        subscription.Confirm(now);
        db.Subscriptions().Add(subscription);
        return Task.CompletedTask;
    }

    public Task EndAsync(BlogDb db, IReadOnlyCollection<long> comments, CancellationToken cancel) =>
        db.Subscriptions().Where(s => s.CommentId != null && comments.Contains(s.CommentId.Value)).ExecuteDeleteAsync(cancel);

    /// <summary>Null when no such key was mailed, or it waited too long to be confirmed.</summary>
    public async Task<Subscription?> FindAsync(BlogDb db, string key, CancellationToken cancel)
    {
        var (hash, oldest) = (Subscription.HashOf(key), time.GetUtcNow() - Unconfirmed);
        return await db.Subscriptions().Include(s => s.Post).SingleOrDefaultAsync(s => s.KeyHash == hash && (s.ConfirmedAt != null || s.AskedAt > oldest), cancel);
    }

    public Task<bool> ConfirmAsync(string key, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            if (await FindAsync(db, key, token) is not { } found)
            {
                return false;
            }

            (await db.Subscriptions().AsTracking().SingleAsync(s => s.Id == found.Id, token)).Confirm(time.GetUtcNow());
            await db.SaveChangesAsync(token);
            return true;
        },
        cancel);

    /// <summary>Ends what this key's address follows.</summary>
    /// <param name="which">Null: the one the key belongs to.</param>
    public Task<bool> EndAsync(string key, Func<Subscription, bool>? which, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            if (await FindAsync(db, key, token) is not { } found)
            {
                return false;
            }

            var theirs = await db.Subscriptions().AsTracking().Where(s => s.EmailKey == found.EmailKey && (s.Id == found.Id || s.ConfirmedAt != null)).ToListAsync(token);
            db.RemoveRange(theirs.Where(which ?? (s => s.Id == found.Id)));
            await db.SaveChangesAsync(token);
            return true;
        },
        cancel);

    /// <summary>Who never used the link is forgotten after a week (row P8).</summary>
    public Task<int> ForgetUnconfirmedAsync(CancellationToken cancel) => lane.WriteWhenThereIsRoomAsync(
        (db, token) =>
        {
            var oldest = time.GetUtcNow() - Unconfirmed;
            return db.Subscriptions().Where(s => s.ConfirmedAt == null && s.AskedAt <= oldest).ExecuteDeleteAsync(token);
        },
        cancel);

    /// <summary>The key in the links of a letter; null when the keys of this installation are not those that sealed it: then no letter could be stopped.</summary>
    public string? KeyOf(Subscription subscription)
    {
        try
        {
            return Encoding.UTF8.GetString(_seal.Unprotect(subscription.SealedKey));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private byte[] Sealed(string key) => _seal.Protect(Encoding.UTF8.GetBytes(key));

    private async Task<bool> StoreAsync(BlogDb db, string email, long postId, Comment? comment, bool isWhole, CancellationToken cancel)
    {
        await MakeAsync(db, email, postId, comment, isWhole, time.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private async Task MakeAsync(BlogDb db, string email, long postId, Comment? comment, bool isWhole, DateTimeOffset now, CancellationToken cancel)
    {
        var (emailKey, commentId, since) = (EmailAddress.Key(email), comment?.Id, now - TimeSpan.FromHours(1));
        var post = await db.Posts.Where(p => p.Id == postId).Select(p => new FollowedPost(p.Title, p.Slug, p.Kind)).SingleAsync(cancel);
        var theirs = await db.Subscriptions().AsTracking().Where(s => s.EmailKey == emailKey && (s.PostId == postId || s.AskedAt > since)).ToListAsync(cancel);
        var same = theirs.Find(s => s.PostId == postId && s.CommentId == commentId);
        var key = Subscription.NewKey();
        var letter = letters.Confirmation(email, post, isWhole, key);
        if (same?.ConfirmedAt is not null || same?.AskedAt > since || theirs.Count(s => s.AskedAt > since) >= MostPerHour)
        {
            outbox.Post(db, LetterKind.Account, Letter.ToNobody(letter));
            return;
        }

        if (same is null)
        {
            db.Subscriptions().Add(same = Subscription.Of(email, postId, comment, isWhole));
        }

        same.Ask(key, Sealed(key), isWhole, now);
        outbox.Post(db, LetterKind.Account, letter);
    }
}

/// <summary>What a letter says of a post.</summary>
public sealed record FollowedPost(string Title, string Slug, PostKind Kind)
{
    public string Path => PostAddress.Of(Kind, Slug);
}
