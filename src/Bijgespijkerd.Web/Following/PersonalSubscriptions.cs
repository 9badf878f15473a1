using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Site.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Following;

/// <summary>What somebody follows under an e-mail address, with when they agreed to it.</summary>
public sealed class PersonalSubscriptions(WriteLane lane, SiteClock clock) : IPersonalData
{
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

    public Task LetGoAsync(string emailKey, DateTimeOffset until, bool keepsWords, CancellationToken cancel) => lane.WriteWhenThereIsRoomAsync(
        (db, token) => db.Set<Subscription>().Where(s => s.EmailKey == emailKey && s.AskedAt <= until).ExecuteDeleteAsync(token), cancel);

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
