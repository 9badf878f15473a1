using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bijgespijkerd.Web.Media;

internal sealed class PictureMapping : IEntityTypeConfiguration<Picture>
{
    private const int KeyLength = 32;
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<Picture> builder)
    {
        builder.ToTable("Pictures");
        builder.Limit(nameof(Picture.Key), KeyLength, notEmpty: true);
        builder.Limit(nameof(Picture.ContentHash), HashLength, notEmpty: true);
        builder.Limit(nameof(Picture.Name), Limits.Title, notEmpty: true);
        builder.Limit(nameof(Picture.Path), Limits.Address, notEmpty: true);
        builder.Limit(nameof(Picture.AlternativeText), Limits.Summary);
        builder.Limit(nameof(Picture.Caption), Limits.Summary);
        builder.HasIndex(p => p.Key).IsUnique();
        builder.HasIndex(p => p.ContentHash).IsUnique();
        builder.HasIndex(p => new { p.UploadedAt, p.Id });
        builder.HasMany(p => p.Files).WithOne().HasForeignKey(f => f.PictureId).OnDelete(DeleteBehavior.Cascade);
        builder.ToTable(table =>
        {
            table.HasCheckConstraint("CK_Picture_Size", "\"Width\" > 0 AND \"Height\" > 0 AND \"Bytes\" > 0");
            table.HasCheckConstraint("CK_Picture_Focus", "\"FocusX\" BETWEEN 0 AND 100 AND \"FocusY\" BETWEEN 0 AND 100");
        });
    }
}

internal sealed class PictureFileMapping : IEntityTypeConfiguration<PictureFile>
{
    private const int NameLength = 60;

    public void Configure(EntityTypeBuilder<PictureFile> builder)
    {
        builder.ToTable("PictureFiles");
        builder.HasKey(f => f.Name);
        builder.Limit(nameof(PictureFile.Name), NameLength, notEmpty: true);
    }
}
