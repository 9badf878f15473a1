using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>One's own account: name, password, address, sessions.</summary>
[Authorize(Policies.Panel)]
public sealed class AccountController(
    BlogDb db, UserManager<Account> accounts, AccountSignIn sessions, CurrentAccount current, WriteLane lane, MailQueue mail, BlogSettings settings, TimeProvider time) : PanelController
{
    [HttpGet("/account"), HttpHead("/account")]
    public async Task<IActionResult> Show(CancellationToken cancel) => View("Account", await PageAsync(cancel));

    [HttpPost("/account/naam")]
    public async Task<IActionResult> Rename([FromForm] string? name, CancellationToken cancel)
    {
        var fields = new AccountFields(name, "naam@voorbeeld.invalid");
        if (fields.Faults().TryGetValue("Name", out var fault))
        {
            return await FaultAsync("Name", fault, cancel);
        }

        var account = await OwnAsync();
        account.Rename(fields.Name);
        return await SavedAsync(await accounts.UpdateAsync(account), "Name", AccountTexts.NameSaved, cancel);
    }

    [HttpPost("/account/wachtwoord")]
    [RequestSizeLimit(16_000)]
    public async Task<IActionResult> ChangePassword([FromForm] NewPasswordForm form, CancellationToken cancel)
    {
        var account = await OwnAsync();
        if (!await IsOwnerAsync(account, form.Current))
        {
            return await FaultAsync("Current", AccountTexts.ErrorPasswordMismatch, cancel);
        }

        if (await AccountFields.PasswordFaultAsync(accounts, account, form.Password) is { } fault)
        {
            return await FaultAsync("Password", fault, cancel);
        }

        account.TakePassword(accounts.PasswordHasher.HashPassword(account, form.Password!));
        var saved = await accounts.UpdateSecurityStampAsync(account);
        await AfterStampAsync(account, saved, "PasswordChanged", cancel);
        return await SavedAsync(saved, "Password", AccountTexts.PasswordSaved, cancel);
    }

    [HttpPost("/account/sessies/{id:long}/beeindigen")]
    public async Task<IActionResult> EndSession(long id, CancellationToken cancel)
    {
        await EndAsync(s => s.Id == id, cancel);
        return Done("/account#sessies", AccountTexts.SessionEnded);
    }

    [HttpPost("/account/sessies/beeindigen")]
    public async Task<IActionResult> EndOthers(CancellationToken cancel)
    {
        var own = current.SessionId;
        await EndAsync(s => s.Id != own, cancel);
        return Done("/account#sessies", AccountTexts.SessionsEnded);
    }

    private async Task EndAsync(System.Linq.Expressions.Expression<Func<Session, bool>> which, CancellationToken cancel)
    {
        var account = current.Id;
        await lane.WriteAsync(
            async (written, token) =>
            {
                written.Sessions.RemoveRange(await written.Sessions.Where(s => s.AccountId == account).Where(which).ToListAsync(token));
                written.Audit(current, "SessionsEnded", current.Name, time.GetUtcNow());
                return await written.SaveChangesAsync(token);
            },
            cancel);
    }

    /// <summary>All sessions ended with the old stamp; this browser gets a new one, and the owner hears of it.</summary>
    private async Task AfterStampAsync(Account account, IdentityResult saved, string action, CancellationToken cancel)
    {
        if (saved.Succeeded)
        {
            await sessions.BeginAsync(HttpContext, account, AccountTexts.MeansPassword, persistent: false, cancel);
            await lane.WriteAsync(
                (written, token) =>
                {
                    written.Audit(account, action, account.Name, time.GetUtcNow());
                    return written.SaveChangesAsync(token);
                },
                cancel);
            mail.Post(new Letter(account.Email, string.Format(SiteClock.Dutch, AccountTexts.MailChangedSubject, settings.Title), string.Format(SiteClock.Dutch, AccountTexts.MailPasswordChanged, account.Name, settings.Title)));
        }
    }

    private async Task<bool> IsOwnerAsync(Account account, string? password) =>
        account.PasswordHash is null || (password is { Length: <= PasswordRules.Most } && await accounts.CheckPasswordAsync(account, password));

    private async Task<IActionResult> SavedAsync(IdentityResult saved, string field, string flash, CancellationToken cancel) =>
        saved.Succeeded ? Done("/account", flash) : await FaultAsync(field, saved.Errors.First().Description, cancel);

    private async Task<IActionResult> FaultAsync(string field, string fault, CancellationToken cancel) =>
        Again("Account", await PageAsync(cancel) with { Errors = new Dictionary<string, string> { [field] = fault } });

    private async Task<Account> OwnAsync() => await accounts.FindByIdAsync(current.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)) ?? throw new InvalidOperationException("Who is signed in has no account");

    private async Task<AccountPage> PageAsync(CancellationToken cancel)
    {
        var account = await OwnAsync();
        var now = time.GetUtcNow();
        var all = await db.Sessions.Where(s => s.AccountId == account.Id && s.ExpiresAt > now).OrderByDescending(s => s.SeenAt).ToListAsync(cancel);
        return new(account, all, current.SessionId);
    }
}
