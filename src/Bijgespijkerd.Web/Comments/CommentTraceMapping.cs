using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bijgespijkerd.Web.Comments;

internal sealed class CommentVersionMapping : IEntityTypeConfiguration<CommentVersion>
{
    public void Configure(EntityTypeBuilder<CommentVersion> builder)
    {
        builder.Limit(nameof(CommentVersion.Markdown), Limits.Comment);
        builder.Limit(nameof(CommentVersion.Who), Limits.Name);
        builder.HasIndex(v => v.CommentId);
        builder.HasOne<Comment>().WithMany().HasForeignKey(v => v.CommentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Accounts.Account>().WithMany().HasForeignKey(v => v.AccountId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class CommentReportMapping : IEntityTypeConfiguration<CommentReport>
{
    public void Configure(EntityTypeBuilder<CommentReport> builder)
    {
        builder.Limit(nameof(CommentReport.Words), Limits.Summary);
        builder.HasIndex(r => new { r.CommentId, r.SenderHash }).IsUnique();
        builder.HasOne<Comment>().WithMany().HasForeignKey(r => r.CommentId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CommentTallyMapping : IEntityTypeConfiguration<CommentTally>
{
    public void Configure(EntityTypeBuilder<CommentTally> builder)
    {
        builder.HasKey(t => t.What);
        builder.Property(t => t.What).ValueGeneratedNever();
    }
}
