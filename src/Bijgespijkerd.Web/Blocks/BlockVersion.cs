using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bijgespijkerd.Web.Blocks;

/// <summary>How a block stood after a save: what somebody else is compared with, and what undoing goes back to.</summary>
public sealed class BlockVersion
{
    private BlockVersion() { }

    public long Id { get; private set; }
    public long BlockId { get; private set; }
    public Block? Block { get; private set; }

    /// <summary>Upwards within a block.</summary>
    public int Number { get; private set; }
    public string Name { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Markdown { get; private set; } = "";

    /// <summary>No reference: the category may be gone when this comes back.</summary>
    public long? CategoryId { get; private set; }
    public DateTimeOffset At { get; private set; }
    public string ByName { get; private set; } = "";

    /// <param name="by">Empty: nobody knows, it was there before its first change.</param>
    public static BlockVersion Of(Block block, int number, string by, DateTimeOffset now) => new()
    {
        Block = block,
        BlockId = block.Id,
        Number = number,
        Name = block.Name,
        Title = block.Title,
        Markdown = block.Markdown,
        CategoryId = block.CategoryId,
        At = now,
        ByName = by,
    };
}

internal sealed class BlockVersionMapping : IEntityTypeConfiguration<BlockVersion>
{
    public void Configure(EntityTypeBuilder<BlockVersion> builder)
    {
        builder.ToTable("BlockVersions");
        builder.Limit(nameof(BlockVersion.Name), Limits.Slug, notEmpty: true);
        builder.Limit(nameof(BlockVersion.Title), Limits.Title);
        builder.Limit(nameof(BlockVersion.Markdown), Limits.Comment);
        builder.Limit(nameof(BlockVersion.ByName), Limits.Name);
        builder.HasIndex(v => new { v.BlockId, v.Number }).IsUnique();
        builder.HasOne(v => v.Block).WithMany().HasForeignKey(v => v.BlockId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal static class BlockVersions
{
    public static IQueryable<BlockVersion> VersionsOf(this BlogDb db, long block) => db.Set<BlockVersion>().Where(v => v.BlockId == block);

    /// <summary>Null for a block that was never changed here.</summary>
    public static Task<BlockVersion?> NewestAsync(this BlogDb db, long block, CancellationToken cancel) =>
        db.VersionsOf(block).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancel);
}
