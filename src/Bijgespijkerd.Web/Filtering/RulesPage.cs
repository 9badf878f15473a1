using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments.Checks;
using Bijgespijkerd.Web.Comments.Rules;
using Bijgespijkerd.Web.Panel;

namespace Bijgespijkerd.Web.Filtering;

/// <summary>A rule as it is typed.</summary>
/// <param name="Regel">The words, host or address.</param>
/// <param name="Gevolg">What happens to what it finds: <c>wacht</c> or <c>spam</c>.</param>
public sealed record RuleForm(string? Regel, string? Gevolg)
{
    public const string Spam = "spam";

    public static RuleForm Empty { get; } = new("", "wacht");

    public string Pattern => (Regel ?? "").Trim();

    public RuleAction Action => Gevolg == Spam ? RuleAction.Block : RuleAction.Watch;
}

/// <summary>One step of the way a comment goes, as the page tells it.</summary>
/// <param name="Now">What is set.</param>
public sealed record ShownCheck(string Name, string Does, string Now, bool IsOn);

/// <summary>The checks in their order, the rules, and what a rule would have caught.</summary>
public sealed record RulesPage(PanelHead Head, IReadOnlyList<ShownCheck> Checks, IReadOnlyList<WordRule> Rules, RuleForm Typed) : IPanelPage
{
    public const string Path = "/beheer/reacties/regels";

    public IReadOnlyDictionary<string, string> Errors { get; init; } = FormErrors.None;

    /// <summary>Null when nothing was tried.</summary>
    public RehearsalResult? Rehearsal { get; init; }

    /// <summary>How many links were tried, when that was asked.</summary>
    public int? Links { get; init; }
    public string LinksTyped { get; init; } = "";

    public string? Error(string field) => Errors.GetValueOrDefault(field);
}

/// <summary>A rule as people read it.</summary>
internal static class RuleWords
{
    public static string Of(string pattern) => WordRule.IsErased(pattern) ? FilteringTexts.ErasedAddress : pattern;
}

/// <summary>What the page says of each check.</summary>
internal static class CheckWords
{
    public static string Name(string code) => code switch
    {
        "trap" => FilteringTexts.CheckTrap,
        "quick" => FilteringTexts.CheckQuick,
        "blocked" => FilteringTexts.CheckBlocked,
        "all" => FilteringTexts.CheckAll,
        "links" => FilteringTexts.CheckLinks,
        "watched" => FilteringTexts.CheckWatched,
        "first" => FilteringTexts.CheckFirst,
        "filter" => FilteringTexts.CheckFilter,
        _ => FilteringTexts.CheckAkismet,
    };

    public static string Does(string code) => code switch
    {
        "trap" => FilteringTexts.CheckTrapDoes,
        "quick" => FilteringTexts.CheckQuickDoes,
        "blocked" => FilteringTexts.CheckBlockedDoes,
        "all" => FilteringTexts.CheckAllDoes,
        "links" => FilteringTexts.CheckLinksDoes,
        "watched" => FilteringTexts.CheckWatchedDoes,
        "first" => FilteringTexts.CheckFirstDoes,
        "filter" => FilteringTexts.CheckFilterDoes,
        _ => FilteringTexts.CheckAkismetDoes,
    };
}
