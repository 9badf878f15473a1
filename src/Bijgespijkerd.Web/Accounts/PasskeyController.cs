using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts.External;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>One's own passkeys. Adding or removing one ends all other sessions, as a new password does.</summary>
[Authorize(Policies.Panel)]
public sealed class PasskeyController(UserManager<Account> accounts, SignInManager<Account> identity, OwnAccount own, BlogSettings settings) : PanelController
{
    private const int Most = 20;

    [HttpPost("/account/passkeys/vraag")]
    [RequestSizeLimit(16_000)]
    public async Task<IActionResult> Question([FromForm] string? current)
    {
        var account = await own.FindAsync();
        if (await own.DoubtAsync(account, current) is { } doubt)
        {
            // Before the device makes one that nobody keeps.
            return new ContentResult { Content = doubt, ContentType = "text/plain; charset=utf-8", StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var question = await identity.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = own.Id, Name = account.Email ?? account.Name, DisplayName = account.Name });
        return Content(question, "application/json");
    }

    [HttpPost("/account/passkeys")]
    [RequestSizeLimit(64_000)]
    public async Task<IActionResult> Create([FromForm] PasskeyForm form, CancellationToken cancel)
    {
        var account = await own.FindAsync();
        if (await own.DoubtAsync(account, form.Current) is { } doubt)
        {
            return Done("/account#passkeys", doubt);
        }

        if (account.Passkeys.Count >= Most || await AnswerAsync(form.Credential) is not { Succeeded: true, Passkey: { } passkey } answer || answer.UserEntity.Id != own.Id)
        {
            return Done("/account#passkeys", AccountTexts.PasskeyFailed);
        }

        var name = PersonName.Clean(form.Name);
        passkey.Name = name.Length is > 0 and <= Limits.Name ? name : Device.Of(Request.Headers.UserAgent.ToString());
        return await ChangeAsync(account, await accounts.AddOrUpdatePasskeyAsync(account, passkey), OwnChange.PasskeyAdded, AccountTexts.PasskeySaved, cancel);
    }

    [HttpPost("/account/passkeys/{id:long}/weg")]
    public async Task<IActionResult> Remove(long id, CancellationToken cancel)
    {
        var account = await own.FindAsync();
        if (account.Passkeys.FirstOrDefault(p => p.Id == id) is not { } passkey)
        {
            return NotFound();
        }

        if (!ExternalLogins.HasAnotherWay(account, passkey, settings.SignIn.Providers))
        {
            return Done("/account#passkeys", AccountTexts.PasskeyLast);
        }

        return await ChangeAsync(account, await accounts.RemovePasskeyAsync(account, passkey.Credential), OwnChange.PasskeyRemoved, AccountTexts.PasskeyRemoved, cancel);
    }

    [HttpPost("/account/passkeys/{id:long}/naam")]
    [RequestSizeLimit(16_000)]
    public async Task<IActionResult> Rename(long id, [FromForm] string? name, CancellationToken cancel)
    {
        var account = await own.FindAsync();
        if (account.Passkeys.FirstOrDefault(p => p.Id == id) is not { } passkey)
        {
            return NotFound();
        }

        if (PersonName.Clean(name) is not { Length: > 0 and <= Limits.Name } clean)
        {
            return Again("Account", (await own.PageAsync(cancel)).Wrong(AccountPage.FieldOf(passkey), AccountTexts.PasskeyNameWrong) with { TypedPasskeyName = name ?? "" });
        }

        var info = passkey.Info();
        info.Name = clean;
        var saved = await accounts.AddOrUpdatePasskeyAsync(account, info);
        return Done("/account#passkeys", saved.Succeeded ? AccountTexts.PasskeyRenamed : saved.Errors.First().Description);
    }

    private async Task<IActionResult> ChangeAsync(Account account, IdentityResult saved, OwnChange change, string flash, CancellationToken cancel)
    {
        if (saved.Succeeded)
        {
            saved = await accounts.UpdateSecurityStampAsync(account);
        }

        if (!saved.Succeeded)
        {
            return Done("/account#passkeys", saved.Errors.First().Description);
        }

        await own.ChangedAsync(HttpContext, account, change, account.Email, cancel);
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
}
