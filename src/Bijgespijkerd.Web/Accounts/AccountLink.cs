namespace Bijgespijkerd.Web.Accounts;

public enum LinkPurpose
{
    /// <summary>Makes the first administrator.</summary>
    SetUp,

    /// <summary>Sets the first password or passkey of an account that somebody else made.</summary>
    Invitation,

    /// <summary>Sets a new password.</summary>
    Recovery,

    /// <summary>Proves a new e-mail address.</summary>
    NewEmail,
}

/// <summary>A link that was mailed or printed and works once. Only the hash of its key is here.</summary>
public sealed class AccountLink
{
    private AccountLink() { }

    public long Id { get; private set; }
    public LinkPurpose Purpose { get; private set; }
    public long? AccountId { get; private set; }
    public Account? Account { get; private set; }
    public byte[] KeyHash { get; private set; } = [];
    public string Email { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }

    public static AccountLink For(LinkPurpose purpose, Account? account, string email, byte[] keyHash, DateTimeOffset now) => new()
    {
        Purpose = purpose,
        AccountId = account?.Id,
        Account = account,
        Email = email,
        KeyHash = keyHash,
        CreatedAt = now,
        ExpiresAt = now + Lifetime(purpose),
    };

    public static TimeSpan Lifetime(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.SetUp => TimeSpan.FromDays(365),
        LinkPurpose.Invitation => TimeSpan.FromDays(7),
        _ => TimeSpan.FromHours(1),
    };
}
