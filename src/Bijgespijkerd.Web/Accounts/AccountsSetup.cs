using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Accounts.External;
using Bijgespijkerd.Web.Platform;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Verbs;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Accounts;

public static class AccountsSetup
{
    /// <summary>OWASP's advice for PBKDF2 with HMAC-SHA-512, 2023.</summary>
    private const int HashRounds = 210_000;

    public static void AddAccounts(this IServiceCollection services, BlogSettings settings)
    {
        services.AddDataProtection().SetApplicationName("bijgespijkerd").PersistKeysToFileSystem(PrivateFolder.Create(Path.Combine(settings.DataDirectory, "keys")));
        services.AddIdentityCore<Account>(options =>
        {
            // Length and a list decide, not kinds of characters: see PasswordRules.
            options.Password = new PasswordOptions { RequireDigit = false, RequireLowercase = false, RequireNonAlphanumeric = false, RequireUppercase = false, RequiredUniqueChars = 0, RequiredLength = 0 };
            options.User = new UserOptions { RequireUniqueEmail = true, AllowedUserNameCharacters = "" };
        }).AddUserStore<AccountStore>().AddSignInManager().AddErrorDescriber<DutchIdentityErrors>().AddPasswordValidator<PasswordRules>();
        services.AddScoped<IPasswordHasher<Account>, NormalizedPasswords>();
        services.AddScoped<ILookupNormalizer, EmailKeys>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashRounds);
        services.Configure<IdentityPasskeyOptions>(options => Passkeys(options, settings));
        services.AddScoped<DutchIdentityErrors>();
        services.AddScoped<CurrentAccount>();
        services.AddScoped<SessionCookie>();
        services.AddScoped<AccountSignIn>();
        services.AddScoped<AccountLinks>();
        services.AddScoped<OwnAccount>();
        services.AddScoped<UserChanges>();
        services.AddSingleton<SignInGate>();
        services.AddSingleton<KnownDevice>();
        services.AddSingleton<IExpiring, AccountExpiry>();
        services.AddSingleton<FirstAdministrator>();
        services.AddSingleton<IAuditWords, AccountAuditWords>();
        services.AddSingleton<IVerb, UserVerb>();
        AddCookies(services, settings).AddExternalSignIn(settings);
        services.AddAuthorization(Policies.Add);
    }

    private static AuthenticationBuilder AddCookies(IServiceCollection services, BlogSettings settings)
    {
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, options =>
            {
                Harden(options.Cookie, SessionCookieName.Of(settings), settings, SameSiteMode.Lax);
                options.LoginPath = "/inloggen";
                options.ReturnUrlParameter = "terug";
                options.ExpireTimeSpan = Session.Lifetime(persistent: true);
                options.SlidingExpiration = true;
                options.EventsType = typeof(SessionCookie);
            })
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, options =>
            {
                // Holds the question a passkey must answer, for some minutes.
                Harden(options.Cookie, SessionCookieName.Prefix(settings) + "passkey", settings, SameSiteMode.Strict);
                options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
            });
        services.AddAntiforgery(options =>
        {
            Harden(options.Cookie, SessionCookieName.Prefix(settings) + "formulier", settings, SameSiteMode.Strict);
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookieTempDataProviderOptions>(options => Harden(options.Cookie, SessionCookieName.Prefix(settings) + "melding", settings, SameSiteMode.Lax));
        return authentication;
    }

    internal static void Harden(CookieBuilder cookie, string name, BlogSettings settings, SameSiteMode sameSite)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = sameSite;
        cookie.SecurePolicy = SessionCookieName.IsSecure(settings) ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.Path = "/";
        cookie.IsEssential = true;
    }

    private static void Passkeys(IdentityPasskeyOptions options, BlogSettings settings)
    {
        options.ServerDomain = settings.BaseUrl?.Host;
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.ValidateOrigin = context => ValueTask.FromResult(
            !context.CrossOrigin && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
            && string.Equals(origin.GetLeftPart(UriPartial.Authority), Own(context.HttpContext.Request, settings), StringComparison.OrdinalIgnoreCase));
    }

    private static string Own(HttpRequest request, BlogSettings settings) => settings.BaseUrl?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{request.Host}";
}

/// <summary>The cookie of who is signed in. Its prefix makes browsers hold it to this host and to https.</summary>
public static class SessionCookieName
{
    private const string Name = "sessie";

    public static bool IsSecure(BlogSettings settings) => settings.BaseUrl?.Scheme == Uri.UriSchemeHttps;

    public static string Prefix(BlogSettings settings) => IsSecure(settings) ? "__Host-" : "";

    public static string Of(BlogSettings settings) => Prefix(settings) + Name;

    /// <summary>Read without taking the header apart: this is asked before anything else, of every request. It may only say yes too often.</summary>
    public static bool IsSent(HttpRequest request)
    {
        foreach (var cookies in request.Headers.Cookie)
        {
            if (cookies is not null && cookies.Contains(Name + "=", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
