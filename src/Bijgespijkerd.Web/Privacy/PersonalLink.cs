using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bijgespijkerd.Web.Privacy;

/// <summary>A link that was mailed to an address, and proves for an hour that its mail is read. Only the hash of its key is here.</summary>
public sealed class PersonalLink
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private PersonalLink() { }

    public long Id { get; private set; }
    public byte[] KeyHash { get; private set; } = [];
    public string Email { get; private set; } = "";
    public string EmailKey { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }

    public static PersonalLink To(string email, byte[] keyHash, DateTimeOffset now) => new()
    {
        Email = email,
        EmailKey = Bijgespijkerd.Text.EmailAddress.Key(email),
        KeyHash = keyHash,
        CreatedAt = now,
        ExpiresAt = now + Lifetime,
    };
}

internal sealed class PersonalLinkMapping : IEntityTypeConfiguration<PersonalLink>
{
    public void Configure(EntityTypeBuilder<PersonalLink> builder)
    {
        builder.ToTable("PersonalLinks");
        builder.Limit(nameof(PersonalLink.Email), Limits.Email, notEmpty: true);
        builder.Limit(nameof(PersonalLink.EmailKey), Limits.Email, notEmpty: true);
        builder.HasIndex(l => l.KeyHash).IsUnique();
        builder.HasIndex(l => l.EmailKey);
    }
}
