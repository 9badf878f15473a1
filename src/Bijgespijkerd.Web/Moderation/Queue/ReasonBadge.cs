using System.Globalization;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Site;

namespace Bijgespijkerd.Web.Moderation.Queue;

/// <summary>Why a comment is where it is, in a few words.</summary>
public sealed record ReasonBadge(string Text, bool IsGrave)
{
    private const int WorthTelling = 50;

    /// <summary>The codes of the checks with their names, to filter by.</summary>
    public static IReadOnlyList<(string Code, string Words)> Known { get; } =
    [
        ("first", ModerationTexts.WhyFirst), ("links", ModerationTexts.WhyLinks), ("watched", ModerationTexts.WhyWords), ("blocked", ModerationTexts.WhyBlocked), ("filter", ModerationTexts.WhyFilter), ("akismet", ModerationTexts.WhyAkismet),
        ("all", ModerationTexts.WhyAll), ("trap", ModerationTexts.WhyTrap), ("quick", ModerationTexts.WhyQuick),
    ];

    public static IEnumerable<ReasonBadge> Of(QueueItem item, QueueTab? tab)
    {
        var row = item.Row;
        if (tab?.State != row.State)
        {
            yield return new(CommentWords.State(row.State), false);
        }

        if (row.SpamProbability is { } probability && (int)Math.Round(probability * 100) is var percent && percent >= WorthTelling)
        {
            yield return new(string.Format(SiteClock.Dutch, ModerationTexts.WhyScore, percent), true);
        }

        foreach (var reason in item.Reasons)
        {
            yield return Of(reason);
        }

        if (row.OpenReports > 0)
        {
            yield return new(Count.Of(row.OpenReports, ModerationTexts.WhyReported1, ModerationTexts.WhyReportedN), true);
        }

        if (row.AskedAgainAt is not null)
        {
            yield return new(ModerationTexts.WhyAskedAgain, false);
        }

        if (row.RemovedBy == CommentRemover.Writer)
        {
            yield return new(ModerationTexts.WhyWithdrawn, false);
        }
    }

    /// <summary>A code that nobody here knows is shown as it is.</summary>
    private static ReasonBadge Of(CommentReason reason) => reason.Code switch
    {
        "first" => new(ModerationTexts.WhyFirst, false),
        "links" => new(int.TryParse(reason.Detail, CultureInfo.InvariantCulture, out var links) ? Count.Of(links, ModerationTexts.WhyLinks1, ModerationTexts.WhyLinksN) : ModerationTexts.WhyLinks, false),
        "watched" => new(Count.Of(Words(reason), ModerationTexts.WhyWords1, ModerationTexts.WhyWordsN), false),
        "blocked" => new(ModerationTexts.WhyBlocked, true),
        "filter" => new(ModerationTexts.WhyFilter, true),
        "akismet" => new(ModerationTexts.WhyAkismet, true),
        "akismet-silent" => new(ModerationTexts.WhyAkismetSilent, false),
        "asked" => new(ModerationTexts.WhyAskedAgain, false),
        "waited" => new(ModerationTexts.WhyWaited, false),
        "all" => new(ModerationTexts.WhyAll, false),
        "trap" => new(ModerationTexts.WhyTrap, true),
        "quick" => new(string.Format(SiteClock.Dutch, ModerationTexts.WhyQuickIn, reason.Detail), true),
        var code => new(reason.Detail.Length > 0 ? $"{code}: {reason.Detail}" : code, false),
    };

    private static int Words(CommentReason reason) => Math.Max(1, reason.Detail.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length);
}

internal static class SiteNumber
{
    public static string Of(long id) => id.ToString(CultureInfo.InvariantCulture);
}
