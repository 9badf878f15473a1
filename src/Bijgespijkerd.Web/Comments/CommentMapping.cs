using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bijgespijkerd.Web.Comments;

internal sealed class CommentMapping : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Limit(nameof(Comment.Name), Limits.Name);
        builder.Limit(nameof(Comment.NameKey), Limits.Name * 2);
        builder.Limit(nameof(Comment.Email), Limits.Email);
        builder.Limit(nameof(Comment.EmailKey), Limits.Email);
        builder.Limit(nameof(Comment.Website), Limits.Address);
        builder.Limit(nameof(Comment.Markdown), Limits.Comment);
        builder.Limit(nameof(Comment.Path), ThreadPath.MaxLength, notEmpty: true);
        builder.Limit(nameof(Comment.Source), Limits.Address);
        builder.Limit(nameof(Comment.Via), Limits.Name);
        builder.Limit(nameof(Comment.Picture), Limits.Address);
        builder.Limit(nameof(Comment.SenderAddress), Limits.SenderAddress);
        builder.Limit(nameof(Comment.RejectedBecause), Limits.Summary);
        builder.Ignore(c => c.MayAskAgain).Ignore(c => c.WasEverPublished).Ignore(c => c.StateForWriter).Ignore(c => c.StateWithdrawn);

        // Each index costs each comment that is written, so those for values that many comments lack leave these out. A page of a
        // thread in reading order; the visitor's own; earlier comments of a name; known commenters; double posts; imports; the newest
        // and retention, of the site and of a post; numbers; answers; an author's answers; an account's; renderings of an older version; what is to be told; where they were sent from.
        builder.HasIndex(c => new { c.PostId, c.Path }).HasFilter("\"IsShown\"");
        builder.HasIndex(c => new { c.VisitorHash, c.PostId }).HasFilter("\"VisitorHash\" IS NOT NULL");
        builder.HasIndex(c => new { c.PostId, c.NameKey, c.Id });
        builder.HasIndex(c => new { c.EmailKey, c.NameKey, c.State, c.StateSince }).HasFilter("\"EmailKey\" IS NOT NULL");
        builder.HasIndex(c => new { c.PostId, c.Fingerprint }).IsUnique().HasFilter("\"Fingerprint\" IS NOT NULL");
        builder.HasIndex(c => new { c.Source, c.SourceId }).IsUnique().HasFilter("\"Source\" IS NOT NULL");
        builder.HasIndex(c => new { c.State, c.StateSince });
        builder.HasIndex(c => new { c.PostId, c.State, c.StateSince });
        builder.HasIndex(c => new { c.PostId, c.Number }).IsUnique().HasFilter("\"Number\" IS NOT NULL");
        builder.HasIndex(c => new { c.PostId, c.ParentId }).HasFilter("\"ParentId\" IS NOT NULL");
        builder.HasIndex(c => new { c.AuthorId, c.State, c.PostId }).HasFilter("\"AuthorId\" IS NOT NULL");
        builder.HasIndex(c => new { c.AccountId, c.State }).HasFilter("\"AccountId\" IS NOT NULL");
        builder.HasIndex(c => c.Picture).HasFilter("\"Picture\" IS NOT NULL");
        builder.HasIndex(c => c.RendererVersion);
        builder.HasIndex(c => c.StateSince).HasFilter("\"IsNews\"");
        builder.HasIndex(c => new { c.SenderAddress, c.CreatedAt }).HasFilter("\"SenderAddress\" IS NOT NULL");
        builder.HasIndex(c => c.StateSince, "IX_Comments_Reported").HasFilter("\"OpenReports\" > 0");

        // A parent on the same post: the key pair makes the database hold it too.
        builder.HasAlternateKey(c => new { c.PostId, c.Id });
        builder.HasOne(c => c.Parent).WithMany().HasForeignKey(c => new { c.PostId, c.ParentId })
            .HasPrincipalKey(c => new { c.PostId, c.Id }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.Post).WithMany().HasForeignKey(c => c.PostId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Accounts.Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne(c => c.Author).WithMany().HasForeignKey(c => c.AuthorId).OnDelete(DeleteBehavior.SetNull);
        builder.HasMany(c => c.Reasons).WithOne().HasForeignKey(r => r.CommentId).OnDelete(DeleteBehavior.Cascade);
        builder.ToTable(table =>
        {
            table.HasCheckConstraint("CK_Comment_Depth", "\"Depth\" >= 1 AND (\"Depth\" = 1) = (\"ParentId\" IS NULL)");
            table.HasCheckConstraint("CK_Comment_Shown", "\"IsShown\" = (\"State\" = 1 OR \"VisibleReplies\" > 0)");
            table.HasCheckConstraint("CK_Comment_Number", "\"State\" <> 1 OR \"Number\" IS NOT NULL");
            table.HasCheckConstraint("CK_Comment_Replies", "\"VisibleReplies\" >= 0");
        });
    }
}

internal sealed class CommentReasonMapping : IEntityTypeConfiguration<CommentReason>
{
    public void Configure(EntityTypeBuilder<CommentReason> builder)
    {
        builder.Limit(nameof(CommentReason.Code), 40, notEmpty: true);
        builder.Limit(nameof(CommentReason.Detail), Limits.Reason);
    }
}

internal sealed class MentionMapping : IEntityTypeConfiguration<Mention>
{
    public void Configure(EntityTypeBuilder<Mention> builder)
    {
        builder.Limit(nameof(Mention.SiteName), Limits.Title);
        builder.Limit(nameof(Mention.Address), Limits.Address, notEmpty: true);
        builder.Limit(nameof(Mention.Excerpt), Limits.Summary);
        builder.Limit(nameof(Mention.Source), Limits.Address);
        builder.HasIndex(m => new { m.PostId, m.State, m.ReceivedAt });
        builder.HasIndex(m => new { m.Source, m.SourceId }).IsUnique();
        builder.HasOne(m => m.Post).WithMany().HasForeignKey(m => m.PostId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ThreadPageMapping : IEntityTypeConfiguration<ThreadPage>
{
    public void Configure(EntityTypeBuilder<ThreadPage> builder)
    {
        builder.HasKey(p => new { p.PostId, p.FirstPath });
        builder.Limit(nameof(ThreadPage.FirstPath), ThreadPath.MaxLength);
        builder.HasOne<Post>().WithMany().HasForeignKey(p => p.PostId).OnDelete(DeleteBehavior.Cascade);
    }
}
