namespace Bijgespijkerd.Web.Posts;

/// <summary>An address that a post once had. Without a post it was deleted for good: 410.</summary>
public sealed class FormerSlug
{
    private FormerSlug() { }

    public PostKind Kind { get; private set; }
    public string Slug { get; private set; } = "";
    public long? PostId { get; private set; }
    public Post? Post { get; private set; }

    public static FormerSlug Of(Post post, string slug) => new() { Kind = post.Kind, Slug = slug, PostId = post.Id, Post = post };

    public static FormerSlug OfDeleted(PostKind kind, string slug) => new() { Kind = kind, Slug = slug };
}
