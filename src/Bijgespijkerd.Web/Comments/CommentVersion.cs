namespace Bijgespijkerd.Web.Comments;

/// <summary>A text that a comment had before somebody changed it.</summary>
public sealed class CommentVersion
{
    private CommentVersion() { }

    public long Id { get; private set; }
    public long CommentId { get; private set; }
    public string Markdown { get; private set; } = "";

    /// <summary>When another text took its place.</summary>
    public DateTimeOffset ReplacedAt { get; private set; }

    /// <summary>Whose account changed it; null for who wrote the comment.</summary>
    public long? AccountId { get; private set; }

    /// <summary>The name of that account at that moment; empty for who wrote the comment.</summary>
    public string Who { get; private set; } = "";

    /// <summary>Keeps what a comment says now, before it is changed.</summary>
    public static CommentVersion Former(Comment comment, long? accountId, string who, DateTimeOffset now) =>
        new() { CommentId = comment.Id, Markdown = comment.Markdown, AccountId = accountId, Who = who, ReplacedAt = now };
}
