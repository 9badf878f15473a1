using System.Globalization;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Filtering;

/// <summary>What holds comments: the checks in their order, and the words and addresses that are watched or blocked. A rule is tried on the past before it counts.</summary>
[Authorize(Policies.ModerateAll)]
public sealed class RulesController(RulePages pages, RuleWriting writing, Rehearsal rehearsal) : PanelController
{
    private const string ViewPath = "/Filtering/Rules.cshtml";
    private const int MostLinks = 100;

    [HttpGet(RulesPage.Path), HttpHead(RulesPage.Path)]
    public async Task<IActionResult> All(CancellationToken cancel) => View(ViewPath, await pages.OfAsync(RuleForm.Empty, cancel));

    /// <summary>Shows what a rule would have caught; it is not kept.</summary>
    [HttpPost(RulesPage.Path + "/proef")]
    public async Task<IActionResult> Try([FromForm] RuleForm form, CancellationToken cancel)
    {
        var page = await pages.OfAsync(form, cancel);
        return CommentRule.Parse(form.Pattern) is { } rule
            ? View(ViewPath, page with { Rehearsal = await rehearsal.OfAsync(rule, cancel) })
            : Again(ViewPath, page with { Errors = Fault });
    }

    [HttpPost(RulesPage.Path + "/proef-links")]
    public async Task<IActionResult> TryLinks([FromForm] string? aantal, CancellationToken cancel)
    {
        var page = await pages.OfAsync(RuleForm.Empty, cancel) with { LinksTyped = aantal ?? "" };
        return int.TryParse(aantal, NumberStyles.None, CultureInfo.InvariantCulture, out var links) && links is > 0 and <= MostLinks
            ? View(ViewPath, page with { Links = links, Rehearsal = await rehearsal.OfLinksAsync(links, cancel) })
            : Again(ViewPath, page with { Errors = new Dictionary<string, string>(StringComparer.Ordinal) { ["Aantal"] = string.Format(SiteClock.Dutch, FilteringTexts.ErrorLinks, MostLinks) } });
    }

    [HttpPost(RulesPage.Path)]
    public async Task<IActionResult> Add([FromForm] RuleForm form, CancellationToken cancel)
    {
        if (CommentRule.Parse(form.Pattern) is null)
        {
            return Again(ViewPath, await pages.OfAsync(form, cancel) with { Errors = Fault });
        }

        return Done(RulesPage.Path, await writing.AddAsync(form.Pattern, form.Action, cancel) is { } known
            ? string.Format(SiteClock.Dutch, FilteringTexts.AlreadyThere, RuleWords.Of(known.Pattern))
            : string.Format(SiteClock.Dutch, FilteringTexts.Added, RuleWords.Of(form.Pattern)));
    }

    [HttpPost(RulesPage.Path + "/{id:long}/verwijderen")]
    public async Task<IActionResult> Remove([FromRoute] long id, CancellationToken cancel)
    {
        if (await writing.RemoveAsync(id, cancel) is not { } rule)
        {
            return NotFound();
        }

        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { [nameof(RuleForm.Regel)] = rule.Pattern, [nameof(RuleForm.Gevolg)] = rule.Action == Comments.Rules.RuleAction.Block ? RuleForm.Spam : "wacht" };
        return Done(RulesPage.Path, string.Format(SiteClock.Dutch, FilteringTexts.Removed, RuleWords.Of(rule.Pattern)), new PanelUndo(RulesPage.Path, fields));
    }

    private static Dictionary<string, string> Fault => new(StringComparer.Ordinal) { [nameof(RuleForm.Regel)] = FilteringTexts.ErrorRule };
}
