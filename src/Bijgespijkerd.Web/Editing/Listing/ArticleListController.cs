using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Editing.Publishing;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Editing.Listing;

/// <summary>The list of articles, that of the pages outside the stream, and what is done with several at once.</summary>
[Authorize(Policies.Write)]
public sealed class ArticleListController(BlogDb db, ArticleListing listing, PostStates states, UndoTicket ticket, CurrentAccount account) : PanelController
{
    [HttpGet("/beheer/artikelen"), HttpHead("/beheer/artikelen")]
    public Task<IActionResult> Articles([FromQuery] ArticleFilter filter, [FromQuery] string? gedaan, [FromQuery] string? herstel, CancellationToken cancel) =>
        ListAsync(PostKind.Article, filter, gedaan, herstel, cancel);

    [HttpGet("/beheer/paginas"), HttpHead("/beheer/paginas"), Authorize(Policies.EditAll)]
    public Task<IActionResult> Pages([FromQuery] ArticleFilter filter, [FromQuery] string? gedaan, [FromQuery] string? herstel, CancellationToken cancel) =>
        ListAsync(PostKind.Page, filter, gedaan, herstel, cancel);

    [HttpPost("/beheer/artikelen")]
    public async Task<IActionResult> Move([FromForm] ArticleFilter filter, [FromForm] List<long> ids, [FromForm] string? actie, [FromForm] string? soort, CancellationToken cancel)
    {
        var kind = KindOf(soort);
        if (actie is not ("concept" or "prullenbak"))
        {
            return BadRequest();
        }

        var allowed = await db.EditableBy(account).Where(p => p.Kind == kind && ids.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancel);
        var before = await states.MoveAsync(allowed, actie == "concept" ? PostState.Draft : PostState.Trash, cancel);
        return SeeOther(filter.Address(kind, filter.Staat, filter.Pagina, actie, ticket.Write(before)));
    }

    [HttpPost("/beheer/artikelen/herstel")]
    public async Task<IActionResult> Undo([FromForm] ArticleFilter filter, [FromForm] string? herstel, [FromForm] string? soort, CancellationToken cancel)
    {
        var before = ticket.Read(herstel);
        var asked = before.Select(b => b.PostId).ToList();
        var allowed = await db.EditableBy(account).Where(p => asked.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancel);
        var undone = await states.UndoAsync([.. before.Where(b => allowed.Contains(b.PostId))], cancel);
        return Done(filter.Address(KindOf(soort), filter.Staat, filter.Pagina), undone > 0 && undone == before.Count ? EditingTexts.Undone : EditingTexts.UndonePartly);
    }

    private static PostKind KindOf(string? soort) => soort == "pagina" ? PostKind.Page : PostKind.Article;

    private async Task<IActionResult> ListAsync(PostKind kind, ArticleFilter filter, string? done, string? undo, CancellationToken cancel)
    {
        var page = await listing.LoadAsync(kind, filter, cancel);
        return View("/Editing/Listing/Articles.cshtml", page with { Flash = await FlashAsync(done, ticket.Read(undo), cancel) });
    }

    /// <summary>Says it only of posts that are there and in that state: the address itself proves nothing.</summary>
    private async Task<ListFlash?> FlashAsync(string? done, IReadOnlyList<FormerState> before, CancellationToken cancel)
    {
        var state = done == "prullenbak" ? PostState.Trash : PostState.Draft;
        var asked = before.Select(b => b.PostId).ToList();
        var moved = await db.EditableBy(account).Where(p => asked.Contains(p.Id) && p.State == state).OrderBy(p => p.Id).Select(p => new { p.Id, p.Title }).ToListAsync(cancel);
        if (moved.Count == 0)
        {
            return null;
        }

        var text = moved.Count == 1
            ? string.Format(SiteClock.Dutch, state == PostState.Trash ? EditingTexts.TrashedOne : EditingTexts.DraftedOne, moved[0].Title)
            : string.Format(SiteClock.Dutch, state == PostState.Trash ? EditingTexts.TrashedMany : EditingTexts.DraftedMany, moved.Count);
        return new(text, ticket.Write(before.Where(b => moved.Exists(m => m.Id == b.PostId))));
    }

    private StatusCodeResult SeeOther(string path)
    {
        Response.Headers.Location = path;
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
