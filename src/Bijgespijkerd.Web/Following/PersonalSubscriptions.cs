using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Platform.Mail.Outbox;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Site.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Following;

/// <summary>What somebody follows under an e-mail address, with when they agreed to it, and the letters that wait for them.</summary>
public sealed class PersonalSubscriptions(WriteLane lane, Outbox outbox, SiteClock clock) : IPersonalData
{
    private const int AtOnce = 100;

    public async Task<PersonalPart> ReadAsync(BlogDb db, string emailKey, CancellationToken cancel)
    {
        var followed = await db.Set<Subscription>().Where(s => s.EmailKey == emailKey).Include(s => s.Post).OrderByDescending(s => s.Id).ToListAsync(cancel);
        return new(
            "volgen", FollowingTexts.PersonalHeading,
            followed.Select(s => new PersonalSubscription(s.Email, s.Post!.Title, s.CommentId, s.IsWhole, s.Consent, s.AskedAt, s.ConfirmedAt)).ToList(),
            [.. followed.Select(Item)]);
    }

    public async Task<IReadOnlyList<string>> AddressesAsync(BlogDb db, DateTimeOffset since, CancellationToken cancel) =>
        await db.Set<Subscription>().Where(s => s.AskedAt >= since).Select(s => s.EmailKey).Distinct().ToListAsync(cancel);

    /// <summary>A name is not kept here.</summary>
    public Task CorrectAsync(string emailKey, PersonalName to, CancellationToken cancel) => Task.CompletedTask;

    public async Task LetGoAsync(string emailKey, DateTimeOffset until, bool keepsWords, CancellationToken cancel)
    {
        await lane.WriteWhenThereIsRoomAsync((db, token) => db.Set<Subscription>().Where(s => s.EmailKey == emailKey && s.AskedAt <= until).ExecuteDeleteAsync(token), cancel);
        long? after = 0;
        while (after is { } from)
        {
            after = await lane.WriteWhenThereIsRoomAsync((db, token) => RemoveLettersAsync(db, emailKey, from, token), cancel);
        }
    }

    /// <summary>Letters are sealed: each is opened to see whom it is for. Null after the last.</summary>
    private async Task<long?> RemoveLettersAsync(BlogDb db, string emailKey, long after, CancellationToken cancel)
    {
        var items = await db.OutboxItems.AsTracking().Where(i => i.Kind == LetterKind.News && i.Id > after).OrderBy(i => i.Id).Take(AtOnce).ToListAsync(cancel);
        db.OutboxItems.RemoveRange(items.Where(i => EmailAddress.Key(Letters.Read(outbox.Open(i)).To) == emailKey));
        await db.SaveChangesAsync(cancel);
        return items.Count < AtOnce ? null : items[^1].Id;
    }

    private PersonalItem Item(Subscription followed) => new(
        followed.Post!.Title,
        followed.Post.Path,
        [
            followed.IsWhole ? FollowingTexts.PersonalWhole : FollowingTexts.PersonalAnswers,
            string.Format(SiteClock.Dutch, FollowingTexts.PersonalAsked, clock.DateAndTime(followed.AskedAt)),
            followed.ConfirmedAt is { } at ? string.Format(SiteClock.Dutch, FollowingTexts.PersonalConfirmed, clock.DateAndTime(at)) : FollowingTexts.PersonalUnconfirmed,
        ],
        "");
}

/// <summary>One thing that somebody follows, in the file that they take along.</summary>
/// <param name="Consent">Which words stood beside the box.</param>
public sealed record PersonalSubscription(string Email, string Article, long? CommentId, bool IsWhole, int Consent, DateTimeOffset AskedAt, DateTimeOffset? ConfirmedAt);
