namespace Bijgespijkerd.Web.Site.Carrying;

/// <summary>Of an article or page.</summary>
public sealed record CarriedPost
{
    /// <summary>The print of the HTML that its Markdown belongs to.</summary>
    public string Fits { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public bool WasPublic { get; init; }
    public int LastNumber { get; init; }
    public DateTimeOffset? LastCommentAt { get; init; }
    public CarriedCover? Cover { get; init; }
    public IReadOnlyList<CarriedOldPost>? Old { get; init; }
}

public sealed record CarriedCover
{
    public string Path { get; init; } = "";
    public string Alt { get; init; } = "";
    public string Caption { get; init; } = "";
    public int Width { get; init; }
    public int Height { get; init; }
    public int FocusX { get; init; }
    public int FocusY { get; init; }
}

/// <summary>What a post was on a site that moved in before.</summary>
public sealed record CarriedOldPost
{
    public string Source { get; init; } = "";
    public long Id { get; init; }
    public string Path { get; init; } = "";
    public string Slug { get; init; } = "";
    public string Guid { get; init; } = "";
}

/// <summary>Of a picture: the addresses that lead to it.</summary>
public sealed record CarriedPicture
{
    public IReadOnlyList<string>? Old { get; init; }
}
