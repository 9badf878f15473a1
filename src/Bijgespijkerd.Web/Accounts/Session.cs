namespace Bijgespijkerd.Web.Accounts;

/// <summary>A browser that is signed in. Its cookie holds a key of which only the hash is here, so a copy of the database signs nobody in.</summary>
public sealed class Session
{
    private Session() { }

    public long Id { get; private set; }
    public long AccountId { get; private set; }
    public Account? Account { get; private set; }
    public byte[] KeyHash { get; private set; } = [];

    /// <summary>The browser and system it called itself, such as "Firefox op Linux".</summary>
    public string Device { get; private set; } = "";

    /// <summary>How somebody came in: password, passkey, link.</summary>
    public string Means { get; private set; } = "";
    public bool IsPersistent { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset SeenAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }

    public static Session Of(Account account, byte[] keyHash, string device, string means, bool persistent, DateTimeOffset now) => new()
    {
        AccountId = account.Id,
        KeyHash = keyHash,
        Device = device,
        Means = means,
        IsPersistent = persistent,
        CreatedAt = now,
        SeenAt = now,
        ExpiresAt = now + Lifetime(persistent),
    };

    /// <summary>Each visit makes it last longer.</summary>
    public void Seen(DateTimeOffset now) => (SeenAt, ExpiresAt) = (now, now + Lifetime(IsPersistent));

    public static TimeSpan Lifetime(bool persistent) => persistent ? TimeSpan.FromDays(30) : TimeSpan.FromHours(12);
}
