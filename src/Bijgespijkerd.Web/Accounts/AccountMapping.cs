using Bijgespijkerd.Web.Accounts.External;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bijgespijkerd.Web.Accounts;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.Limit(nameof(Account.Name), Limits.Name, notEmpty: true);
        builder.Limit(nameof(Account.Email), Limits.Email, notEmpty: true);
        builder.Limit(nameof(Account.EmailKey), Limits.Email, notEmpty: true);
        builder.Limit(nameof(Account.PasswordHash), Limits.Address);
        builder.Limit(nameof(Account.SecurityStamp), Limits.Name);
        builder.Limit(nameof(Account.Version), Limits.Name);
        builder.Ignore(a => a.IsDisabled).Ignore(a => a.CanSignIn);
        builder.Limit(nameof(Account.Picture), Limits.Address);
        builder.HasIndex(a => a.EmailKey).IsUnique();
        builder.HasIndex(a => new { a.Role, a.Name });
        builder.HasIndex(a => a.AuthorId).IsUnique();
        builder.HasOne(a => a.Author).WithMany().HasForeignKey(a => a.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Logins).WithOne(l => l.Account).HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(a => a.Passkeys).WithOne().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PasskeyMapping : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.Limit(nameof(Passkey.Name), Limits.Name);
        builder.Limit(nameof(Passkey.Transports), Limits.Name);
        builder.Property(p => p.Credential).HasMaxLength(1023);
        builder.HasIndex(p => p.Credential).IsUnique();
        builder.ToTable("Passkeys");
    }
}

internal sealed class ExternalLoginMapping : IEntityTypeConfiguration<ExternalLogin>
{
    public void Configure(EntityTypeBuilder<ExternalLogin> builder)
    {
        builder.Limit(nameof(ExternalLogin.Provider), Limits.Address, notEmpty: true);
        builder.Limit(nameof(ExternalLogin.Subject), ExternalPerson.LongestSubject, notEmpty: true);
        builder.Limit(nameof(ExternalLogin.ProviderName), Limits.Name);
        builder.Limit(nameof(ExternalLogin.Name), Limits.Name);
        builder.HasIndex(l => new { l.Provider, l.Subject }).IsUnique();
        builder.ToTable("ExternalLogins");
    }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.Limit(nameof(Session.Device), Limits.Name);
        builder.Limit(nameof(Session.Means), Limits.Name);
        builder.HasIndex(s => s.KeyHash).IsUnique();
        builder.HasIndex(s => s.ExpiresAt);
        builder.HasOne(s => s.Account).WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.ToTable("Sessions");
    }
}

internal sealed class AccountLinkMapping : IEntityTypeConfiguration<AccountLink>
{
    public void Configure(EntityTypeBuilder<AccountLink> builder)
    {
        builder.Limit(nameof(AccountLink.Email), Limits.Email);
        builder.HasIndex(l => l.KeyHash).IsUnique();
        builder.HasOne(l => l.Account).WithMany().HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.ToTable("AccountLinks");
    }
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.Limit(nameof(AuditEntry.Who), Limits.Name);
        builder.Limit(nameof(AuditEntry.Action), Limits.Name, notEmpty: true);
        builder.Limit(nameof(AuditEntry.Subject), Limits.Title);
        builder.ToTable("AuditEntries");
    }
}
