using System.Globalization;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Comments.Posting;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Platform.Mail.Outbox;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Following;

/// <summary>
/// Tells by mail what became of comments, a minute after it happened. What to say is decided in the unit of work that stores the letters
/// and that it was told, from how things stand then: what was undone meanwhile is not told.
/// </summary>
public sealed class CommentNews(IServiceScopeFactory scopes, WriteLane lane, Outbox outbox, Follows follows, FollowLetters letters, SettingsInForce settings, TimeProvider time)
{
    private const int AtOnce = 20;
    private const int ManyLetters = 200;

    /// <summary>An undo in this time stops the letters too.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(60);

    /// <summary>All there is to tell.</summary>
    /// <returns>Of how many comments.</returns>
    public async Task<int> TellAsync(CancellationToken cancel)
    {
        var told = 0;
        while (await IsThereAsync(cancel) && await TellSomeAsync(cancel) is > 0 and var some)
        {
            told += some;
        }

        return told;
    }

    private async Task<bool> IsThereAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var until = time.GetUtcNow() - Rest;
        return await scope.ServiceProvider.GetRequiredService<BlogDb>().Comments.AnyAsync(c => c.IsNews && c.StateSince <= until, cancel);
    }

    private Task<int> TellSomeAsync(CancellationToken cancel) => lane.WriteWhenThereIsRoomAsync(
        async (db, token) =>
        {
            var until = time.GetUtcNow() - Rest;
            var news = await db.Comments.AsTracking().Include(c => c.Post).Include(c => c.Reasons)
                .Where(c => c.IsNews && c.StateSince <= until).OrderBy(c => c.StateSince).Take(AtOnce).ToListAsync(token);
            var (held, posted, told) = (new List<Comment>(), 0, 0);
            foreach (var comment in news.TakeWhile(_ => posted < ManyLetters))
            {
                posted += await TellAsync(db, comment, held, token);
                told++;
            }

            await TellHeldAsync(db, held, token);
            await db.SaveChangesAsync(token);
            return told;
        },
        cancel);

    private async Task<int> TellAsync(BlogDb db, Comment comment, List<Comment> held, CancellationToken cancel)
    {
        var posted = 0;
        switch (comment.State)
        {
            case CommentState.Published when comment.Post!.State == PostState.Published:
                posted = await TellPublishedAsync(db, comment, comment.Post, cancel);
                break;
            case CommentState.Rejected:
                await TellWriterAsync(db, comment, comment.Post!, cancel);
                break;
            case CommentState.Held:
                held.Add(comment);
                if (comment.ToldState == CommentState.Published)
                {
                    // Its readers heard of it already: when it is published again, that is no news to them.
                    comment.NeedsNoTelling();
                    return 0;
                }

                break;
            case CommentState.Spam or CommentState.Trash:
                comment.NeedsNoTelling();
                return 0;
        }

        comment.WasTold();
        return posted;
    }

    private async Task<int> TellPublishedAsync(BlogDb db, Comment comment, Post post, CancellationToken cancel)
    {
        if (comment.StateSince > comment.CreatedAt)
        {
            await TellWriterAsync(db, comment, post, cancel);
        }

        // After a rejection that was taken back: only when nobody had seen it before.
        if (comment.ToldState is not (null or CommentState.Held) && comment.PublishedAt != comment.StateSince)
        {
            return 0;
        }

        var reached = await WritersKeysAsync(db, comment, cancel);
        if (settings.Now.Notices.Authors)
        {
            await TellAuthorAsync(db, comment, post, reached, cancel);
        }

        return await TellFollowersAsync(db, comment, post, reached, cancel);
    }

    /// <summary>The addresses of who wrote it: they know.</summary>
    private static async Task<HashSet<string>> WritersKeysAsync(BlogDb db, Comment comment, CancellationToken cancel)
    {
        var account = comment.AccountId is { } id ? await db.Accounts.Where(a => a.Id == id).Select(a => a.EmailKey).SingleOrDefaultAsync(cancel) : null;
        var letters = await db.Subscriptions().Where(s => s.CommentId == comment.Id && s.ConfirmedAt != null).Select(s => s.EmailKey).ToListAsync(cancel);
        return new HashSet<string>(letters.Concat(new[] { comment.EmailKey, account }.OfType<string>()), StringComparer.Ordinal);
    }

    private async Task TellAuthorAsync(BlogDb db, Comment comment, Post post, HashSet<string> reached, CancellationToken cancel)
    {
        if (comment.AuthorId == post.AuthorId)
        {
            return;
        }

        foreach (var email in await db.Accounts.Where(a => a.AuthorId == post.AuthorId && a.DisabledAt == null && a.Role != Role.Reader).Select(a => a.Email).ToListAsync(cancel))
        {
            if (email is not null && reached.Add(EmailAddress.Key(email)))
            {
                outbox.Post(db, LetterKind.News, letters.ToAuthor(email, comment, post));
            }
        }
    }

    private async Task<int> TellFollowersAsync(BlogDb db, Comment comment, Post post, HashSet<string> reached, CancellationToken cancel)
    {
        var named = await NamedAsync(db, comment, cancel);
        var told = 0;
        var all = await db.Subscriptions().AsNoTracking()
            .Where(s => s.PostId == post.Id && s.ConfirmedAt != null && (s.IsWhole || s.CommentId == comment.ParentId || named.Contains(s.EmailKey))).ToListAsync(cancel);

        // Who follows both the post and their own comment hears it once, as an answer.
        foreach (var (subscription, isAnswer) in all.Select(s => (s, s.CommentId is not null && (s.CommentId == comment.ParentId || named.Contains(s.EmailKey)))).OrderByDescending(f => f.Item2))
        {
            if ((isAnswer || subscription.IsWhole) && follows.KeyOf(subscription) is { } key && reached.Add(subscription.EmailKey))
            {
                outbox.Post(db, LetterKind.News, letters.ToFollower(subscription.Email, comment, post, isAnswer, key));
                told++;
            }
        }

        return told;
    }

    /// <summary>Who is meant by an @naam in it: that counts as an answer to them.</summary>
    private static async Task<List<string>> NamedAsync(BlogDb db, Comment comment, CancellationToken cancel)
    {
        var links = await MentionLinks.FindAsync(db, comment.PostId, comment.Markdown, comment.Id, cancel);
        var ids = links.Values.Select(path => long.Parse(path[(path.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture)).ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        // Who is signed in has no address with their comment, but may have with what they follow.
        var written = await db.Comments.Where(c => ids.Contains(c.Id) && c.EmailKey != null).Select(c => c.EmailKey!).ToListAsync(cancel);
        var followed = await db.Subscriptions().Where(s => s.CommentId != null && s.ConfirmedAt != null && ids.Contains(s.CommentId.Value)).Select(s => s.EmailKey).ToListAsync(cancel);
        return [.. written.Concat(followed).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Who asked to hear of their comment, and proved that the address is theirs.</summary>
    private async Task TellWriterAsync(BlogDb db, Comment comment, Post post, CancellationToken cancel)
    {
        if (await db.Subscriptions().AsNoTracking().FirstOrDefaultAsync(s => s.CommentId == comment.Id && (s.EmailKey == comment.EmailKey || comment.EmailKey == null) && s.ConfirmedAt != null, cancel) is { } asked
            && follows.KeyOf(asked) is { } key)
        {
            outbox.Post(db, LetterKind.News, comment.State == CommentState.Published ? letters.Published(asked.Email, comment, post, key) : letters.Rejected(asked.Email, comment, post, key));
        }
    }

    private async Task TellHeldAsync(BlogDb db, List<Comment> held, CancellationToken cancel)
    {
        if (held.Count > 0 && settings.Now.Notices.Moderators == ModeratorNotice.AtOnce)
        {
            foreach (var email in await Moderators.AddressesAsync(db, cancel))
            {
                outbox.Post(db, LetterKind.News, letters.Held(email, held, held.Count));
            }
        }
    }
}

internal static class Moderators
{
    public static async Task<List<string>> AddressesAsync(BlogDb db, CancellationToken cancel) =>
        await db.Accounts.Where(a => (a.Role == Role.Administrator || a.Role == Role.Editor || a.Role == Role.Moderator) && a.DisabledAt == null && a.Email != null)
            .OrderBy(a => a.Id).Select(a => a.Email!).ToListAsync(cancel);
}
