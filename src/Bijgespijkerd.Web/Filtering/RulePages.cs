using Bijgespijkerd.Web.Comments.Checks;
using Bijgespijkerd.Web.Comments.Rules;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Filtering;

public sealed class RulePages(BlogDb db, BlogSettings settings)
{
    public async Task<RulesPage> OfAsync(RuleForm typed, CancellationToken cancel)
    {
        var rules = await db.WordRules.OrderBy(r => r.Pattern).ToListAsync(cancel);
        return new(new PanelHead(FilteringTexts.RulesTitle, "regels"), [.. CommentChecks.All.Select(c => Shown(c, rules))], rules, typed);
    }

    private ShownCheck Shown(ICommentCheck check, List<WordRule> rules)
    {
        var isOn = check.IsOn(settings.Comments) && check.Code switch
        {
            "blocked" => rules.Exists(r => r.Action == RuleAction.Block),
            "watched" => rules.Exists(r => r.Action == RuleAction.Watch),
            "akismet" => settings.Akismet.IsOn,
            _ => true,
        };
        return new(CheckWords.Name(check.Code), CheckWords.Does(check.Code), isOn ? Now(check.Code, rules) : FilteringTexts.Off, isOn);
    }

    private string Now(string code, List<WordRule> rules) => code switch
    {
        "quick" => Said(FilteringTexts.NowSeconds, settings.Comments.MinimumFillSeconds),
        "blocked" => Count(rules, RuleAction.Block),
        "watched" => Count(rules, RuleAction.Watch),
        "links" => Said(FilteringTexts.NowLinks, settings.Comments.HoldLinks),
        "filter" => string.Format(SiteClock.Dutch, FilteringTexts.NowFilter, settings.Comments.FilterHold, settings.Comments.FilterSpam),
        _ => FilteringTexts.On,
    };

    private static string Count(List<WordRule> rules, RuleAction action)
    {
        var count = rules.Count(r => r.Action == action);
        return count == 1 ? FilteringTexts.OneRule : Said(FilteringTexts.ManyRules, count);
    }

    private static string Said(string text, int number) => string.Format(SiteClock.Dutch, text, number);
}
