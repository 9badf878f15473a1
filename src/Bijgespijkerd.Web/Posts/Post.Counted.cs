using System.Linq.Expressions;

namespace Bijgespijkerd.Web.Posts;

public sealed partial class Post
{
    /// <summary>
    /// A post without its texts, which can be half a megabyte: enough to take a comment, to count it, and to tell which pages show it.
    /// Once attached, only what changes is saved.
    /// </summary>
    public static Expression<Func<Post, PostCounts>> Counts { get; } = p => new PostCounts(
        p.Id, p.Kind, p.Title, p.Slug, p.AuthorId, p.State, p.CreatedAt, p.PublishedAt, p.UpdatedAt,
        p.CommentsOpen, p.CommentCount, p.MentionCount, p.LastNumber, p.LastCommentAt);

    internal static Post Of(PostCounts counts) => new()
    {
        Id = counts.Id,
        Kind = counts.Kind,
        Title = counts.Title,
        Slug = counts.Slug,
        AuthorId = counts.AuthorId,
        State = counts.State,
        CreatedAt = counts.CreatedAt,
        PublishedAt = counts.PublishedAt,
        UpdatedAt = counts.UpdatedAt,
        CommentsOpen = counts.CommentsOpen,
        CommentCount = counts.CommentCount,
        MentionCount = counts.MentionCount,
        LastNumber = counts.LastNumber,
        LastCommentAt = counts.LastCommentAt,
    };
}

public sealed record PostCounts(
    long Id, PostKind Kind, string Title, string Slug, long AuthorId, PostState State, DateTimeOffset CreatedAt, DateTimeOffset? PublishedAt, DateTimeOffset UpdatedAt,
    bool CommentsOpen, int CommentCount, int MentionCount, int LastNumber, DateTimeOffset? LastCommentAt);
