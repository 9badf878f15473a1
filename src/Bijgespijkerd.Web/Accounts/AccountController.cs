using Bijgespijkerd.Web.Accounts.External;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>One's own account: name, password, sessions.</summary>
[Authorize(Policies.Account)]
public sealed class AccountController(UserManager<Account> accounts, OwnAccount own, CurrentAccount current, WriteLane lane, BlogSettings settings, TimeProvider time) : PanelController
{
    [HttpGet("/account"), HttpHead("/account")]
    public async Task<IActionResult> Show(CancellationToken cancel)
    {
        var page = await own.PageAsync(cancel);
        return current.Role == Role.Reader ? View("/Accounts/External/Reader.cshtml", ReaderPage.Of(page, settings.Title)) : View("Account", page);
    }

    [HttpPost("/account/naam"), Authorize(Policies.Panel)]
    public async Task<IActionResult> Rename([FromForm] string? name, CancellationToken cancel)
    {
        var fields = new AccountFields(name, "naam@voorbeeld.invalid");
        if (fields.Faults().TryGetValue("Name", out var fault))
        {
            return await FaultAsync("Name", fault, cancel);
        }

        var account = await own.FindAsync();
        account.Rename(fields.Name);
        var saved = await accounts.UpdateAsync(account);
        return saved.Succeeded ? Done("/account", AccountTexts.NameSaved) : await FaultAsync("Name", saved.Errors.First().Description, cancel);
    }

    [HttpPost("/account/wachtwoord"), Authorize(Policies.Panel)]
    [RequestSizeLimit(16_000)]
    public async Task<IActionResult> ChangePassword([FromForm] NewPasswordForm form, CancellationToken cancel)
    {
        var account = await own.FindAsync();
        if (await own.DoubtAsync(account, form.Current) is { } doubt)
        {
            return await FaultAsync("Current", doubt, cancel);
        }

        if (await AccountFields.PasswordFaultAsync(accounts, account, form.Password) is { } fault)
        {
            return await FaultAsync("Password", fault, cancel);
        }

        account.TakePassword(accounts.PasswordHasher.HashPassword(account, form.Password!));
        var saved = await accounts.UpdateSecurityStampAsync(account);
        if (!saved.Succeeded)
        {
            return await FaultAsync("Password", saved.Errors.First().Description, cancel);
        }

        await own.ChangedAsync(HttpContext, account, OwnChange.Password, account.Email, cancel);
        return Done("/account", AccountTexts.PasswordSaved);
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
        var here = current.SessionId;
        await EndAsync(s => s.Id != here, cancel);
        return Done("/account#sessies", AccountTexts.SessionsEnded);
    }

    private async Task EndAsync(System.Linq.Expressions.Expression<Func<Session, bool>> which, CancellationToken cancel)
    {
        var account = current.Id;
        await lane.WriteAsync(
            async (written, token) =>
            {
                written.Sessions.RemoveRange(await written.Sessions.Where(s => s.AccountId == account).Where(which).ToListAsync(token));
                if (current.Role != Role.Reader)
                {
                    written.Audit(current, "SessionsEnded", current.Name, time.GetUtcNow());
                }

                return await written.SaveChangesAsync(token);
            },
            cancel);
    }

    private async Task<IActionResult> FaultAsync(string field, string fault, CancellationToken cancel) =>
        Again("Account", (await own.PageAsync(cancel)).Wrong(field, fault));
}
