using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments.Filter;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Filtering;

/// <summary>The local filter: what it learnt, what it thinks of a text, how to make it forget.</summary>
[Authorize(Policies.ModerateAll)]
public sealed class FilterController(BlogDb db, WriteLane lane, SpamFilter filter, CurrentAccount account, TimeProvider time) : PanelController
{
    private const string ViewPath = "/Filtering/Filter.cshtml";
    private const int Shown = 50;
    private const int Piece = 160;

    [HttpGet(FilterPage.Path), HttpHead(FilterPage.Path)]
    public async Task<IActionResult> Show(CancellationToken cancel) => View(ViewPath, await PageAsync(cancel));

    /// <summary>Nothing of it is kept.</summary>
    [HttpPost(FilterPage.Path + "/proef")]
    public async Task<IActionResult> Try([FromForm] string? tekst, CancellationToken cancel)
    {
        var page = await PageAsync(cancel) with { Typed = tekst ?? "" };
        if (string.IsNullOrWhiteSpace(tekst) || tekst.Length > Limits.Comment)
        {
            return Again(ViewPath, page with { Error = FilteringTexts.ErrorText });
        }

        var links = CommentMarkdown.Render(tekst).Links;
        return View(ViewPath, page with { Opinion = await filter.JudgeAsync(new SpamSample("", tekst, null, links, null), cancel) });
    }

    [HttpPost(FilterPage.Path + "/{id:long}/vergeten")]
    public async Task<IActionResult> Forget([FromRoute] long id, CancellationToken cancel)
    {
        var was = await lane.WriteAsync(
            async (write, token) =>
            {
                var known = await write.FilterExamples.AnyAsync(e => e.CommentId == id, token);
                await filter.ForgetAsync(write, id, token);
                await write.SaveChangesAsync(token);
                return known;
            },
            cancel);
        return was ? Done(FilterPage.Path, FilteringTexts.Forgotten) : NotFound();
    }

    [HttpPost(FilterPage.Path + "/opnieuw")]
    public async Task<IActionResult> Rebuild(CancellationToken cancel)
    {
        var learnt = await lane.WriteAsync(
            async (write, token) =>
            {
                var examples = await filter.RebuildAsync(write, token);
                write.Audit(account, FilteringAudit.Rebuilt, SiteClock.Number(examples), time.GetUtcNow());
                await write.SaveChangesAsync(token);
                return examples;
            },
            cancel);
        return Done(FilterPage.Path, string.Format(SiteClock.Dutch, FilteringTexts.Rebuilt, SiteClock.Number(learnt)));
    }

    private async Task<FilterPage> PageAsync(CancellationToken cancel)
    {
        var totals = await db.FilterCounts.SingleOrDefaultAsync(c => c.Feature == "", cancel);
        var newest = await db.FilterExamples.OrderByDescending(e => e.LearntAt).ThenByDescending(e => e.CommentId).Take(Shown)
            .Join(db.Comments, e => e.CommentId, c => c.Id, (e, c) => new ShownExample(e.CommentId, c.Name, c.Markdown.Substring(0, Piece), e.IsSpam, e.LearntAt))
            .ToListAsync(cancel);
        return new(new PanelHead(FilteringTexts.FilterTitle, "filter"), totals?.Spam ?? 0, totals?.Good ?? 0, [.. newest.OrderByDescending(e => e.LearntAt).ThenByDescending(e => e.CommentId)]);
    }
}
