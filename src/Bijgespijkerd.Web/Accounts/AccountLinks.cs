using System.Buffers.Text;
using System.Security.Cryptography;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>Makes the links that prove something once, and finds them again. The database holds only a hash of what opens one.</summary>
public sealed class AccountLinks(BlogDb db, WriteLane lane, SiteAddress address, TimeProvider time)
{
    private const int Bytes = 32;

    /// <summary>How many of one kind an account can get in an hour.</summary>
    private const int MostPerHour = 3;

    /// <summary>Runs in the lane; the caller saves. An older link of the same purpose stays good until it is used or too old.</summary>
    public string Make(BlogDb written, LinkPurpose purpose, Account? account, string email)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        written.AccountLinks.Add(AccountLink.For(purpose, account, email, SessionCookie.HashOf(key), time.GetUtcNow()));
        return address.Absolute(Folder(purpose) + key);
    }

    /// <summary>One that somebody asked for, with a line in the log; null when the account got enough of them in this hour.</summary>
    public Task<string?> AskedAsync(LinkPurpose purpose, Account account, string email, string action, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var since = now - TimeSpan.FromHours(1);
        return lane.WriteAsync(
            async (written, token) =>
            {
                if (await written.AccountLinks.CountAsync(l => l.AccountId == account.Id && l.Purpose == purpose && l.CreatedAt > since, token) >= MostPerHour)
                {
                    return null;
                }

                written.Attach(account).State = EntityState.Unchanged;
                var link = Make(written, purpose, account, email);
                written.Audit(account, action, account.Name, now);
                await written.SaveChangesAsync(token);
                return link;
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

    public static string Folder(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.SetUp => "/begin/",
        LinkPurpose.NewEmail => "/account/email/",
        _ => "/wachtwoord/",
    };
}
