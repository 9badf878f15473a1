using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bijgespijkerd.Web.Platform.Mail.Outbox;

/// <summary>Something that must leave the house: stored with its cause, sent afterwards, gone once it was sent.</summary>
public sealed class OutboxItem
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
    ];

    private OutboxItem() { }

    public long Id { get; private set; }

    /// <summary>Who knows what to do with it.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Only this installation's keys open it: letters carry links that do things.</summary>
    public byte[] Sealed { get; private set; } = [];
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset DueAt { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? Problem { get; private set; }

    /// <summary>It is not tried again, unless somebody says so.</summary>
    public bool IsDead { get; private set; }

    internal static OutboxItem Of(string kind, byte[] content, DateTimeOffset dueAt, DateTimeOffset now) =>
        new() { Kind = kind, Sealed = content, DueAt = dueAt, CreatedAt = now };

    /// <param name="isFinal">Trying again would change nothing.</param>
    public void Failed(string problem, bool isFinal, DateTimeOffset now)
    {
        Problem = problem.Length > Limits.Summary ? problem[..Limits.Summary] : problem;
        IsDead = isFinal || Attempts >= Waits.Length;
        DueAt = IsDead ? DueAt : now + Waits[Attempts];
        Attempts++;
    }

    public void TryAgain(DateTimeOffset now) => (IsDead, Attempts, DueAt) = (false, 0, now);
}

internal sealed class OutboxItemMapping : IEntityTypeConfiguration<OutboxItem>
{
    private const int Longest = 40;

    public void Configure(EntityTypeBuilder<OutboxItem> builder)
    {
        builder.ToTable("Outbox");
        builder.Limit(nameof(OutboxItem.Kind), Longest, notEmpty: true);
        builder.Limit(nameof(OutboxItem.Problem), Limits.Summary);
        builder.HasIndex(i => new { i.Kind, i.DueAt });
    }
}
