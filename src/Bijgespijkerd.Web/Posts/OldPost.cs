namespace Bijgespijkerd.Web.Posts;

/// <summary>
/// What something was on the site that moved in here: its number, its addresses and how feed readers know it. It outlives the post, so
/// that what was deleted here does not come back by a second import, and what its address once was is answered for ever.
/// </summary>
public sealed class OldPost
{
    private OldPost() { }

    public string Source { get; private set; } = "";
    public long OldId { get; private set; }

    /// <summary>Null when it was deleted here, or was no post: a picture's own page.</summary>
    public long? PostId { get; private set; }
    public Post? Post { get; private set; }

    /// <summary>The old number of the post that a picture's page belongs to.</summary>
    public long? ParentId { get; private set; }

    /// <summary>As it stood there, which need not be as it stands here.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>Lower case, without the site's own folder and without a slash at the end.</summary>
    public string Path { get; private set; } = "";

    /// <summary>What feeds called it: an item under another name is a new one to every feed reader.</summary>
    public string? Guid { get; private set; }

    /// <summary>Where the file of a picture's page is shown now.</summary>
    public string? File { get; private set; }

    /// <summary>An article or page, and no picture's page.</summary>
    public bool WasPost { get; private set; }
    public bool WasPublic { get; private set; }

    /// <param name="wasPublic">Readers of the old site saw it: when it is deleted here, its address says so.</param>
    public static OldPost Of(Post post, string path, string slug, string guid, bool wasPublic) => new()
    {
        Source = post.Source!,
        OldId = post.SourceId!.Value,
        PostId = post.Id,
        Post = post,
        Slug = slug,
        Path = path,
        Guid = guid.Length > 0 ? guid : null,
        WasPost = true,
        WasPublic = wasPublic,
    };

    public static OldPost OfPicture(string source, long oldId, long parentId, string path, string slug) =>
        new() { Source = source, OldId = oldId, ParentId = parentId > 0 ? parentId : null, Slug = slug, Path = path };

    public void ShowsAt(string file) => File = file;
}

/// <summary>An address of a site that moved in and the one that took its place; behind it pages and feeds follow.</summary>
public sealed class OldAddress
{
    private OldAddress() { }

    public string Path { get; private set; } = "";
    public string Target { get; private set; } = "";

    public static OldAddress Of(string path, string target) => new() { Path = path, Target = target };
}

/// <summary>A comment or mention that an import brought in and that is gone: kept by triggers, whoever deletes.</summary>
public sealed class GoneComment
{
    private GoneComment() { }

    public string Source { get; private set; } = "";
    public long OldId { get; private set; }
}
