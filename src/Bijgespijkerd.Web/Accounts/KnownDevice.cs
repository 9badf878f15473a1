using System.Globalization;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.AspNetCore.DataProtection;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>A cookie that says, sealed, to which account this browser has signed in before. It opens nothing: it only keeps strangers' guesses from slowing down the owner.</summary>
public sealed class KnownDevice(IDataProtectionProvider protection, SettingsInForce settings)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);
    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("known device").ToTimeLimitedDataProtector();

    private string Name => SessionCookieName.Prefix(settings.Now) + "toestel";

    /// <summary>A name for this device; null when it does not know the account.</summary>
    public string? Of(HttpRequest request, Account? account)
    {
        if (account is null || request.Cookies[Name] is not { Length: > 0 and < 1_000 } sealedId)
        {
            return null;
        }

        try
        {
            // Not the cookie's own text: the same seal can be written in more than one way.
            return _seal.Unprotect(sealedId, out var until) == Say(account) ? $"{account.Id} {until.UtcTicks}" : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    public void Remember(HttpContext context, Account account) => context.Response.Cookies.Append(Name, _seal.Protect(Say(account), Lifetime), new CookieOptions
    {
        HttpOnly = true,
        Secure = SessionCookieName.IsSecure(settings.Now) || context.Request.IsHttps,
        SameSite = SameSiteMode.Strict,
        Path = "/",
        MaxAge = Lifetime,
        IsEssential = true,
    });

    private static string Say(Account account) => account.Id.ToString(CultureInfo.InvariantCulture);
}
