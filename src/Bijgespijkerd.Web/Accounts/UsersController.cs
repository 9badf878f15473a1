using Bijgespijkerd.Web.Accounts.External;
using Bijgespijkerd.Web.Authors;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>Who may sign in, and as what.</summary>
[Authorize(Policies.Administer)]
public sealed class UsersController(BlogDb db, UserChanges changes, CurrentAccount current) : PanelController
{
    [HttpGet("/beheer/gebruikers"), HttpHead("/beheer/gebruikers")]
    public async Task<IActionResult> Show(CancellationToken cancel) => View("Users", await PageAsync(new UserForm(null, null, null), FormErrors.None, cancel));

    [HttpPost("/beheer/gebruikers")]
    public async Task<IActionResult> Invite([FromForm] UserForm form, CancellationToken cancel)
    {
        var fields = new AccountFields(form.Name, form.Email);
        var errors = fields.Faults();
        var role = Roles.Read(form.Role);
        if (role is null)
        {
            errors["Role"] = AccountTexts.ErrorRole;
        }

        if (errors.Count == 0)
        {
            if (await changes.InviteAsync(fields.Name, fields.Email, role!.Value, current, cancel) is not null)
            {
                return Done("/beheer/gebruikers", string.Format(SiteClock.Dutch, AccountTexts.Invited, fields.Name));
            }

            errors["Email"] = AccountTexts.ErrorEmailTaken;
        }

        return Again("Users", await PageAsync(form, errors, cancel));
    }

    [HttpPost("/beheer/gebruikers/{id:long}/rol")]
    public async Task<IActionResult> ChangeRole(long id, [FromForm] string? role, CancellationToken cancel) =>
        Roles.Read(role) is { } wanted ? Told(await changes.ChangeRoleAsync(id, wanted, current, cancel), AccountTexts.RoleSaved) : BadRequest();

    [HttpPost("/beheer/gebruikers/{id:long}/uit")]
    public async Task<IActionResult> Disable(long id, CancellationToken cancel) => Told(await changes.DisableAsync(id, current, cancel), AccountTexts.Disabled);

    [HttpPost("/beheer/gebruikers/{id:long}/aan")]
    public async Task<IActionResult> Enable(long id, CancellationToken cancel) => Told(await changes.EnableAsync(id, current, cancel), AccountTexts.Enabled);

    [HttpPost("/beheer/gebruikers/{id:long}/uitnodigen")]
    public async Task<IActionResult> InviteAgain(long id, CancellationToken cancel)
    {
        if (await changes.InviteAgainAsync(id, current, cancel) is not var (account, _))
        {
            return NotFound();
        }

        return Done("/beheer/gebruikers", string.Format(SiteClock.Dutch, AccountTexts.Invited, account.Name));
    }

    private IActionResult Told(UserChange outcome, string flash) => outcome switch
    {
        UserChange.Done => Done("/beheer/gebruikers", flash),
        UserChange.LastAdministrator => Done("/beheer/gebruikers", AccountTexts.ErrorLastAdministrator),
        _ => NotFound(),
    };

    private async Task<UsersPage> PageAsync(UserForm form, IReadOnlyDictionary<string, string> errors, CancellationToken cancel) =>
        new(await db.Accounts.Where(a => a.Role != Role.Reader).Include(a => a.Passkeys).Include(a => a.Logins).AsSplitQuery().OrderBy(a => a.Name).ToListAsync(cancel), current.Id, form, errors);
}

public sealed record UserForm(string? Name, string? Email, string? Role);

public sealed record UsersPage(IReadOnlyList<Account> Accounts, long Own, UserForm Typed, IReadOnlyDictionary<string, string> Errors) : IPanelPage
{
    public PanelHead Head { get; } = new(AccountTexts.UsersTitle, "gebruikers");

    public string? Error(string field) => Errors.GetValueOrDefault(field);

    public static string Named(Role role) => role switch
    {
        Role.Administrator => AccountTexts.RoleAdministrator,
        Role.Editor => AccountTexts.RoleEditor,
        Role.Author => AccountTexts.RoleAuthor,
        Role.Reader => ExternalTexts.RoleReader,
        _ => AccountTexts.RoleModerator,
    };
}
