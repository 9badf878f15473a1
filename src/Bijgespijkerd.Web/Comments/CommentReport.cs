using System.Security.Cryptography;
using Bijgespijkerd.Web.Platform.Data;

namespace Bijgespijkerd.Web.Comments;

/// <summary>Why a reader thinks that somebody should look at a comment.</summary>
public enum ReportReason
{
    Spam,
    Rude,
    Private,
    Untrue,
    Other,
}

/// <summary>A reader asks moderators to look at a published comment. It hides nothing by itself.</summary>
public sealed class CommentReport
{
    /// <summary>Bytes of what stands in the place of a sender that was forgotten: fewer than a hash has.</summary>
    public const int ForgottenLength = 16;

    private CommentReport() { }

    public long Id { get; private set; }
    public long CommentId { get; private set; }
    public ReportReason Reason { get; private set; }
    public string Words { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>Keyed hash of the sender's address with this comment: tells the same sender again, and nothing about other comments.</summary>
    public byte[] SenderHash { get; private set; } = [];

    /// <summary>When a moderator had looked at it.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public static CommentReport Of(Comment comment, ReportReason reason, string words, byte[] senderHash, DateTimeOffset now) =>
        new() { CommentId = comment.Id, Reason = reason, Words = words, SenderHash = senderHash, At = now };

    /// <summary>Something was taken out of the words.</summary>
    public void Reword(string left) => Words = left.Length > Limits.Summary ? left[..Limits.Summary] : left;

    /// <summary>Nothing tells any more who sent it; a random mark in its place tells it from others.</summary>
    public void ForgetSender() => SenderHash = RandomNumberGenerator.GetBytes(ForgottenLength);

    public void Close(DateTimeOffset now) => ClosedAt = now;

    public void Reopen() => ClosedAt = null;
}
