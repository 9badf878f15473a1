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

/// <summary>Another e-mail address: counts once its own link was used by who asked for it, and the old address hears of it.</summary>
[Authorize(Policies.Panel)]
public sealed class EmailController(
    UserManager<Account> accounts, AccountLinks links, AccountSignIn sessions, CurrentAccount current, WriteLane lane, MailQueue mail, BlogSettings settings, TimeProvider time) : PanelController
{
    [HttpPost("/account/email")]
    [RequestSizeLimit(16_000)]
    public async Task<IActionResult> Ask([FromForm] NewEmailForm form, CancellationToken cancel)
    {
        var account = await OwnAsync();
        var fields = new AccountFields(account.Name, form.Email);
        if (account.PasswordHash is not null && (form.Current is not { Length: <= PasswordRules.Most } password || !await accounts.CheckPasswordAsync(account, password)))
        {
            return Done("/account#email", AccountTexts.ErrorPasswordMismatch);
        }

        if (fields.Faults().TryGetValue("Email", out var fault))
        {
            return Done("/account#email", fault);
        }

        var since = time.GetUtcNow() - TimeSpan.FromHours(1);
        var link = await lane.WriteAsync(
            async (db, token) =>
            {
                if (await db.AccountLinks.CountAsync(l => l.AccountId == account.Id && l.Purpose == LinkPurpose.NewEmail && l.CreatedAt > since, token) >= AccountLinks.MostPerHour)
                {
                    return null;
                }

                db.Attach(account).State = EntityState.Unchanged;
                var made = links.Make(db, LinkPurpose.NewEmail, account, fields.Email);
                await db.SaveChangesAsync(token);
                return made;
            },
            cancel);
        if (link is not null)
        {
            mail.Post(new Letter(fields.Email, string.Format(SiteClock.Dutch, AccountTexts.MailNewEmailSubject, settings.Title), string.Format(SiteClock.Dutch, AccountTexts.MailNewEmail, account.Name, settings.Title, link)));
        }

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

        var account = await OwnAsync();
        var old = account.Email;
        account.ReachedAt(link.Email);
        var saved = await accounts.UpdateSecurityStampAsync(account);
        if (!saved.Succeeded)
        {
            return Done("/account#email", saved.Errors.First().Description);
        }

        await sessions.BeginAsync(HttpContext, account, AccountTexts.MeansLink, persistent: false, cancel);
        await lane.WriteAsync(
            (db, token) =>
            {
                db.Audit(account, "EmailChanged", account.Name, time.GetUtcNow());
                return db.SaveChangesAsync(token);
            },
            cancel);
        mail.Post(new Letter(old, string.Format(SiteClock.Dutch, AccountTexts.MailChangedSubject, settings.Title), string.Format(SiteClock.Dutch, AccountTexts.MailEmailChanged, account.Name, settings.Title)));
        return Done("/account#email", AccountTexts.EmailSaved);
    }

    private async Task<AccountLink?> FindAsync(string key, CancellationToken cancel) =>
        await links.FindAsync(key, cancel, LinkPurpose.NewEmail) is { } link && link.AccountId == current.Id ? link : null;

    private async Task<Account> OwnAsync() => await accounts.FindByIdAsync(current.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)) ?? throw new InvalidOperationException("Who is signed in has no account");
}

public sealed record NewEmailPage(string Email, string Key) : IPanelPage
{
    public PanelHead Head { get; } = new(AccountTexts.NewEmailTitle, "account");
}
