using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>Mails a link for a new password to the address that stands in the database. The answer is the same for everybody.</summary>
[AllowAnonymous, SameOriginOnly]
public sealed class RecoveryController(
    UserManager<Account> accounts, AccountLinks links, SignInGate gate, BlogSettings settings) : Controller
{
    [HttpGet("/wachtwoord-vergeten"), HttpHead("/wachtwoord-vergeten")]
    public IActionResult Show() => this.Entry("Recovery", Page(null));

    [HttpPost("/wachtwoord-vergeten")]
    [RequestSizeLimit(16_000)]
    public async Task<IActionResult> Ask([FromForm] RecoveryForm form, CancellationToken cancel)
    {
        var email = form.Email?.Trim() ?? "";
        if (!EmailAddress.IsValid(email))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return this.Entry("Recovery", Page(AccountTexts.ErrorEmail) with { Email = email });
        }

        var attempt = SignInAttempt.From("recovery", HttpContext);
        if (gate.Wait(attempt) is null)
        {
            gate.Fail(attempt);
            var account = await accounts.FindByEmailAsync(email) is { IsDisabled: false, Email: not null } found && found.Role != Role.Reader ? found : null;
            await links.MailAsync(LinkPurpose.Recovery, account, "RecoveryAsked", link => LetterTo(account, email, link), cancel);
        }

        return this.Entry("RecoverySent", Page(null) with { Email = email });
    }

    private Letter LetterTo(Account? account, string email, string link) => new(
        account?.Email ?? email,
        string.Format(SiteClock.Dutch, AccountTexts.MailRecoverySubject, settings.Title),
        string.Format(SiteClock.Dutch, AccountTexts.MailRecovery, account?.Name, settings.Title, link));

    private EntryPage Page(string? error) => new(new PageHead($"{(error is null ? "" : AccountTexts.FaultPrefix)}{AccountTexts.RecoveryTitle} | {settings.Title}") { IsHidden = true })
    {
        Errors = error is null ? FormErrors.None : new Dictionary<string, string> { ["Email"] = error },
    };
}
