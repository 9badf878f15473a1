using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>
/// Turns the key in a cookie into who that is now: each request asks the database, so a session that ended, an account that was
/// disabled and a role that changed count at once.
/// </summary>
public sealed class SessionCookie(WriteLane lane, TimeProvider time) : CookieAuthenticationEvents
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    private static readonly Func<BlogDb, byte[], SeenSession?> Find = EF.CompileQuery((BlogDb db, byte[] hash) => db.Sessions.Where(s => s.KeyHash == hash)
        .Select(s => new SeenSession(s.Id, s.AccountId, s.Account!.Name, s.Account.Role, s.Account.AuthorId, s.Account.DisabledAt != null, s.SeenAt, s.ExpiresAt)).SingleOrDefault());

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var db = context.HttpContext.RequestServices.GetRequiredService<BlogDb>();
        var now = time.GetUtcNow();
        if (context.Principal?.FindFirstValue(SessionClaims.Key) is not { } key || Find(db, HashOf(key)) is not { } session || session.IsDisabled || session.ExpiresAt <= now)
        {
            context.RejectPrincipal();
            return;
        }

        if (now - session.SeenAt > SeenEvery)
        {
            await SeeAsync(session.Id, now);
        }

        context.ReplacePrincipal(session.Principal(context.Scheme.Name, key));
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            return base.RedirectToLogin(context);
        }

        // Who typed for long and was signed out meanwhile: the page's script keeps the text and says so.
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    /// <summary>What others may see of an article in the panel is nothing, not even that it is there.</summary>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    public static byte[] HashOf(string key) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key));

    private async Task SeeAsync(long id, DateTimeOffset now)
    {
        try
        {
            await lane.WriteAsync(
                async (db, cancel) =>
                {
                    if (await db.Sessions.AsTracking().SingleOrDefaultAsync(s => s.Id == id, cancel) is { } session)
                    {
                        session.Seen(now);
                        await db.SaveChangesAsync(cancel);
                    }

                    return true;
                },
                CancellationToken.None);
        }
        catch (WriteLaneFullException)
        {
            // The next visit tries again.
        }
    }

    private sealed record SeenSession(long Id, long AccountId, string Name, Role Role, long? AuthorId, bool IsDisabled, DateTimeOffset SeenAt, DateTimeOffset ExpiresAt)
    {
        public ClaimsPrincipal Principal(string scheme, string key)
        {
            var claims = new List<Claim>
            {
                new(SessionClaims.Key, key),
                new(SessionClaims.Session, Id.ToString(CultureInfo.InvariantCulture)),
                new(ClaimTypes.NameIdentifier, AccountId.ToString(CultureInfo.InvariantCulture)),
                new(ClaimTypes.Name, Name),
                new(ClaimTypes.Role, Role.ToString()),
            };
            if (AuthorId is { } author)
            {
                claims.Add(new(SessionClaims.Author, author.ToString(CultureInfo.InvariantCulture)));
            }

            return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
        }
    }
}
