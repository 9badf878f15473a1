using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Accounts.External;

/// <summary>Who came from a service: an account, or why not.</summary>
public sealed record Entry(Account? Account, EntryFailure Why = EntryFailure.Failed, bool IsNew = false);

/// <summary>
/// Which account belongs to somebody's account at a service. Only the service and its subject decide: an e-mail address never links
/// two (rows A1 and A2), for who can write it into one is not who owns it.
/// </summary>
public sealed class ExternalLogins(WriteLane lane, TimeProvider time)
{
    /// <summary>Nobody was signed in: a known login lets in, an unknown one makes a reader, unless the address is somebody's here.</summary>
    public Task<Entry> EnterAsync(ProviderSettings provider, ExternalPerson person, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            if (await FindAsync(db, provider, person, token) is { } login)
            {
                return login.Account!.IsDisabled ? new Entry(null, EntryFailure.Disabled) : await KnownAsync(db, login, person, token);
            }

            // Whose it is, is proved by signing in here. One that the service did not verify is nobody's, and tells nobody who has an account.
            var key = person.VerifiedEmail is { } email ? EmailAddress.Key(email) : null;
            if (key is not null && await db.Accounts.AnyAsync(a => a.EmailKey == key, token))
            {
                return new Entry(null, EntryFailure.Taken);
            }

            var account = Account.Reader(person.Name, person.VerifiedEmail, time.GetUtcNow());
            Renew(account);
            db.Accounts.Add(account);
            db.ExternalLogins.Add(ExternalLogin.For(account, provider, person, time.GetUtcNow()));
            await db.SaveChangesAsync(token);
            return new Entry(account, IsNew: true);
        },
        cancel);

    /// <summary>Somebody signed in makes it a way into their own account. All their sessions end: what opens the account changed.</summary>
    public Task<Entry> LinkAsync(long accountId, ProviderSettings provider, ExternalPerson person, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            if (await FindAsync(db, provider, person, token) is { } known)
            {
                return known.AccountId == accountId ? new Entry(null, EntryFailure.LinkedAlready) : new Entry(null, EntryFailure.LinkedElsewhere);
            }

            var account = await db.Accounts.AsTracking().SingleAsync(a => a.Id == accountId, token);
            db.ExternalLogins.Add(ExternalLogin.For(account, provider, person, time.GetUtcNow()));
            await EndSessionsAsync(db, account, token);
            await db.SaveChangesAsync(token);
            return new Entry(account);
        },
        cancel);

    /// <param name="working">The services that still let somebody in.</param>
    /// <returns>The account and what was taken from it; null when it is not theirs, or their last way in.</returns>
    public Task<(Account Account, ExternalLogin Login)?> UnlinkAsync(long accountId, long id, IReadOnlyList<ProviderSettings> working, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            var account = await db.Accounts.AsTracking().Include(a => a.Passkeys).Include(a => a.Logins).AsSplitQuery().SingleAsync(a => a.Id == accountId, token);
            if (account.Logins.SingleOrDefault(l => l.Id == id) is not { } login || !HasAnotherWay(account, login, working))
            {
                return ((Account, ExternalLogin)?)null;
            }

            db.ExternalLogins.Remove(login);
            await EndSessionsAsync(db, account, token);
            await db.SaveChangesAsync(token);
            return (account, login);
        },
        cancel);

    public static bool HasAnotherWay(Account account, ExternalLogin login, IReadOnlyList<ProviderSettings> working) =>
        account.PasswordHash is not null || account.Passkeys.Count > 0 || account.Logins.Any(l => l.Id != login.Id && Works(l, working));

    public static bool HasAnotherWay(Account account, Passkey passkey, IReadOnlyList<ProviderSettings> working) =>
        account.PasswordHash is not null || account.Passkeys.Any(p => p.Id != passkey.Id) || account.Logins.Any(l => Works(l, working));

    private static bool Works(ExternalLogin login, IReadOnlyList<ProviderSettings> working) => working.Any(p => p.StoredAs == login.Provider);

    private static async Task<Entry> KnownAsync(BlogDb db, ExternalLogin login, ExternalPerson person, CancellationToken cancel)
    {
        login.IsCalled(person.Name);
        if (login.Account!.Role == Role.Reader)
        {
            login.Account.Rename(person.Name);
        }

        await db.SaveChangesAsync(cancel);
        return new Entry(login.Account);
    }

    private static Task<ExternalLogin?> FindAsync(BlogDb db, ProviderSettings provider, ExternalPerson person, CancellationToken cancel) => db.ExternalLogins.AsTracking()
        .Include(l => l.Account).SingleOrDefaultAsync(l => l.Provider == provider.StoredAs && l.Subject == person.Subject, cancel);

    private static async Task EndSessionsAsync(BlogDb db, Account account, CancellationToken cancel)
    {
        Renew(account);
        db.Sessions.RemoveRange(await db.Sessions.Where(s => s.AccountId == account.Id).ToListAsync(cancel));
        db.AccountLinks.RemoveRange(await db.AccountLinks.Where(l => l.AccountId == account.Id).ToListAsync(cancel));
    }

    private static void Renew(Account account)
    {
        account.Stamp(Guid.NewGuid().ToString("N"));
        account.BecomesVersion(Guid.NewGuid().ToString("N"));
    }
}
