using System.Globalization;
using Bijgespijkerd.Web.Accounts.External;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Platform.Mail.Outbox;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>The account of who is signed in, where they change it themselves.</summary>
public sealed class OwnAccount(
    BlogDb db, UserManager<Account> accounts, CurrentAccount current, AccountSignIn sessions, SignInGate gate, Outbox outbox, BlogSettings settings, TimeProvider time)
{
    public string Id => current.Id.ToString(CultureInfo.InvariantCulture);

    public async Task<Account> FindAsync() => await accounts.FindByIdAsync(Id) ?? throw new InvalidOperationException("Who is signed in has no account");

    /// <summary>
    /// Null when it is the owner, else what to say: whoever found a browser open does not know the password, and does not guess it either.
    /// An account without a password has proved itself by its passkey or link.
    /// </summary>
    public async Task<string?> DoubtAsync(Account account, string? password)
    {
        if (account.PasswordHash is null)
        {
            return null;
        }

        var attempt = new SignInAttempt("own " + Id, null);
        if (gate.Wait(attempt) is { } wait)
        {
            return string.Format(SiteClock.Dutch, AccountTexts.SignInTooOften, (int)Math.Ceiling(wait.TotalSeconds));
        }

        if (password is { Length: <= PasswordRules.Most } && await accounts.CheckPasswordAsync(account, password))
        {
            return null;
        }

        gate.Fail(attempt);
        return AccountTexts.ErrorPasswordMismatch;
    }

    /// <summary>All sessions ended with the old stamp: this browser gets a new one, and the owner hears of the change at <paramref name="email"/>, if there is one.</summary>
    public async Task ChangedAsync(HttpContext context, Account account, OwnChange change, string? email, CancellationToken cancel)
    {
        void Tell(BlogDb written)
        {
            if (email is not null)
            {
                outbox.Post(written, LetterKind.Account, new Letter(
                    email, string.Format(SiteClock.Dutch, AccountTexts.MailChangedSubject, settings.Title),
                    string.Format(SiteClock.Dutch, change.Letter, account.Name, settings.Title, change.Service)));
            }
        }

        await sessions.BeginAsync(context, account, change.Means, persistent: account.Role == Role.Reader, cancel, change.Action, Tell);
    }

    public async Task<AccountPage> PageAsync(CancellationToken cancel)
    {
        var account = await FindAsync();
        var now = time.GetUtcNow();
        var all = await db.Sessions.Where(s => s.AccountId == account.Id && s.ExpiresAt > now).OrderByDescending(s => s.SeenAt).ToListAsync(cancel);
        return new(account, all, current.SessionId, new ServicesPart(account, settings.SignIn.Providers));
    }
}

/// <summary>A change that ends other sessions: by what the new session was opened, its name in the log, and the letter about it.</summary>
public sealed record OwnChange(string Means, string Action, string Letter)
{
    public static OwnChange Password => new(AccountTexts.MeansPassword, "PasswordChanged", AccountTexts.MailPasswordChanged);

    public static OwnChange PasskeyAdded => new(AccountTexts.MeansPasskey, "PasskeyAdded", AccountTexts.MailPasskeyChanged);

    public static OwnChange PasskeyRemoved => new(AccountTexts.MeansPasskey, "PasskeyRemoved", AccountTexts.MailPasskeyChanged);

    /// <summary>Which service was linked or taken away.</summary>
    public string Service { get; private init; } = "";

    public static OwnChange Linked(string service) => new(service, "LoginLinked", ExternalTexts.MailLinked) { Service = service };

    public static OwnChange Unlinked(string service) => new(ExternalTexts.MeansUnlinked, "LoginUnlinked", ExternalTexts.MailUnlinked) { Service = service };

    public static OwnChange Email => new(AccountTexts.MeansLink, "EmailChanged", AccountTexts.MailEmailChanged);
}
