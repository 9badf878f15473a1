namespace Bijgespijkerd.Web.Panel;

/// <summary>A model whose view has the panel's layout.</summary>
public interface IPanelPage
{
    PanelHead Head { get; }
}

/// <param name="Menu">Which item of the menu is the current one.</param>
public sealed record PanelHead(string Title, string Menu)
{
    public string BodyClass { get; init; } = "";

    /// <summary>Scripts of this page, beside the panel's own.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];

    /// <summary>The article's own style sheet, for pages that show one.</summary>
    public bool ShowsArticle { get; init; }
}
