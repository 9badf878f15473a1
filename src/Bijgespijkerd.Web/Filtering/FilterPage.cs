using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Panel;

namespace Bijgespijkerd.Web.Filtering;

/// <summary>An example the filter learnt from.</summary>
public sealed record ShownExample(long CommentId, string Name, string Text, bool IsSpam, DateTimeOffset LearntAt);

/// <summary>What the local filter knows, and what it thinks of a text that somebody tries.</summary>
public sealed record FilterPage(PanelHead Head, int Spam, int Good, IReadOnlyList<ShownExample> Newest) : IPanelPage
{
    public const string Path = "/beheer/reacties/filter";

    public string Typed { get; init; } = "";

    /// <summary>Null when nothing was tried.</summary>
    public SpamOpinion? Opinion { get; init; }
    public string? Error { get; init; }
}
