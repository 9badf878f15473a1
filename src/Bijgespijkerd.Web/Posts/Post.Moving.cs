using Bijgespijkerd.Web.Authors;

namespace Bijgespijkerd.Web.Posts;

public sealed partial class Post
{
    /// <summary>A post that stood on another site of this program: as it stood there, but for its text and its comments, which are told it after this.</summary>
    public static Post Moved(long id, MovedPost told, Author author)
    {
        var post = Draft(id, told.Kind, told.Title, told.Slug, author, told.CreatedAt);
        (post.State, post.PublishedAt, post.UpdatedAt) = (told.State, told.PublishedAt, told.UpdatedAt);
        post.WasPublic = told.WasPublic || told.State == PostState.Published;
        post.CommentsOpen = told.CommentsOpen;
        post.LastNumber = told.LastNumber;
        (post.Source, post.SourceId) = (told.Source, told.SourceId);
        return post;
    }
}

/// <summary>What another site decided about a post.</summary>
/// <param name="PublishedAt">Never null for what is published or planned.</param>
/// <param name="LastNumber">The highest number that a comment of it ever had.</param>
public sealed record MovedPost(
    PostKind Kind, string Title, string Slug, PostState State, DateTimeOffset CreatedAt, DateTimeOffset? PublishedAt, DateTimeOffset UpdatedAt,
    bool WasPublic, bool CommentsOpen, int LastNumber, string? Source, long? SourceId);
