using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>Links that opened nothing in time, sessions that ended, and what the log says of more than a year ago.</summary>
public sealed class AccountExpiry : IExpiring
{
    private const int AtOnce = 500;

    /// <summary>Leap years too.</summary>
    private static readonly TimeSpan LogLifetime = TimeSpan.FromDays(366);

    public async Task<int> RemoveSomeAsync(BlogDb db, DateTimeOffset now, CancellationToken cancel)
    {
        // Lines get their ids as time goes on: the oldest come first, and no more than these are looked at.
        var first = await db.AuditEntries.OrderBy(e => e.Id).Select(e => e.Id).FirstOrDefaultAsync(cancel);
        var since = now - LogLifetime;
        return await db.AuditEntries.Where(e => e.Id < first + AtOnce && e.At <= since).ExecuteDeleteAsync(cancel)
            + await db.AccountLinks.Where(l => l.ExpiresAt <= now).ExecuteDeleteAsync(cancel)
            + await db.Sessions.Where(s => s.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
    }
}
