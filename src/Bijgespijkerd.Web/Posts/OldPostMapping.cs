using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bijgespijkerd.Web.Posts;

internal sealed class OldPostMapping : IEntityTypeConfiguration<OldPost>
{
    public void Configure(EntityTypeBuilder<OldPost> builder)
    {
        builder.ToTable("OldPosts");
        builder.HasKey(o => new { o.Source, o.OldId });
        builder.Limit(nameof(OldPost.Source), Limits.Address, notEmpty: true);
        builder.Limit(nameof(OldPost.Slug), Limits.Address);
        builder.Limit(nameof(OldPost.Path), Limits.Address);
        builder.Limit(nameof(OldPost.Guid), Limits.Address);
        builder.Limit(nameof(OldPost.File), Limits.Address);
        builder.HasIndex(o => o.OldId);
        builder.HasIndex(o => o.Slug);
        builder.HasIndex(o => o.Path);
        builder.HasOne(o => o.Post).WithMany().HasForeignKey(o => o.PostId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class OldAddressMapping : IEntityTypeConfiguration<OldAddress>
{
    public void Configure(EntityTypeBuilder<OldAddress> builder)
    {
        builder.ToTable("OldAddresses");
        builder.HasKey(o => o.Path);
        builder.Limit(nameof(OldAddress.Path), Limits.Address, notEmpty: true);
        builder.Limit(nameof(OldAddress.Target), Limits.Address, notEmpty: true);
    }
}

internal sealed class GoneCommentMapping : IEntityTypeConfiguration<GoneComment>
{
    public void Configure(EntityTypeBuilder<GoneComment> builder)
    {
        builder.ToTable("GoneComments");
        builder.HasKey(g => new { g.Source, g.OldId });
        builder.Limit(nameof(GoneComment.Source), Limits.Address, notEmpty: true);
    }
}
