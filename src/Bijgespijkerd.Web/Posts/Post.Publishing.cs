using System.Linq.Expressions;

namespace Bijgespijkerd.Web.Posts;

public sealed partial class Post
{
    public static Expression<Func<Post, bool>> IsPublic { get; } = p => p.State == PostState.Published;

    public bool IsPublished => State == PostState.Published;

    public string Path => PostAddress.Of(Kind, Slug);

    /// <summary>Readers know its address, also when it is planned again: a later one must lead on from it, and its end must be told.</summary>
    public bool WasPublic { get; private set; }

    public void Publish(DateTimeOffset at)
    {
        State = PostState.Published;
        PublishedAt ??= at;
        WasPublic = true;
    }

    /// <summary>Another moment for what is there already; it stands among the others by it.</summary>
    public void Redate(DateTimeOffset at) => PublishedAt = at;

    public void MakePrivate() => State = PostState.Private;

    public void MoveToTrash(DateTimeOffset now) => Leave(PostState.Trash, now);

    public void BackToDraft(DateTimeOffset now) => Leave(PostState.Draft, now);

    public void Schedule(DateTimeOffset at) => (State, PublishedAt) = (PostState.Scheduled, at);

    /// <summary>Its moments on the site it comes from; what its state asks for stays.</summary>
    public void Recall(DateTimeOffset createdAt, DateTimeOffset updatedAt, DateTimeOffset? publishedAt, bool wasPublic)
    {
        (CreatedAt, UpdatedAt) = (createdAt, updatedAt);
        PublishedAt = State is PostState.Published or PostState.Scheduled ? publishedAt ?? PublishedAt : publishedAt;
        WasPublic = wasPublic || State == PostState.Published;
    }

    /// <summary>A moment that was planned and did not come is no time of publication.</summary>
    private void Leave(PostState state, DateTimeOffset now) =>
        (PublishedAt, State, UpdatedAt) = (State == PostState.Scheduled ? null : PublishedAt, state, now);

    /// <summary>Gives the post a new address and returns the old one, to be kept for ever.</summary>
    public FormerSlug MoveTo(string slug)
    {
        RefuseAddress(Kind, slug);
        var former = FormerSlug.Of(this, Slug);
        Slug = slug;
        return former;
    }

    private static void RefuseAddress(PostKind kind, string slug)
    {
        if (!Text.Slug.IsValid(slug) || (kind == PostKind.Page && ReservedSlugs.Contains(slug)))
        {
            throw new ArgumentException($"'{slug}' cannot be an address", nameof(slug));
        }
    }
}
