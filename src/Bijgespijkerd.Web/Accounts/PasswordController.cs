using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>A new password by a link that was mailed or printed. Opening it changes nothing: mail scanners open links too.</summary>
[AllowAnonymous, SameOriginOnly]
public sealed class PasswordController(
    UserManager<Account> accounts, AccountLinks links, AccountSignIn sessions, KnownDevice devices, SignInGate gate, WriteLane lane, BlogSettings settings) : Controller
{
    [HttpGet("/wachtwoord/{sleutel}"), HttpHead("/wachtwoord/{sleutel}")]
    public async Task<IActionResult> Show(string sleutel, CancellationToken cancel) =>
        await FindAsync(sleutel, cancel) is { } link ? Form(sleutel, link, null) : Gone();

    [HttpPost("/wachtwoord/{sleutel}")]
    [RequestSizeLimit(16_000)]
    public async Task<IActionResult> Change(string sleutel, [FromForm] NewPasswordForm form, CancellationToken cancel)
    {
        if (await FindAsync(sleutel, cancel) is not { Account: { } account } link)
        {
            return Gone();
        }

        if (await AccountFields.PasswordFaultAsync(accounts, account, form.Password) is { } fault)
        {
            return Form(sleutel, link, fault);
        }

        if (!await lane.WriteAsync(
            async (db, token) =>
            {
                var used = await AccountLinks.UseAsync(db, link, token);
                await db.SaveChangesAsync(token);
                return used;
            },
            cancel))
        {
            return Gone();
        }

        // A new stamp ends every session and every other link of the account.
        account.TakePassword(accounts.PasswordHasher.HashPassword(account, form.Password!));
        var saved = await accounts.UpdateSecurityStampAsync(account);
        if (!saved.Succeeded)
        {
            return Gone();
        }

        gate.Succeed(SignInAttempt.At(account.EmailKey ?? "", null, HttpContext));
        await sessions.BeginAsync(HttpContext, account, AccountTexts.MeansLink, persistent: false, cancel);
        devices.Remember(HttpContext, account);
        Response.Headers.Location = "/account";
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private Task<AccountLink?> FindAsync(string key, CancellationToken cancel) => links.FindAsync(key, cancel, LinkPurpose.Recovery, LinkPurpose.Invitation);

    private IActionResult Form(string key, AccountLink link, string? fault)
    {
        Response.StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return this.Entry("NewPassword", new EntryPage(new PageHead($"{(fault is null ? "" : AccountTexts.FaultPrefix)}{AccountTexts.NewPasswordTitle} | {settings.Title}") { IsHidden = true })
        {
            Key = key,
            Name = link.Account!.Name,
            Email = link.Account.Email ?? "",
            Errors = fault is null ? FormErrors.None : new Dictionary<string, string> { ["Password"] = fault },
        });
    }

    private IActionResult Gone()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return this.Entry("LinkGone", new EntryPage(new PageHead($"{AccountTexts.LinkGoneTitle} | {settings.Title}") { IsHidden = true }) { Trouble = AccountTexts.LinkGone });
    }
}
