using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bijgespijkerd.Web.Moderation.Decisions;

internal sealed class DecisionMapping : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("Decisions");
        builder.Limit(nameof(Decision.Who), Limits.Name);
        builder.Limit(nameof(Decision.UndoneBy), Limits.Name);
        builder.Limit(nameof(Decision.Reason), Limits.Summary);
        builder.Limit(nameof(Decision.RejectedBecauseBefore), Limits.Summary);
        builder.Ignore(d => d.IsMove);

        // The log outlives comments and posts, so it refers to none of them. A batch, a comment's own, a moderator's; an author's log.
        builder.HasIndex(d => d.Batch);
        builder.HasIndex(d => new { d.CommentId, d.Id });
        builder.HasIndex(d => new { d.AccountId, d.Id });
        builder.HasIndex(d => new { d.PostId, d.Id });
    }
}

internal static class DecisionQueries
{
    public static DbSet<Decision> Decisions(this BlogDb db) => db.Set<Decision>();

    public static async Task<long> NextBatchAsync(this BlogDb db, CancellationToken cancel) => (await db.Decisions().MaxAsync(d => (long?)d.Batch, cancel) ?? 0) + 1;
}
