using Bijgespijkerd.Web.Comments;

namespace Bijgespijkerd.Web.Site.Carrying;

/// <summary>Of a comment.</summary>
public sealed record CarriedComment
{
    /// <summary>The print of the HTML that its Markdown belongs to.</summary>
    public string Fits { get; init; } = "";
    public CommentState State { get; init; }
    public CommentRemover RemovedBy { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public DateTimeOffset? EditedAt { get; init; }
    public DateTimeOffset StateSince { get; init; }
    public int? Number { get; init; }
    public string? RejectedBecause { get; init; }
    public DateTimeOffset? AskedAgainAt { get; init; }
    public bool RepliesClosed { get; init; }

    /// <summary>Deleted for good, and kept as a mark because answers hang on it.</summary>
    public bool IsEmpty { get; init; }
}

/// <summary>Of a mention by another site.</summary>
public sealed record CarriedMention
{
    public MentionKind Kind { get; init; }
    public CommentState State { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
}
