using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bijgespijkerd.Web.Posts;

internal sealed class PostMapping : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Limit(nameof(Post.Title), Limits.Title, notEmpty: true);
        builder.Limit(nameof(Post.Slug), Limits.Slug, notEmpty: true);
        builder.Limit(nameof(Post.Summary), Limits.Summary);
        builder.Limit(nameof(Post.Teaser), Limits.Summary);
        builder.Limit(nameof(Post.Markdown), Limits.Article);
        builder.Limit(nameof(Post.CoverPath), Limits.Address);
        builder.Limit(nameof(Post.CoverAlt), Limits.Summary);
        builder.Limit(nameof(Post.CoverCaption), Limits.Summary);
        builder.Limit(nameof(Post.Source), Limits.Address);
        builder.HasIndex(p => new { p.Kind, p.Slug }).IsUnique();
        builder.HasIndex(p => new { p.Kind, p.State, p.PublishedAt, p.Id });
        builder.HasIndex(p => new { p.AuthorId, p.Kind, p.State, p.PublishedAt });
        builder.HasIndex(p => new { p.Source, p.SourceId }).IsUnique();
        builder.HasOne(p => p.Author).WithMany().HasForeignKey(p => p.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Categories).WithOne(c => c.Post).HasForeignKey(c => c.PostId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(p => p.Tags).WithOne(t => t.Post).HasForeignKey(t => t.PostId).OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(p => p.Path).Ignore(p => p.ReactionCount).Ignore(p => p.IsPublished);
        builder.ToTable(table =>
        {
            table.HasCheckConstraint("CK_Post_Published", "\"State\" <> 2 OR \"PublishedAt\" IS NOT NULL");
            table.HasCheckConstraint("CK_Post_Counts", "\"CommentCount\" >= 0 AND \"MentionCount\" >= 0");
        });
    }
}

internal sealed class FormerSlugMapping : IEntityTypeConfiguration<FormerSlug>
{
    public void Configure(EntityTypeBuilder<FormerSlug> builder)
    {
        builder.HasKey(f => new { f.Kind, f.Slug });
        builder.Limit(nameof(FormerSlug.Slug), Limits.Slug, notEmpty: true);
        builder.HasOne(f => f.Post).WithMany().HasForeignKey(f => f.PostId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class CategoryMapping : IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<Category> builder)
    {
        builder.Limit(nameof(Category.Name), Limits.Name, notEmpty: true);
        builder.Limit(nameof(Category.Slug), Limits.Slug, notEmpty: true);
        builder.Limit(nameof(Category.Description), Limits.Description);
        builder.HasIndex(c => c.Slug).IsUnique();
        builder.Property(c => c.ArticleCount).HasDefaultValue(0).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        builder.HasOne(c => c.Parent).WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class TagMapping : IEntityTypeConfiguration<Tag>
{
    public void Configure(EntityTypeBuilder<Tag> builder)
    {
        builder.Limit(nameof(Tag.Name), Limits.Name, notEmpty: true);
        builder.Limit(nameof(Tag.Slug), Limits.Slug, notEmpty: true);
        builder.HasIndex(t => t.Slug).IsUnique();
    }
}

internal sealed class PostCategoryMapping : IEntityTypeConfiguration<PostCategory>
{
    public void Configure(EntityTypeBuilder<PostCategory> builder)
    {
        builder.HasKey(c => new { c.PostId, c.CategoryId });
        builder.HasIndex(c => new { c.PostId, c.Position });
        builder.HasOne(c => c.Category).WithMany().HasForeignKey(c => c.CategoryId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PostTagMapping : IEntityTypeConfiguration<PostTag>
{
    public void Configure(EntityTypeBuilder<PostTag> builder)
    {
        builder.HasKey(t => new { t.PostId, t.TagId });
        builder.HasOne(t => t.Tag).WithMany().HasForeignKey(t => t.TagId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ListedPostMapping : IEntityTypeConfiguration<ListedPost>
{
    public void Configure(EntityTypeBuilder<ListedPost> builder)
    {
        builder.HasKey(l => new { l.Kind, l.TopicId, l.PublishedAt, l.PostId });
        builder.HasOne<Post>().WithMany().HasForeignKey(l => l.PostId).OnDelete(DeleteBehavior.Cascade);
        builder.ToTable("ListedPosts");
    }
}

internal sealed class BlockMapping : IEntityTypeConfiguration<Block>
{
    public void Configure(EntityTypeBuilder<Block> builder)
    {
        builder.Limit(nameof(Block.Name), Limits.Slug, notEmpty: true);
        builder.Limit(nameof(Block.Title), Limits.Title);
        builder.Limit(nameof(Block.Markdown), Limits.Comment);
        builder.HasIndex(b => b.Name).IsUnique();
        builder.HasOne(b => b.Category).WithMany().HasForeignKey(b => b.CategoryId).OnDelete(DeleteBehavior.SetNull);
    }
}
