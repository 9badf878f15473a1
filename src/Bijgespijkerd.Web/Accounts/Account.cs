using Bijgespijkerd.Web.Accounts.External;
using Bijgespijkerd.Web.Authors;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>Somebody who can sign in. Whose name stands above articles is an <see cref="Author"/>, which an account may have.</summary>
public sealed class Account
{
    private readonly List<Passkey> _passkeys = [];
    private readonly List<ExternalLogin> _logins = [];

    private Account() { }

    public long Id { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Always proved to be theirs; null for a reader of whom no service said so.</summary>
    public string? Email { get; private set; }
    public string? EmailKey { get; private set; }
    public Role Role { get; private set; }
    public long? AuthorId { get; private set; }
    public Author? Author { get; private set; }

    /// <summary>Null while it was invited and has no password, or signs in by passkey alone.</summary>
    public string? PasswordHash { get; private set; }

    /// <summary>Changes with everything that must end other sessions.</summary>
    public string SecurityStamp { get; private set; } = "";

    /// <summary>Changes with every save, so that a change made on an older state is refused.</summary>
    public string Version { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary>Path of a reader's picture, of our own making.</summary>
    public string? Picture { get; private set; }

    public IReadOnlyList<Passkey> Passkeys => _passkeys;

    public IReadOnlyList<ExternalLogin> Logins => _logins;

    public bool IsDisabled => DisabledAt is not null;

    public bool CanSignIn => !IsDisabled && (PasswordHash is not null || _passkeys.Count > 0 || _logins.Count > 0);

    public static Account For(string name, string email, Role role, DateTimeOffset now) => new()
    {
        Name = name,
        Email = email,
        EmailKey = Text.EmailAddress.Key(email),
        Role = role,
        CreatedAt = now,
    };

    /// <summary>Somebody who only comments, known by a service that they sign in with.</summary>
    public static Account Reader(string name, string? email, DateTimeOffset now) => new()
    {
        Name = name,
        Email = email,
        EmailKey = email is null ? null : Text.EmailAddress.Key(email),
        Role = Role.Reader,
        CreatedAt = now,
    };

    public void WritesAs(Author author) => (Author, AuthorId) = (author, author.Id);

    public void WritesAsNobody() => (Author, AuthorId) = (null, null);

    public void Rename(string name) => Name = name;

    public void ReachedAt(string email) => (Email, EmailKey) = (email, Text.EmailAddress.Key(email));

    public void Becomes(Role role) => Role = role;

    public void Disable(DateTimeOffset now) => DisabledAt ??= now;

    public void Enable() => DisabledAt = null;

    public void LooksLike(string? picture) => Picture = picture;

    internal void TakePassword(string? hash) => PasswordHash = hash;

    internal void Stamp(string stamp) => SecurityStamp = stamp;

    internal void BecomesVersion(string version) => Version = version;

    internal void Keep(Passkey passkey) => _passkeys.Add(passkey);

    internal bool Forget(byte[] credential) => _passkeys.RemoveAll(p => p.Credential.AsSpan().SequenceEqual(credential)) > 0;
}
