using Microsoft.AspNetCore.Identity;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>A key that a device keeps and signs in with. Only its public half is here.</summary>
public sealed class Passkey
{
    private Passkey() { }

    public long Id { get; private set; }
    public long AccountId { get; private set; }
    public byte[] Credential { get; private set; } = [];
    public byte[] PublicKey { get; private set; } = [];
    public string Name { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>How often it signed, by its own count; many keys always say 0.</summary>
    public long SignCount { get; private set; }
    public string Transports { get; private set; } = "";
    public bool IsUserVerified { get; private set; }
    public bool IsBackupEligible { get; private set; }
    public bool IsBackedUp { get; private set; }

    internal static Passkey Of(UserPasskeyInfo info) => new()
    {
        Credential = info.CredentialId,
        PublicKey = info.PublicKey,
        Name = info.Name ?? "",
        CreatedAt = info.CreatedAt,
        SignCount = info.SignCount,
        Transports = string.Join(' ', info.Transports ?? []),
        IsUserVerified = info.IsUserVerified,
        IsBackupEligible = info.IsBackupEligible,
        IsBackedUp = info.IsBackedUp,
    };

    internal void Update(UserPasskeyInfo info) =>
        (Name, SignCount, IsUserVerified, IsBackedUp) = (info.Name ?? Name, info.SignCount, info.IsUserVerified, info.IsBackedUp);

    // What was proved at registration is not kept: nothing is attested on it (row A18).
    internal UserPasskeyInfo Info() => new(
        Credential, PublicKey, CreatedAt, (uint)SignCount, Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries), IsUserVerified, IsBackupEligible, IsBackedUp, [], [])
    {
        Name = Name,
    };
}
