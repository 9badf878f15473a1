using System.Buffers.Text;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>Begins and ends sessions.</summary>
public sealed class AccountSignIn(WriteLane lane, TimeProvider time)
{
    /// <summary>A new session with a cookie of its own; the one that the browser had before ends with it.</summary>
    /// <param name="also">In the same unit of work, whether the session begins or not.</param>
    /// <returns>False when what it was opened with counts no more: the account changed its password, or was closed, at that very moment.</returns>
    public async Task<bool> BeginAsync(HttpContext context, Account account, string means, bool persistent, CancellationToken cancel, string action = "SignedIn", Action<BlogDb>? also = null)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = time.GetUtcNow();
        var former = long.TryParse(context.User.FindFirstValue(SessionClaims.Session), CultureInfo.InvariantCulture, out var id) ? id : 0;
        var device = Device.Of(context.Request.Headers.UserAgent.ToString());
        var isBegun = await lane.WriteAsync(
            async (db, token) =>
            {
                also?.Invoke(db);
                if (!await db.Accounts.AnyAsync(a => a.Id == account.Id && a.SecurityStamp == account.SecurityStamp && a.DisabledAt == null, token))
                {
                    await db.SaveChangesAsync(token);
                    return false;
                }

                db.Sessions.RemoveRange(await db.Sessions.Where(s => s.ExpiresAt <= now || s.Id == former).ToListAsync(token));
                db.Sessions.Add(Session.Of(account, SessionCookie.HashOf(key), device, means, persistent, now));
                if (account.Role != Role.Reader)
                {
                    // The log is of those who work here; what a reader does is theirs, and goes when they go.
                    db.Audit(account, action, $"{means}, {device}", now);
                }

                await db.SaveChangesAsync(token);
                return true;
            },
            cancel);
        if (!isBegun)
        {
            return false;
        }

        var identity = new ClaimsIdentity([new(SessionClaims.Key, key)], IdentityConstants.ApplicationScheme);
        await context.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = persistent });
        return true;
    }

    /// <summary>Ends this browser's session; its cookie opens nothing any more, wherever a copy of it lies.</summary>
    public async Task EndAsync(HttpContext context, CurrentAccount account, CancellationToken cancel)
    {
        if (account.IsPresent)
        {
            var id = account.SessionId;
            await lane.WriteAsync(
                async (db, token) =>
                {
                    db.Sessions.RemoveRange(await db.Sessions.Where(s => s.Id == id).ToListAsync(token));
                    return await db.SaveChangesAsync(token);
                },
                cancel);
        }

        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
