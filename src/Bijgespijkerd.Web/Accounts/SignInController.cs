using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>Lets people in: by password, by passkey.</summary>
[AllowAnonymous, SameOriginOnly]
public sealed class SignInController(
    UserManager<Account> accounts, SignInManager<Account> identity, AccountSignIn sessions, SignInGate gate, KnownDevice devices, CurrentAccount current, BlogSettings settings) : Controller
{
    // For an address that nobody has: the same work as for one that somebody has, so that the time tells nothing.
    private static readonly Account Nobody = Account.For("niemand", "niemand@voorbeeld.invalid", Role.Moderator, DateTimeOffset.UnixEpoch);
    private static string? _nobodysHash;

    [HttpGet("/inloggen"), HttpHead("/inloggen")]
    public IActionResult Show(string? terug)
    {
        return current.IsPresent ? Redirect(LocalPath.Of(Url, terug) ?? Home(current.Role)) : Form(new SignInForm(null, null, false), terug, null);
    }

    [HttpPost("/inloggen")]
    [RequestSizeLimit(16_000)]
    public async Task<IActionResult> Password([FromForm] SignInForm form, string? terug, CancellationToken cancel)
    {
        var email = form.Email?.Trim() ?? "";
        var account = EmailAddress.IsValid(email) ? await accounts.FindByEmailAsync(email) : null;
        var attempt = Attempt(email, account);
        if (gate.Wait(attempt) is { } wait)
        {
            return TooOften(form, terug, wait);
        }

        // Counted before it is known whether it is right, so that many at once get no free guesses.
        gate.Fail(attempt);
        if (!await IsRightAsync(account, form.Password ?? ""))
        {
            return Form(form, terug, AccountTexts.SignInFailed, StatusCodes.Status422UnprocessableEntity);
        }

        gate.Succeed(attempt);
        return await EnterAsync(account!, AccountTexts.MeansPassword, form.Blijf, terug, cancel) ?? Form(form, terug, AccountTexts.SignInFailed, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>The question that a passkey answers, for the page's script.</summary>
    [HttpPost("/inloggen/passkey/vraag")]
    public async Task<IActionResult> Question() => Content(await identity.MakePasskeyRequestOptionsAsync(null), "application/json");

    [HttpPost("/inloggen/passkey")]
    [RequestSizeLimit(32_000)]
    public async Task<IActionResult> Passkey([FromForm] PasskeyForm form, string? terug, CancellationToken cancel)
    {
        var attempt = SignInAttempt.From("passkey", HttpContext);
        if (gate.Wait(attempt) is { } wait)
        {
            return TooOften(new SignInForm(null, null, false), terug, wait);
        }

        var answer = await AnswerAsync(form.Credential);
        if (answer is not { Succeeded: true } || answer.User is not { } account || account.IsDisabled)
        {
            gate.Fail(attempt);
            return Form(new SignInForm(null, null, false), terug, AccountTexts.PasskeyFailed, StatusCodes.Status422UnprocessableEntity);
        }

        await accounts.AddOrUpdatePasskeyAsync(account, answer.Passkey);
        return await EnterAsync(account, AccountTexts.MeansPasskey, persistent: true, terug, cancel) ?? Form(new SignInForm(null, null, false), terug, AccountTexts.PasskeyFailed, StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<PasskeyAssertionResult<Account>?> AnswerAsync(string? credential)
    {
        if (string.IsNullOrEmpty(credential))
        {
            return null;
        }

        try
        {
            return await identity.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // No question was asked of this browser, or too long ago.
            return null;
        }
    }

    private async Task<IActionResult?> EnterAsync(Account account, string means, bool persistent, string? terug, CancellationToken cancel)
    {
        if (!await sessions.BeginAsync(HttpContext, account, means, persistent, cancel))
        {
            return null;
        }

        devices.Remember(HttpContext, account);
        Response.Headers.Location = LocalPath.Of(Url, terug) ?? Home(account.Role);
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private async Task<bool> IsRightAsync(Account? account, string password)
    {
        if (account?.PasswordHash is null || password.Length > PasswordRules.Most)
        {
            _nobodysHash ??= accounts.PasswordHasher.HashPassword(Nobody, "niemand heeft dit wachtwoord");
            accounts.PasswordHasher.VerifyHashedPassword(Nobody, _nobodysHash, password.Length > PasswordRules.Most ? "" : password);
            return false;
        }

        return await accounts.CheckPasswordAsync(account, password) && !account.IsDisabled;
    }

    private SignInAttempt Attempt(string email, Account? account)
    {
        var device = devices.Of(Request, account);
        return SignInAttempt.At(EmailAddress.Key(email), device, HttpContext);
    }

    private ViewResult TooOften(SignInForm form, string? terug, TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Form(form, terug, string.Format(SiteClock.Dutch, AccountTexts.SignInTooOften, seconds), StatusCodes.Status429TooManyRequests);
    }

    private ViewResult Form(SignInForm form, string? terug, string? trouble, int status = StatusCodes.Status200OK)
    {
        Response.StatusCode = status;
        Response.Headers.CacheControl = CacheHeaders.NeverStored;
        var title = $"{(trouble is null ? "" : AccountTexts.FaultPrefix)}{AccountTexts.SignInTitle} | {settings.Title}";
        return View("SignIn", new EntryPage(new PageHead(title) { IsHidden = true, Scripts = ["passkey.js"] })
        {
            Email = form.Email ?? "",
            Stays = form.Blijf,
            Return = LocalPath.Of(Url, terug),
            Providers = settings.SignIn.Providers,
            Trouble = trouble,
        });
    }

    private static string Home(Role role) => role == Role.Reader ? "/account" : "/beheer";
}
