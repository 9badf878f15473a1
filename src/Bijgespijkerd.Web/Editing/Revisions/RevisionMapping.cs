using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bijgespijkerd.Web.Editing.Revisions;

/// <summary>Wider than the columns of a post: a save is never refused for what can only not be published.</summary>
public static class RevisionLimits
{
    public const int Line = 2_000;
    public const int Note = 10_000;
    public const int Text = 1_000_000;
    public const int Session = 40;

    /// <summary>Of a form with a text as long as can be stored, every letter of it nine bytes as forms write it.</summary>
    public const int FormBytes = 10_000_000;
}

internal sealed class RevisionMapping : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.ToTable("Revisions");
        builder.Limit(nameof(Revision.ByName), Limits.Name);
        builder.Limit(nameof(Revision.Session), RevisionLimits.Session);
        builder.Limit(nameof(Revision.Title), RevisionLimits.Line);
        builder.Limit(nameof(Revision.Slug), RevisionLimits.Line);
        builder.Limit(nameof(Revision.Summary), RevisionLimits.Note);
        builder.Limit(nameof(Revision.Markdown), RevisionLimits.Text);
        builder.Limit(nameof(Revision.CoverPath), RevisionLimits.Line);
        builder.Limit(nameof(Revision.CoverAlt), RevisionLimits.Note);
        builder.Limit(nameof(Revision.CoverCaption), RevisionLimits.Note);
        builder.Limit(nameof(Revision.Categories), RevisionLimits.Note);
        builder.Limit(nameof(Revision.Tags), RevisionLimits.Note);
        builder.Ignore(r => r.Text);
        builder.HasIndex(r => new { r.PostId, r.Number }).IsUnique();
        builder.HasOne(r => r.Post).WithMany().HasForeignKey(r => r.PostId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal static class RevisionQueries
{
    public static DbSet<Revision> Revisions(this BlogDb db) => db.Set<Revision>();

    public static IQueryable<Revision> RevisionsOf(this BlogDb db, long post) => db.Revisions().Where(r => r.PostId == post);

    /// <summary>The working version; null for a post that was never edited here.</summary>
    public static Task<Revision?> NewestAsync(this BlogDb db, long post, CancellationToken cancel) =>
        db.RevisionsOf(post).Where(r => r.Kind != RevisionKind.Aside).OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancel);
}
