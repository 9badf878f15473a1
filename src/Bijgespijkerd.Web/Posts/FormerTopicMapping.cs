using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bijgespijkerd.Web.Posts;

internal sealed class FormerTopicMapping : IEntityTypeConfiguration<FormerTopic>
{
    public void Configure(EntityTypeBuilder<FormerTopic> builder)
    {
        builder.HasKey(f => new { f.Kind, f.Slug });
        builder.Limit(nameof(FormerTopic.Slug), Limits.Slug, notEmpty: true);
        builder.HasOne(f => f.Category).WithMany().HasForeignKey(f => f.CategoryId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne(f => f.Tag).WithMany().HasForeignKey(f => f.TagId).OnDelete(DeleteBehavior.SetNull);
    }
}
