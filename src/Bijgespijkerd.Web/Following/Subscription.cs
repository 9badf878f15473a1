using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bijgespijkerd.Web.Following;

/// <summary>Somebody wants letters about answers to a comment, or about everything under a post. It counts once a link that was mailed to them was used.</summary>
public sealed class Subscription
{
    /// <summary>Which words stood beside the box (row P4); one higher when they change in what they promise.</summary>
    public const int CurrentConsent = 1;

    private Subscription() { }

    public long Id { get; private set; }
    public string Email { get; private set; } = "";
    public string EmailKey { get; private set; } = "";
    public long PostId { get; private set; }
    public Post? Post { get; private set; }

    /// <summary>Their own comment; null for who follows without one.</summary>
    public long? CommentId { get; private set; }
    public Comment? Comment { get; private set; }

    /// <summary>Everything under the post, not only answers.</summary>
    public bool IsWhole { get; private set; }
    public byte[] KeyHash { get; private set; } = [];

    /// <summary>The same key for the letters to come, under the keys of this installation: the database alone opens nothing.</summary>
    public byte[] SealedKey { get; private set; } = [];
    public int Consent { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }

    public static Subscription Of(string email, long postId, Comment? comment, bool isWhole) => new()
    {
        Email = email,
        EmailKey = EmailAddress.Key(email),
        PostId = postId,
        Comment = comment,
        CommentId = comment?.Id,
        IsWhole = isWhole,
    };

    /// <summary>Asked, or asked again: whatever was mailed before opens nothing any more.</summary>
    public void Ask(string key, byte[] sealedKey, bool isWhole, DateTimeOffset now) =>
        (KeyHash, SealedKey, IsWhole, Consent, AskedAt) = (HashOf(key), sealedKey, isWhole, CurrentConsent, now);

    public void Confirm(DateTimeOffset now) => ConfirmedAt ??= now;

    public static string NewKey() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}

internal sealed class SubscriptionMapping : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.ToTable("Subscriptions");
        builder.Limit(nameof(Subscription.Email), Limits.Email, notEmpty: true);
        builder.Limit(nameof(Subscription.EmailKey), Limits.Email, notEmpty: true);
        builder.HasIndex(s => s.KeyHash).IsUnique();
        builder.HasIndex(s => s.EmailKey);
        builder.HasIndex(s => new { s.PostId, s.EmailKey });
        builder.HasIndex(s => s.CommentId).HasFilter("\"CommentId\" IS NOT NULL");
        builder.HasOne(s => s.Post).WithMany().HasForeignKey(s => s.PostId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(s => s.Comment).WithMany().HasForeignKey(s => s.CommentId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class SubscriptionSet
{
    public static DbSet<Subscription> Subscriptions(this BlogDb db) => db.Set<Subscription>();
}
