using Bijgespijkerd.Web.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>
/// Where ASP.NET Core Identity keeps accounts. It reads by the request's connection and writes through the lane, as everything does;
/// a save that changes the security stamp ends every session and link of the account in the same unit of work.
/// </summary>
public sealed class AccountStore(BlogDb db, WriteLane lane, IdentityErrorDescriber errors)
    : IUserPasswordStore<Account>, IUserSecurityStampStore<Account>, IUserEmailStore<Account>, IUserPasskeyStore<Account>
{
    private IQueryable<Account> Accounts => db.Accounts.Include(a => a.Passkeys).Include(a => a.Logins).AsSplitQuery();

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => SaveAsync(
        async (written, cancel) =>
        {
            user.BecomesVersion(NewVersion());
            written.Accounts.Add(user);
            await written.SaveChangesAsync(cancel);
        },
        cancellationToken);

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => SaveAsync(
        async (written, cancel) =>
        {
            var stored = await written.Accounts.AsTracking().Include(a => a.Passkeys).SingleAsync(a => a.Id == user.Id, cancel);
            if (stored.Version != user.Version)
            {
                throw new DbUpdateConcurrencyException();
            }

            if (stored.SecurityStamp != user.SecurityStamp)
            {
                written.Sessions.RemoveRange(await written.Sessions.Where(s => s.AccountId == user.Id).ToListAsync(cancel));
                written.AccountLinks.RemoveRange(await written.AccountLinks.Where(l => l.AccountId == user.Id).ToListAsync(cancel));
            }

            user.BecomesVersion(NewVersion());
            written.Entry(stored).CurrentValues.SetValues(user);
            Follow(written, stored, user);
            await written.SaveChangesAsync(cancel);
        },
        cancellationToken);

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => SaveAsync(
        async (written, cancel) =>
        {
            written.Accounts.Remove(await written.Accounts.AsTracking().SingleAsync(a => a.Id == user.Id, cancel));
            await written.SaveChangesAsync(cancel);
        },
        cancellationToken);

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        long.TryParse(userId, System.Globalization.CultureInfo.InvariantCulture, out var id) ? Accounts.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) : Task.FromResult<Account?>(null);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => FindByEmailAsync(normalizedUserName, cancellationToken);

    public Task<Account?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        Accounts.SingleOrDefaultAsync(a => a.EmailKey == normalizedEmail, cancellationToken);

    public Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Accounts.SingleOrDefaultAsync(a => a.Passkeys.Any(p => p.Credential == credentialId), cancellationToken);

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    // People are known by their address: there is no user name beside it. Who has none needs a name all the same.
    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email ?? user.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.EmailKey);

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> GetEmailAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task SetEmailAsync(Account user, string? email, CancellationToken cancellationToken)
    {
        user.ReachedAt(email ?? throw new ArgumentNullException(nameof(email)));
        return Task.CompletedTask;
    }

    // An address is only stored once its link was opened.
    public Task<bool> GetEmailConfirmedAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetEmailConfirmedAsync(Account user, bool confirmed, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> GetNormalizedEmailAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.EmailKey);

    public Task SetNormalizedEmailAsync(Account user, string? normalizedEmail, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.TakePassword(passwordHash);
        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken)
    {
        user.Stamp(stamp);
        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        if (user.Passkeys.FirstOrDefault(p => p.Credential.AsSpan().SequenceEqual(passkey.CredentialId)) is { } known)
        {
            known.Update(passkey);
        }
        else
        {
            user.Keep(Passkey.Of(passkey));
        }

        return Task.CompletedTask;
    }

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. user.Passkeys.Select(p => p.Info())]);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(user.Passkeys.FirstOrDefault(p => p.Credential.AsSpan().SequenceEqual(credentialId))?.Info());

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        user.Forget(credentialId);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
    }

    private async Task<IdentityResult> SaveAsync(Func<BlogDb, CancellationToken, Task> save, CancellationToken cancel)
    {
        try
        {
            return await lane.WriteAsync(
                async (written, token) =>
                {
                    await save(written, token);
                    return IdentityResult.Success;
                },
                cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return IdentityResult.Failed(errors.ConcurrencyFailure());
        }
        catch (DbUpdateException e) when (e.InnerException is Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 19 })
        {
            return IdentityResult.Failed(errors.DuplicateEmail(""));
        }
    }

    private static void Follow(BlogDb written, Account stored, Account wanted)
    {
        foreach (var gone in stored.Passkeys.Where(p => !wanted.Passkeys.Any(w => w.Id == p.Id)).ToList())
        {
            stored.Forget(gone.Credential);
        }

        foreach (var passkey in wanted.Passkeys)
        {
            if (stored.Passkeys.FirstOrDefault(p => p.Id == passkey.Id && p.Id != 0) is { } known)
            {
                written.Entry(known).CurrentValues.SetValues(passkey);
            }
            else
            {
                stored.Keep(passkey);
            }
        }
    }

    private static string NewVersion() => Guid.NewGuid().ToString("N");
}
