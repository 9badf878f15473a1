namespace Bijgespijkerd.Web.Posts;

/// <summary>
/// A public article under a category it stands in or below, or under a tag: the list pages of a topic in the order they show it, so
/// that page 500 costs what page 1 costs. Triggers of the database keep these rows and <see cref="Category.ArticleCount"/>; the
/// program only reads them.
/// </summary>
public sealed class ListedPost
{
    private ListedPost() { }

    public TopicKind Kind { get; private set; }
    public long TopicId { get; private set; }
    public DateTimeOffset PublishedAt { get; private set; }
    public long PostId { get; private set; }
}

public enum TopicKind
{
    Category = 0,
    Tag = 1,
}
