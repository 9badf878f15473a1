using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Editing.Listing;

/// <summary>The posts an account may edit, some at a time.</summary>
public sealed record ArticleListPage(
    PostKind Kind, ArticleFilter Filter, IReadOnlyList<StateTab> Tabs, IReadOnlyList<ArticleRow> Rows, int Total,
    IReadOnlyList<Label> Authors, IReadOnlyList<Label> Topics, PanelHead Head) : IPanelPage
{
    public const int PerPage = 20;

    /// <summary>What was just done, with the button that undoes it.</summary>
    public ListFlash? Flash { get; init; }

    public int First => ((Filter.Pagina - 1) * PerPage) + 1;

    public string? Newer => Filter.Pagina > 1 ? Filter.Address(Kind, Filter.Staat, Filter.Pagina - 1) : null;

    public string? Older => Filter.Pagina * PerPage < Total ? Filter.Address(Kind, Filter.Staat, Filter.Pagina + 1) : null;
}

public sealed record ListFlash(string Text, string Undo);

public sealed record StateTab(string Label, string? Status, int Count);

public sealed record ArticleRow(
    long Id, PostKind Kind, string Title, string Slug, PostState State, string Author, DateTimeOffset? PublishedAt, DateTimeOffset UpdatedAt, int Reactions, string? Category);
