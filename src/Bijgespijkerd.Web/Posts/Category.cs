namespace Bijgespijkerd.Web.Posts;

public sealed class Category
{
    private Category() { }

    public long Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public string Description { get; private set; } = "";
    public long? ParentId { get; private set; }
    public Category? Parent { get; private set; }

    /// <summary>Public articles in it or in a category below it, each counted once. The database keeps it (see <see cref="ListedPost"/>).</summary>
    public int ArticleCount { get; private set; }

    public static Category Named(string name, string slug, string description = "", Category? parent = null) =>
        new() { Name = name, Slug = slug, Description = description, Parent = parent, ParentId = parent?.Id };

    public void Rename(string name, string description) => (Name, Description) = (name, description);

    /// <summary>Gives it a new address and returns the old one, to be kept for ever.</summary>
    public FormerTopic MoveTo(string slug, DateTimeOffset now)
    {
        var former = FormerTopic.Of(this, Slug, now);
        Slug = slug;
        return former;
    }

    public void StandByItself() => (Parent, ParentId) = (null, null);

    /// <summary>A category that would become its own ancestor stays where it is.</summary>
    public bool PutUnder(Category parent)
    {
        for (var above = parent; above is not null; above = above.Parent)
        {
            if (ReferenceEquals(above, this))
            {
                return false;
            }
        }

        (Parent, ParentId) = (parent, parent.Id);
        return true;
    }
}

public sealed class Tag
{
    private Tag() { }

    public long Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";

    public static Tag Named(string name, string slug) => new() { Name = name, Slug = slug };

    public void Rename(string name) => Name = name;

    /// <summary>Gives it a new address and returns the old one, to be kept for ever.</summary>
    public FormerTopic MoveTo(string slug, DateTimeOffset now)
    {
        var former = FormerTopic.Of(this, Slug, now);
        Slug = slug;
        return former;
    }
}

public sealed class PostCategory
{
    private PostCategory() { }

    internal PostCategory(Post post, Category category, int position) =>
        (Post, PostId, Category, CategoryId, Position) = (post, post.Id, category, category.Id, position);

    public long PostId { get; private set; }
    public Post? Post { get; private set; }
    public long CategoryId { get; private set; }
    public Category? Category { get; private set; }
    public int Position { get; private set; }

    internal void MoveTo(int position) => Position = position;

    /// <summary>The same post at the same place, under another category.</summary>
    internal PostCategory Under(Category category) => new() { PostId = PostId, Category = category, CategoryId = category.Id, Position = Position };
}

public sealed class PostTag
{
    private PostTag() { }

    internal PostTag(Post post, Tag tag) => (Post, PostId, Tag, TagId) = (post, post.Id, tag, tag.Id);

    public long PostId { get; private set; }
    public Post? Post { get; private set; }
    public long TagId { get; private set; }
    public Tag? Tag { get; private set; }

    /// <summary>The same post with another tag.</summary>
    internal PostTag With(Tag tag) => new() { PostId = PostId, Tag = tag, TagId = tag.Id };
}
