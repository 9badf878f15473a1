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

    public void Close(DateTimeOffset now) => ClosedAt = now;

    public void Reopen() => ClosedAt = null;
}
