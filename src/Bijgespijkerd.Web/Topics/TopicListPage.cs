using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace Bijgespijkerd.Web.Topics;

/// <summary>Categories, or tags, some at a time.</summary>
public sealed record TopicListPage(TopicWords Words, string Query, int Number, IReadOnlyList<TopicRow> Rows, int Total) : IPanelPage
{
    public const int PerPage = 50;

    public PanelHead Head { get; } = new(Words.Title, Words.Word);

    public int Pages => Pager.PagesFor(Total, PerPage);

    public string PathAt(int page) => QueryHelpers.AddQueryString(Words.Path, new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["q"] = Query.Length > 0 ? Query : null,
        ["p"] = page > 1 ? page.ToString(SiteClock.Dutch) : null,
    }.Where(part => part.Value is not null));
}

public sealed record TopicRow
{
    public required long Id { get; init; }
    public required string Name { get; init; }
    public required string Slug { get; init; }
    public string? Parent { get; init; }

    /// <summary>In any state.</summary>
    public required int Articles { get; init; }
}

/// <summary>The form of one category or tag; without an id it is new.</summary>
public sealed record TopicPage(TopicWords Words, long? Id, string Name, TopicForm Typed, IReadOnlyList<TopicChoice> Parents, int Articles) : IPanelPage
{
    public PanelHead Head { get; } = new(Id is null ? Words.New : Name, Words.Word);

    public IReadOnlyDictionary<string, string> Errors { get; init; } = Accounts.FormErrors.None;

    public string Path => Id is { } id ? Words.PathOf(id) : Words.Path + "/nieuw";

    public string? Error(string field) => Errors.GetValueOrDefault(field);
}

public sealed record TopicChoice(long Id, string Name, int Articles);

/// <summary>What merging or deleting will do, and the button that does it.</summary>
public sealed record TopicEndPage(TopicWords Words, TopicRow Topic, IReadOnlyList<TopicChoice> Others, int Below, int Blocks, string? Fault) : IPanelPage
{
    public PanelHead Head { get; init; } = new(Topic.Name, Words.Word);
}
