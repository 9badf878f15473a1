using System.Buffers.Text;
using System.Security.Cryptography;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Platform.Mail.Outbox;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>Makes the links that prove something once, and finds them again. The database holds only a hash of what opens one.</summary>
public sealed class AccountLinks(BlogDb db, WriteLane lane, Outbox outbox, SiteAddress address, TimeProvider time)
{
    private const int Bytes = 32;

    /// <summary>How many of one kind an account can get in an hour.</summary>
    private const int MostPerHour = 3;

    /// <summary>Runs in the lane; the caller saves. An older link of the same purpose stays good until it is used or too old.</summary>
    public string Make(BlogDb written, LinkPurpose purpose, Account? account, string email)
    {
        var (key, address) = Fresh(purpose);
        Add(written, purpose, account, email, key);
        return address;
    }

    /// <summary>
    /// Mails one that somebody asked for, with a line in the log, unless the account got enough of them in this hour. For nobody's
    /// account as much is done, and a letter to nobody stored, so that the time of the answer tells nothing.
    /// </summary>
    /// <param name="letter">Made of the link; its address is where it goes.</param>
    public Task<bool> MailAsync(LinkPurpose purpose, Account? account, string action, Func<string, Letter> letter, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var since = now - TimeSpan.FromHours(1);
        return lane.WriteAsync(
            async (written, token) =>
            {
                var known = account?.Id;
                if (known is null || await written.AccountLinks.CountAsync(l => l.AccountId == known && l.Purpose == purpose && l.CreatedAt > since, token) >= MostPerHour)
                {
                    outbox.Post(written, LetterKind.Account, Letter.ToNobody(letter(Fresh(purpose).Address)));
                    await written.SaveChangesAsync(token);
                    return false;
                }

                written.Attach(account!).State = EntityState.Unchanged;
                var (key, address) = Fresh(purpose);
                var made = letter(address);
                Add(written, purpose, account, made.To, key);
                outbox.Post(written, LetterKind.Account, made);
                written.Audit(account!, action, account!.Name, now);
                await written.SaveChangesAsync(token);
                return true;
            },
            cancel);
    }

    /// <summary>Null when it is too old, used, or never was.</summary>
    public async Task<AccountLink?> FindAsync(string key, CancellationToken cancel, params LinkPurpose[] purposes)
    {
        var (hash, now) = (SessionCookie.HashOf(key), time.GetUtcNow());
        var link = await db.AccountLinks.Include(l => l.Account!.Passkeys).SingleOrDefaultAsync(l => l.KeyHash == hash, cancel);
        return link is not null && link.ExpiresAt > now && purposes.Contains(link.Purpose) && link.Account?.IsDisabled != true ? link : null;
    }

    /// <summary>In the unit of work that uses it: false when somebody was first.</summary>
    public static async Task<bool> UseAsync(BlogDb written, AccountLink link, CancellationToken cancel)
    {
        if (await written.AccountLinks.AsTracking().SingleOrDefaultAsync(l => l.Id == link.Id, cancel) is not { } stored)
        {
            return false;
        }

        written.AccountLinks.Remove(stored);
        return true;
    }

    private (string Key, string Address) Fresh(LinkPurpose purpose)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        return (key, address.Absolute(Folder(purpose) + key));
    }

    private void Add(BlogDb written, LinkPurpose purpose, Account? account, string email, string key) =>
        written.AccountLinks.Add(AccountLink.For(purpose, account, email, SessionCookie.HashOf(key), time.GetUtcNow()));

    public static string Folder(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.SetUp => "/begin/",
        LinkPurpose.NewEmail => "/account/email/",
        _ => "/wachtwoord/",
    };
}
