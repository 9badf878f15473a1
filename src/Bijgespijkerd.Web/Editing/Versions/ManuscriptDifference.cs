using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Editing.Revisions;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Editing.Versions;

/// <summary>A field that differs between two versions, word by word.</summary>
public sealed record FieldDifference(string Label, IReadOnlyList<DifferenceRun> Runs)
{
    /// <summary>Only what differs, the text last.</summary>
    public static IReadOnlyList<FieldDifference> Between(Manuscript before, Manuscript after, SiteClock clock) =>
    [
        .. Fields(before, clock).Zip(Fields(after, clock)).Where(pair => pair.First.Value != pair.Second.Value)
            .Select(pair => new FieldDifference(pair.First.Label, Difference.Between(pair.First.Value, pair.Second.Value))),
    ];

    private static IEnumerable<(string Label, string Value)> Fields(Manuscript text, SiteClock clock) =>
    [
        (EditingTexts.Title, text.Title),
        (EditingTexts.Address, text.Slug),
        (EditingTexts.Summary, text.Summary),
        (EditingTexts.Cover, text.CoverPath),
        (EditingTexts.CoverAlt, text.CoverAlt),
        (EditingTexts.CoverCaption, text.CoverCaption),
        (EditingTexts.CoverIsDecoration, Say(text.CoverIsDecoration)),
        (EditingTexts.Topic, text.Categories),
        (EditingTexts.Tags, text.Tags),
        (EditingTexts.CommentsOpen, Say(text.CommentsOpen)),
        (EditingTexts.When, text.PublishAt is { } at ? clock.DateAndTime(at) : ""),
        (EditingTexts.Text, text.Markdown),
    ];

    private static string Say(bool value) => value ? EditingTexts.Yes : EditingTexts.No;
}
