using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Authors;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Platform.Mail.Outbox;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Accounts;

public enum UserChange
{
    Done,
    NotThere,

    /// <summary>Nobody would be left who administers the site.</summary>
    LastAdministrator,
}

/// <summary>What an administrator, in the panel or at the console, does with other people's accounts.</summary>
public sealed class UserChanges(WriteLane lane, AccountLinks links, Outbox outbox, SiteSecret secret, BlogSettings settings, TimeProvider time)
{
    /// <param name="who">Null at the console, which shows the link; else it is mailed.</param>
    /// <returns>The link of the invitation; null when somebody has the address already.</returns>
    public Task<string?> InviteAsync(string name, string email, Role role, CurrentAccount? who, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            var key = EmailAddress.Key(email);
            if (await db.Accounts.AnyAsync(a => a.EmailKey == key, token))
            {
                return null;
            }

            var account = Account.For(name, email, role, time.GetUtcNow());
            account.Stamp(Guid.NewGuid().ToString("N"));
            account.BecomesVersion(Guid.NewGuid().ToString("N"));
            await GiveAuthorAsync(db, account, token);
            db.Accounts.Add(account);
            var link = Invite(db, account, email, who);
            Note(db, who, "Invited", $"{name}, {UsersPage.Named(role)}");
            await db.SaveChangesAsync(token);
            return link;
        },
        cancel);

    public Task<(Account Account, string Link)?> InviteAgainAsync(long id, CurrentAccount? who, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            if (await db.Accounts.AsTracking().SingleOrDefaultAsync(a => a.Id == id && a.DisabledAt == null, token) is not { Email: { } email } account)
            {
                return ((Account, string)?)null;
            }

            db.AccountLinks.RemoveRange(await db.AccountLinks.Where(l => l.AccountId == id && l.Purpose == LinkPurpose.Invitation).ToListAsync(token));
            var link = Invite(db, account, email, who);
            Note(db, who, "Invited", account.Name);
            await db.SaveChangesAsync(token);
            return (account, link);
        },
        cancel);

    public Task<UserChange> ChangeRoleAsync(long id, Role role, CurrentAccount? who, CancellationToken cancel) => ChangeAsync(
        id,
        account => role != Role.Administrator && account.Role == Role.Administrator,
        async (db, account, token) =>
        {
            if (account.Role == Role.Reader)
            {
                // Who gets to work here signs in for it.
                db.Sessions.RemoveRange(await db.Sessions.Where(s => s.AccountId == id).ToListAsync(token));
            }

            account.Becomes(role);
            await GiveAuthorAsync(db, account, token);
            Note(db, who, "RoleChanged", $"{account.Name}, {UsersPage.Named(role)}");
        },
        cancel);

    public Task<UserChange> DisableAsync(long id, CurrentAccount? who, CancellationToken cancel) => ChangeAsync(
        id,
        account => account.Role == Role.Administrator,
        async (db, account, token) =>
        {
            account.Disable(time.GetUtcNow());
            db.Sessions.RemoveRange(await db.Sessions.Where(s => s.AccountId == id).ToListAsync(token));
            db.AccountLinks.RemoveRange(await db.AccountLinks.Where(l => l.AccountId == id).ToListAsync(token));
            Note(db, who, "Disabled", account.Name);
        },
        cancel);

    public Task<UserChange> EnableAsync(long id, CurrentAccount? who, CancellationToken cancel) => ChangeAsync(
        id,
        _ => false,
        (db, account, _) =>
        {
            account.Enable();
            Note(db, who, "Enabled", account.Name);
            return Task.CompletedTask;
        },
        cancel);

    /// <param name="endsAdministrator">The account would no longer administer the site.</param>
    private Task<UserChange> ChangeAsync(long id, Func<Account, bool> endsAdministrator, Func<BlogDb, Account, CancellationToken, Task> change, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            if (await db.Accounts.AsTracking().Include(a => a.Passkeys).SingleOrDefaultAsync(a => a.Id == id, token) is not { } account)
            {
                return UserChange.NotThere;
            }

            if (endsAdministrator(account) && !await IsAnotherAsync(db, id, token))
            {
                return UserChange.LastAdministrator;
            }

            await change(db, account, token);
            account.BecomesVersion(Guid.NewGuid().ToString("N"));
            await db.SaveChangesAsync(token);
            return UserChange.Done;
        },
        cancel);

    /// <summary>One who really can get in: an invitation that nobody answered does not count, nor does a service that is not offered any more.</summary>
    private Task<bool> IsAnotherAsync(BlogDb db, long id, CancellationToken cancel)
    {
        var working = settings.SignIn.Providers.Select(p => p.StoredAs).ToList();
        return db.Accounts.AnyAsync(
            a => a.Id != id && a.Role == Role.Administrator && a.DisabledAt == null && (a.PasswordHash != null || a.Passkeys.Any() || a.Logins.Any(l => working.Contains(l.Provider))), cancel);
    }

    private async Task GiveAuthorAsync(BlogDb db, Account account, CancellationToken cancel)
    {
        if (account.Role is not (Role.Moderator or Role.Reader) && account.AuthorId is null && account.Author is null)
        {
            account.WritesAs(await NewAuthor.ForAsync(db, account.Name, secret, cancel));
        }
    }

    private string Invite(BlogDb db, Account account, string email, CurrentAccount? who)
    {
        var link = links.Make(db, LinkPurpose.Invitation, account, email);
        if (who is not null)
        {
            outbox.Post(db, LetterKind.Account, new Letter(
                email,
                string.Format(SiteClock.Dutch, AccountTexts.MailInvitationSubject, settings.Title),
                string.Format(SiteClock.Dutch, AccountTexts.MailInvitation, account.Name, settings.Title, link)));
        }

        return link;
    }

    private void Note(BlogDb db, CurrentAccount? who, string action, string subject)
    {
        if (who is null)
        {
            db.Audit(action, subject, time.GetUtcNow());
        }
        else
        {
            db.Audit(who, action, subject, time.GetUtcNow());
        }
    }
}
