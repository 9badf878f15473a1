using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>Another e-mail address: counts once its own link was used by who asked for it, and the old address hears of it.</summary>
[Authorize(Policies.Panel)]
public sealed class EmailController(
    UserManager<Account> accounts, AccountLinks links, OwnAccount own, CurrentAccount current, BlogSettings settings) : PanelController
{
    [HttpPost("/account/email")]
    [RequestSizeLimit(16_000)]
    public async Task<IActionResult> Ask([FromForm] NewEmailForm form, CancellationToken cancel)
    {
        var account = await own.FindAsync();
        var fields = new AccountFields(account.Name, form.Email);
        if (fields.Faults().TryGetValue("Email", out var fault))
        {
            return await FaultAsync("Email", fault, fields.Email, cancel);
        }

        if (await own.DoubtAsync(account, form.CurrentForEmail) is { } doubt)
        {
            return await FaultAsync("CurrentForEmail", doubt, fields.Email, cancel);
        }

        await links.MailAsync(
            LinkPurpose.NewEmail, account, "EmailAsked",
            link => new Letter(fields.Email, string.Format(SiteClock.Dutch, AccountTexts.MailNewEmailSubject, settings.Title), string.Format(SiteClock.Dutch, AccountTexts.MailNewEmail, account.Name, settings.Title, link)),
            cancel);
        return Done("/account#email", string.Format(SiteClock.Dutch, AccountTexts.EmailAsked, fields.Email));
    }

    [HttpGet("/account/email/{sleutel}"), HttpHead("/account/email/{sleutel}")]
    public async Task<IActionResult> Show(string sleutel, CancellationToken cancel) =>
        await FindAsync(sleutel, cancel) is { } link ? View("NewEmail", new NewEmailPage(link.Email, sleutel)) : Done("/account#email", AccountTexts.LinkGone);

    [HttpPost("/account/email/{sleutel}")]
    public async Task<IActionResult> Confirm(string sleutel, CancellationToken cancel)
    {
        if (await FindAsync(sleutel, cancel) is not { } link)
        {
            return Done("/account#email", AccountTexts.LinkGone);
        }

        var account = await own.FindAsync();
        var old = account.Email;
        account.ReachedAt(link.Email);
        var saved = await accounts.UpdateSecurityStampAsync(account);
        if (!saved.Succeeded)
        {
            return Done("/account#email", saved.Errors.First().Description);
        }

        await own.ChangedAsync(HttpContext, account, OwnChange.Email, old, cancel);
        return Done("/account#email", AccountTexts.EmailSaved);
    }

    private async Task<AccountLink?> FindAsync(string key, CancellationToken cancel) =>
        await links.FindAsync(key, cancel, LinkPurpose.NewEmail) is { } link && link.AccountId == current.Id ? link : null;

    private async Task<IActionResult> FaultAsync(string field, string fault, string typed, CancellationToken cancel) =>
        Again("Account", (await own.PageAsync(cancel)).Wrong(field, fault) with { TypedEmail = typed });
}

public sealed record NewEmailPage(string Email, string Key) : IPanelPage
{
    public PanelHead Head { get; } = new(AccountTexts.NewEmailTitle, "account");
}
