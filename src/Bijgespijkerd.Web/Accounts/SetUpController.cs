using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Authors;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>The first administrator makes an account, with the link that only the operator saw.</summary>
[AllowAnonymous, SameOriginOnly]
public sealed class SetUpController(
    UserManager<Account> accounts, AccountLinks links, AccountSignIn sessions, KnownDevice devices, WriteLane lane, SiteSecret secret, BlogSettings settings, TimeProvider time) : Controller
{
    [HttpGet("/begin/{sleutel}"), HttpHead("/begin/{sleutel}")]
    public async Task<IActionResult> Show(string sleutel, CancellationToken cancel) =>
        await links.FindAsync(sleutel, cancel, LinkPurpose.SetUp) is null ? Gone() : Form(sleutel, new SetUpForm(null, null, null), []);

    [HttpPost("/begin/{sleutel}")]
    [RequestSizeLimit(16_000)]
    public async Task<IActionResult> Create(string sleutel, [FromForm] SetUpForm form, CancellationToken cancel)
    {
        if (await links.FindAsync(sleutel, cancel, LinkPurpose.SetUp) is not { } link)
        {
            return Gone();
        }

        var fields = new AccountFields(form.Name, form.Email);
        var account = Account.For(fields.Name, fields.Email, Role.Administrator, time.GetUtcNow());
        var errors = await fields.FaultsAsync(accounts, account, form.Password);
        if (errors.Count == 0 && await accounts.FindByEmailAsync(fields.Email) is not null)
        {
            errors["Email"] = AccountTexts.ErrorEmailTaken;
        }

        if (errors.Count > 0)
        {
            return Form(sleutel, form, errors);
        }

        account.TakePassword(accounts.PasswordHasher.HashPassword(account, form.Password!));
        account.Stamp(Guid.NewGuid().ToString("N"));
        if (!await StoreAsync(account, link, cancel))
        {
            return Gone();
        }

        await sessions.BeginAsync(HttpContext, account, AccountTexts.MeansLink, persistent: false, cancel);
        devices.Remember(HttpContext, account);
        Response.Headers.Location = "/beheer";
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>One unit of work: of two who open the link at the same moment, one becomes administrator.</summary>
    private Task<bool> StoreAsync(Account account, AccountLink link, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            if (!await AccountLinks.UseAsync(db, link, token) || await FirstAdministrator.ExistsAsync(db, token))
            {
                return false;
            }

            account.WritesAs(await NewAuthor.ForAsync(db, account.Name, secret, token));
            db.Accounts.Add(account);
            await db.SaveChangesAsync(token);
            db.Audit(account, "FirstAdministrator", account.Name, time.GetUtcNow());
            await db.SaveChangesAsync(token);
            return true;
        },
        cancel);

    private IActionResult Form(string key, SetUpForm form, Dictionary<string, string> errors)
    {
        Response.StatusCode = errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return this.Entry("SetUp", new EntryPage(Head(AccountTexts.SetUpTitle, errors.Count > 0)) { Key = key, Name = form.Name ?? "", Email = form.Email ?? "", Errors = errors });
    }

    private IActionResult Gone()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return this.Entry("LinkGone", new EntryPage(Head(AccountTexts.LinkGoneTitle, false)) { Trouble = AccountTexts.SetUpGone });
    }

    private PageHead Head(string title, bool isFault) => new($"{(isFault ? AccountTexts.FaultPrefix : "")}{title} | {settings.Title}") { IsHidden = true };
}
