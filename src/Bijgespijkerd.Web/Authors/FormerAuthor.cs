using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bijgespijkerd.Web.Authors;

/// <summary>An address that an author once had. Without an author it was deleted: 410.</summary>
public sealed class FormerAuthor
{
    private FormerAuthor() { }

    public string Slug { get; private set; } = "";
    public long? AuthorId { get; private set; }
    public Author? Author { get; private set; }

    public static FormerAuthor Of(Author now, string slug) => new() { Slug = slug, Author = now, AuthorId = now.Id };

    public static FormerAuthor OfDeleted(string slug) => new() { Slug = slug };

    public void LeadTo(Author author) => (Author, AuthorId) = (author, author.Id);
}

internal sealed class FormerAuthorMapping : IEntityTypeConfiguration<FormerAuthor>
{
    public void Configure(EntityTypeBuilder<FormerAuthor> builder)
    {
        builder.HasKey(f => f.Slug);
        builder.Limit(nameof(FormerAuthor.Slug), Limits.Slug, notEmpty: true);
        builder.HasOne(f => f.Author).WithMany().HasForeignKey(f => f.AuthorId).OnDelete(DeleteBehavior.SetNull);
    }
}
