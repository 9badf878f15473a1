using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>One's own passkeys. Adding or removing one ends all other sessions, as a new password does.</summary>
[Authorize(Policies.Panel)]
public sealed class PasskeyController(
    UserManager<Account> accounts, SignInManager<Account> identity, AccountSignIn sessions, CurrentAccount current, WriteLane lane, MailQueue mail, BlogSettings settings, TimeProvider time) : PanelController
{
    private const int Most = 20;

    [HttpPost("/account/passkeys/vraag")]
    public async Task<IActionResult> Question()
    {
        var account = await OwnAsync();
        var question = await identity.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = Id, Name = account.Email, DisplayName = account.Name });
        return Content(question, "application/json");
    }

    [HttpPost("/account/passkeys")]
    [RequestSizeLimit(64_000)]
    public async Task<IActionResult> Create([FromForm] PasskeyForm form, CancellationToken cancel)
    {
        var account = await OwnAsync();
        if (account.Passkeys.Count >= Most || await AnswerAsync(form.Credential) is not { Succeeded: true, Passkey: { } passkey } answer || answer.UserEntity.Id != Id)
        {
            return Done("/account#passkeys", AccountTexts.PasskeyFailed);
        }

        var name = PersonName.Clean(form.Name);
        passkey.Name = name.Length is > 0 and <= Limits.Name ? name : Device.Of(Request.Headers.UserAgent.ToString());
        return await ChangeAsync(account, await accounts.AddOrUpdatePasskeyAsync(account, passkey), "PasskeyAdded", AccountTexts.PasskeySaved, cancel);
    }

    [HttpPost("/account/passkeys/{id:long}/weg")]
    public async Task<IActionResult> Remove(long id, CancellationToken cancel)
    {
        var account = await OwnAsync();
        if (account.Passkeys.FirstOrDefault(p => p.Id == id) is not { } passkey)
        {
            return NotFound();
        }

        if (account is { PasswordHash: null, Passkeys.Count: 1 })
        {
            return Done("/account#passkeys", AccountTexts.PasskeyLast);
        }

        return await ChangeAsync(account, await accounts.RemovePasskeyAsync(account, passkey.Credential), "PasskeyRemoved", AccountTexts.PasskeyRemoved, cancel);
    }

    private async Task<IActionResult> ChangeAsync(Account account, IdentityResult saved, string action, string flash, CancellationToken cancel)
    {
        if (saved.Succeeded)
        {
            saved = await accounts.UpdateSecurityStampAsync(account);
        }

        if (!saved.Succeeded)
        {
            return Done("/account#passkeys", saved.Errors.First().Description);
        }

        await sessions.BeginAsync(HttpContext, account, AccountTexts.MeansPasskey, persistent: false, cancel);
        await lane.WriteAsync(
            (db, token) =>
            {
                db.Audit(account, action, account.Name, time.GetUtcNow());
                return db.SaveChangesAsync(token);
            },
            cancel);
        mail.Post(new Letter(account.Email, string.Format(SiteClock.Dutch, AccountTexts.MailChangedSubject, settings.Title), string.Format(SiteClock.Dutch, AccountTexts.MailPasskeyChanged, account.Name, settings.Title)));
        return Done("/account#passkeys", flash);
    }

    private async Task<PasskeyAttestationResult?> AnswerAsync(string? credential)
    {
        if (string.IsNullOrEmpty(credential))
        {
            return null;
        }

        try
        {
            return await identity.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // No question was asked of this browser, or too long ago.
            return null;
        }
    }

    private string Id => current.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task<Account> OwnAsync() => await accounts.FindByIdAsync(Id) ?? throw new InvalidOperationException("Who is signed in has no account");
}
