using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bijgespijkerd.Web.Privacy;

public enum ErasureKind
{
    /// <summary>Name and website were made what they should be.</summary>
    Corrected = 0,

    /// <summary>The words stay, without their writer.</summary>
    Anonymised = 1,
    Removed = 2,
}

/// <summary>
/// What somebody had done with all that was kept of them. It stays, so that a backup that is put back can lose the same again; once
/// done, it knows the address only by a hash that nobody outside this site can repeat.
/// </summary>
public sealed class Erasure
{
    private Erasure() { }

    public long Id { get; private set; }
    public byte[] AddressHash { get; private set; } = [];
    public ErasureKind Kind { get; private set; }

    /// <summary>What came later is not meant.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The address while it is still being done: a process that ended in the middle goes on with it.</summary>
    public string? EmailKey { get; private set; }

    public static Erasure Begun(ErasureKind kind, string emailKey, byte[] addressHash, DateTimeOffset now) =>
        new() { Kind = kind, EmailKey = emailKey, AddressHash = addressHash, At = now };

    public static Erasure Corrected(byte[] addressHash, DateTimeOffset now) =>
        new() { Kind = ErasureKind.Corrected, AddressHash = addressHash, At = now };

    /// <summary>Known from elsewhere, after a backup was put back.</summary>
    public static Erasure Repeated(ErasureKind kind, byte[] addressHash, DateTimeOffset at) => new() { Kind = kind, AddressHash = addressHash, At = at };

    public void IsDone() => EmailKey = null;
}

internal sealed class ErasureMapping : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> builder)
    {
        builder.ToTable("Erasures");
        builder.Limit(nameof(Erasure.EmailKey), Limits.Email);
        builder.HasIndex(e => e.EmailKey).HasFilter("\"EmailKey\" IS NOT NULL");
    }
}
