using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bijgespijkerd.Web.Authors;

internal sealed class AuthorMapping : IEntityTypeConfiguration<Author>
{
    public void Configure(EntityTypeBuilder<Author> builder)
    {
        builder.Limit(nameof(Author.Name), Limits.Name, notEmpty: true);
        builder.Limit(nameof(Author.Slug), Limits.Slug, notEmpty: true);
        builder.Limit(nameof(Author.Bio), Limits.Bio);
        builder.Limit(nameof(Author.PicturePath), Limits.Address);
        builder.Limit(nameof(Author.Source), Limits.Address);
        builder.HasIndex(a => a.Slug).IsUnique();
        builder.HasIndex(a => new { a.Source, a.SourceId }).IsUnique();
        builder.HasMany(a => a.Links).WithOne().HasForeignKey(l => l.AuthorId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AuthorLinkMapping : IEntityTypeConfiguration<AuthorLink>
{
    public void Configure(EntityTypeBuilder<AuthorLink> builder)
    {
        builder.Limit(nameof(AuthorLink.Label), Limits.Name, notEmpty: true);
        builder.Limit(nameof(AuthorLink.Address), Limits.Address, notEmpty: true);
        builder.ToTable("AuthorLinks");
    }
}
