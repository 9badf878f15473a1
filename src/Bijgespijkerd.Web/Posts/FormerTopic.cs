namespace Bijgespijkerd.Web.Posts;

/// <summary>
/// An address that a category or tag once had, or what a tag was once called: readers and older versions of articles are led to where
/// it went. Without a topic it was deleted: 410.
/// </summary>
public sealed class FormerTopic
{
    private FormerTopic() { }

    public TopicKind Kind { get; private set; }
    public string Slug { get; private set; } = "";
    public long? CategoryId { get; private set; }
    public Category? Category { get; private set; }
    public long? TagId { get; private set; }
    public Tag? Tag { get; private set; }

    /// <summary>What was written before this moment may still mean the topic by it.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>Readers could know it: of what never was public not even its end is told.</summary>
    public bool WasPublic { get; private set; } = true;

    public static FormerTopic Of(Category now, string slug, DateTimeOffset since) =>
        new() { Kind = TopicKind.Category, Slug = slug, Category = now, CategoryId = now.Id, Since = since };

    public static FormerTopic Of(Tag now, string slug, DateTimeOffset since) =>
        new() { Kind = TopicKind.Tag, Slug = slug, Tag = now, TagId = now.Id, Since = since };

    public static FormerTopic OfDeleted(TopicKind kind, string slug, bool wasPublic, DateTimeOffset since) =>
        new() { Kind = kind, Slug = slug, Since = since, WasPublic = wasPublic };

    public void Becomes(FormerTopic newer) =>
        (Category, CategoryId, Tag, TagId, WasPublic, Since) = (newer.Category, newer.CategoryId, newer.Tag, newer.TagId, newer.WasPublic, newer.Since);

    public void LeadTo(Category category) => (Category, CategoryId) = (category, category.Id);

    public void LeadTo(Tag tag) => (Tag, TagId) = (tag, tag.Id);
}
