using System.Security.Cryptography;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Platform.Mail.Outbox;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Site.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Mailroom;

/// <summary>
/// Letters that wait for somebody, or were given up. They are sealed: each is opened to see whom it is for. What belongs to an account
/// stays with the account.
/// </summary>
public sealed class PersonalLetters(WriteLane lane, Outbox outbox, SiteClock clock) : IPersonalData
{
    private const int AtOnce = 100;

    public async Task<PersonalPart> ReadAsync(BlogDb db, string emailKey, CancellationToken cancel)
    {
        var letters = (await AllAsync(db, DateTimeOffset.MinValue, cancel)).Where(l => l.EmailKey == emailKey).ToList();
        return new(
            "brieven", MailroomTexts.PersonalHeading, letters.Select(l => new PersonalLetter(l.Letter.To, l.Letter.Subject, l.At)).ToList(),
            [.. letters.Select(l => new PersonalItem(l.Letter.Subject, null, [string.Format(SiteClock.Dutch, MailroomTexts.PersonalSince, clock.DateAndTime(l.At))], ""))]);
    }

    public async Task<IReadOnlyList<string>> AddressesAsync(BlogDb db, DateTimeOffset since, CancellationToken cancel) =>
        [.. (await AllAsync(db, since, cancel)).Select(l => l.EmailKey).Distinct(StringComparer.Ordinal)];

    /// <summary>A letter says what it said when it was written.</summary>
    public Task CorrectAsync(string emailKey, PersonalName to, CancellationToken cancel) => Task.CompletedTask;

    public async Task LetGoAsync(string emailKey, DateTimeOffset until, bool keepsWords, CancellationToken cancel)
    {
        long? after = 0;
        while (after is { } from)
        {
            after = await lane.WriteWhenThereIsRoomAsync((db, token) => RemoveSomeAsync(db, emailKey, until, from, token), cancel);
        }
    }

    /// <summary>Null after the last.</summary>
    private async Task<long?> RemoveSomeAsync(BlogDb db, string emailKey, DateTimeOffset until, long after, CancellationToken cancel)
    {
        var hasAccount = await db.Accounts.AnyAsync(a => a.EmailKey == emailKey, cancel);
        var items = await Letters(db).AsTracking().Where(i => i.Id > after && i.CreatedAt <= until && (!hasAccount || i.Kind == LetterKind.News))
            .OrderBy(i => i.Id).Take(AtOnce).ToListAsync(cancel);
        db.OutboxItems.RemoveRange(items.Where(i => Open(i) is { } letter && EmailAddress.Key(letter.To) == emailKey));
        await db.SaveChangesAsync(cancel);
        return items.Count < AtOnce ? null : items[^1].Id;
    }

    private async Task<List<(string EmailKey, Letter Letter, DateTimeOffset At)>> AllAsync(BlogDb db, DateTimeOffset since, CancellationToken cancel)
    {
        var found = new List<(string, Letter, DateTimeOffset)>();
        await foreach (var item in Letters(db).AsNoTracking().Where(i => i.CreatedAt >= since).OrderBy(i => i.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (Open(item) is { IsToNobody: false } letter)
            {
                found.Add((EmailAddress.Key(letter.To), letter, item.CreatedAt));
            }
        }

        return found;
    }

    private static IQueryable<OutboxItem> Letters(BlogDb db) => db.OutboxItems.Where(i => i.Kind == LetterKind.News || i.Kind == LetterKind.Account);

    /// <summary>Null when the keys that sealed it are not here: then nobody reads it any more.</summary>
    private Letter? Open(OutboxItem item)
    {
        try
        {
            return Platform.Mail.Letters.Read(outbox.Open(item));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>A letter on its way, in the file that somebody takes along. Its text may hold links that open something, and is in the letter itself.</summary>
public sealed record PersonalLetter(string To, string Subject, DateTimeOffset WrittenAt);
