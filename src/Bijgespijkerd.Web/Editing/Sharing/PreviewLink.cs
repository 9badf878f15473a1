using System.Buffers.Text;
using System.Security.Cryptography;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bijgespijkerd.Web.Editing.Sharing;

/// <summary>Lets who has the link read the working version of one post, until it is taken back. Only the hash of its key is here.</summary>
public sealed class PreviewLink
{
    private const int KeyBytes = 16;

    private PreviewLink() { }

    public long Id { get; private set; }
    public long PostId { get; private set; }
    public byte[] KeyHash { get; private set; } = [];
    public string ByName { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }

    public static PreviewLink To(long post, byte[] keyHash, string byName, DateTimeOffset now) =>
        new() { PostId = post, KeyHash = keyHash, ByName = byName, CreatedAt = now };

    public static string NewKey() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>Null for what is no key at all.</summary>
    public static byte[]? HashOf(string key) =>
        Base64Url.IsValid(key, out var length) && length == KeyBytes ? SHA256.HashData(Base64Url.DecodeFromChars(key)) : null;
}

internal sealed class PreviewLinkMapping : IEntityTypeConfiguration<PreviewLink>
{
    public void Configure(EntityTypeBuilder<PreviewLink> builder)
    {
        builder.ToTable("PreviewLinks");
        builder.Limit(nameof(PreviewLink.ByName), Limits.Name);
        builder.HasIndex(l => l.KeyHash).IsUnique();
        builder.HasOne<Post>().WithMany().HasForeignKey(l => l.PostId).OnDelete(DeleteBehavior.Cascade);
    }
}
