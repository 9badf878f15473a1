using Microsoft.AspNetCore.Html;

namespace Bijgespijkerd.Web.Platform.Web;

/// <summary>A model whose view has the site's layout.</summary>
public interface IPage
{
    PageHead Head { get; }
}

/// <summary>What the layout writes around a page.</summary>
public sealed record PageHead(string Title)
{
    public string Description { get; init; } = "";

    /// <summary>Path of the page's one true address; null for pages that should not be found.</summary>
    public string? Canonical { get; init; }
    public string Type { get; init; } = "website";
    public string? Picture { get; init; }
    public string? PictureAlt { get; init; }
    public DateTimeOffset? Published { get; init; }
    public string? Author { get; init; }

    /// <summary>The second style sheet: <c>lijst</c> or <c>bericht</c>.</summary>
    public string Sheet { get; init; } = "lijst";
    public string BodyClass { get; init; } = "";

    /// <summary>Which item of the main menu is the current one.</summary>
    public string Menu { get; init; } = "";
    public string? Previous { get; init; }
    public string? Next { get; init; }
    public IHtmlContent? JsonLd { get; init; }
    public bool HasScript { get; init; }

    /// <summary>Scripts of this page alone.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];
    public bool IsHidden { get; init; }

    /// <summary>Only somebody signed in gets this page; never one that is kept for all.</summary>
    public bool IsForSignedIn { get; init; }
}
