namespace Bijgespijkerd.Web.Site.Carrying;

/// <summary>Of who writes.</summary>
public sealed record CarriedAuthor
{
    public string Bio { get; init; } = "";
    public string? Picture { get; init; }
    public IReadOnlyList<CarriedLink>? Links { get; init; }

    /// <summary>Slugs that were theirs, which lead to them.</summary>
    public IReadOnlyList<string>? Former { get; init; }

    /// <summary>Addresses of a site that moved in before.</summary>
    public IReadOnlyList<string>? Old { get; init; }
}

public sealed record CarriedLink
{
    public string Label { get; init; } = "";
    public string Address { get; init; } = "";
}

/// <summary>Of a category or tag.</summary>
public sealed record CarriedTopic
{
    public IReadOnlyList<CarriedFormerTopic>? Former { get; init; }

    /// <summary>Addresses of a site that moved in before.</summary>
    public IReadOnlyList<string>? Old { get; init; }
}

public sealed record CarriedFormerTopic
{
    public string Slug { get; init; } = "";
    public DateTimeOffset Since { get; init; }
}
