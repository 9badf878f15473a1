using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Platform.Mail.Outbox;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Privacy;

/// <summary>Sends the links that prove an address, and finds them again.</summary>
public sealed class PersonalLinks(BlogDb db, WriteLane lane, Outbox outbox, SiteAddress address, BlogSettings settings, TimeProvider time)
{
    private const int Bytes = 32;
    private const int MostPerHour = 3;

    /// <summary>Everybody gets the same letter: whether anything is kept is only told to who opens the link.</summary>
    public async Task SendAsync(string email, CancellationToken cancel)
    {
        var (now, key) = (time.GetUtcNow(), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));
        var emailKey = EmailAddress.Key(email);
        var since = now - TimeSpan.FromHours(1);
        var letter = new Letter(
            email, string.Format(SiteClock.Dutch, PrivacyTexts.MailSubject, settings.Title),
            string.Format(SiteClock.Dutch, PrivacyTexts.Mail, settings.Title, address.Absolute(PersonalPage.Path(key))));
        await lane.WriteAsync(
            async (written, token) =>
            {
                if (await written.Set<PersonalLink>().CountAsync(l => l.EmailKey == emailKey && l.CreatedAt > since, token) < MostPerHour)
                {
                    written.Add(PersonalLink.To(email, HashOf(key), now));
                    outbox.Post(written, LetterKind.Account, letter);
                    await written.SaveChangesAsync(token);
                }

                return true;
            },
            cancel);
    }

    /// <summary>Null when it is too old, used, or never was.</summary>
    public async Task<PersonalLink?> FindAsync(string key, CancellationToken cancel)
    {
        var (hash, now) = (HashOf(key), time.GetUtcNow());
        return await db.Set<PersonalLink>().SingleOrDefaultAsync(l => l.KeyHash == hash && l.ExpiresAt > now, cancel);
    }

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}

/// <summary>Links that nobody opened in time.</summary>
public sealed class OldPersonalLinks : IExpiring
{
    public Task<int> RemoveSomeAsync(BlogDb db, DateTimeOffset now, CancellationToken cancel) =>
        db.Set<PersonalLink>().Where(l => l.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
}
