using System.Linq.Expressions;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Moderation.Queue;

/// <summary>A comment as the database has it, for a moderator.</summary>
public sealed record QueueRow(
    long Id, long PostId, long? ParentId, string Path, int? Number, string Name, string NameKey, string? Email, string? EmailKey, string? Website, long? AccountId, string? Via,
    SafeHtml Html, string Markdown, CommentState State, CommentRemover RemovedBy, DateTimeOffset CreatedAt, DateTimeOffset StateSince, DateTimeOffset? EditedAt,
    int? FillMilliseconds, double? SpamProbability, string? RejectedBecause, DateTimeOffset? AskedAgainAt, int OpenReports, bool RepliesClosed, string PostTitle, PostKind PostKind, string PostSlug, bool PostOpen)
{
    public static Expression<Func<Comment, QueueRow>> From { get; } = c => new QueueRow(
        c.Id, c.PostId, c.ParentId, c.Path, c.Number, c.Name, c.NameKey, c.Email, c.EmailKey, c.Website, c.AccountId, c.Via,
        c.Html, c.Markdown, c.State, c.RemovedBy, c.CreatedAt, c.StateSince, c.EditedAt,
        c.FillMilliseconds, c.SpamProbability, c.RejectedBecause, c.AskedAgainAt, c.OpenReports, c.RepliesClosed, c.Post!.Title, c.Post.Kind, c.Post.Slug, c.Post.CommentsOpen);

    public string PostPath => PostAddress.Of(PostKind, PostSlug);

    public long Thread => ThreadPath.RootId(Path);
}

/// <summary>A comment near another in its thread.</summary>
/// <param name="Of">The comment of the queue that it stands near to.</param>
public sealed record NearComment(long Of, long Id, long? ParentId, int? Number, string Name, string Path, CommentState State, string Text);

/// <summary>What else a writer wrote.</summary>
/// <param name="Streak">Their latest comments, oldest first.</param>
public sealed record WriterHistory(int Published, int Spam, int Others, DateTimeOffset? Since, IReadOnlyList<CommentState> Streak)
{
    public static WriterHistory None { get; } = new(0, 0, 0, null, []);

    public int All => Published + Spam + Others;
}

/// <summary>One comment of the queue with all that helps to judge it.</summary>
public sealed record QueueItem(
    QueueRow Row, IReadOnlyList<CommentReason> Reasons, IReadOnlyList<NearComment> Near, WriterHistory History, IReadOnlyList<CommentReport> Reports,
    IReadOnlyList<CommentVersion> Versions, bool IsThreadClosed)
{
    /// <summary>What the local filter thinks of it now, and what weighed most.</summary>
    public double Thinks { get; init; }
    public IReadOnlyList<FeatureWeight> Weights { get; init; } = [];

    public NearComment? Parent => Near.FirstOrDefault(n => n.Id == Row.ParentId);

    /// <summary>The words that a rule found in it.</summary>
    public IReadOnlyList<string> Marked => [.. Reasons.Where(r => r.Code is "watched" or "blocked").SelectMany(r => r.Detail.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.OrdinalIgnoreCase)];

    public bool MayApprove => Row.State != CommentState.Published && Row.RemovedBy != CommentRemover.Writer;
}
