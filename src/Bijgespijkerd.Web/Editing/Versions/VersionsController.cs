using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Editing.Editor;
using Bijgespijkerd.Web.Editing.Publishing;
using Bijgespijkerd.Web.Editing.Revisions;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Editing.Versions;

/// <summary>Earlier versions, what differs, and the way back to one.</summary>
[Authorize(Policies.Write)]
public sealed class VersionsController(BlogDb db, EditorPages pages, ComparePages compare, PostWriting writing, CurrentAccount account) : PanelController
{
    [HttpGet("/beheer/artikelen/{id:long}/versies"), HttpHead("/beheer/artikelen/{id:long}/versies")]
    public async Task<IActionResult> Index(long id, CancellationToken cancel) => await pages.PostAsync(id, cancel) is { } post
        ? View("/Editing/Versions/Versions.cshtml", await compare.ListAsync(post, cancel))
        : NotFound();

    [HttpGet("/beheer/artikelen/{id:long}/versies/{number:int}"), HttpHead("/beheer/artikelen/{id:long}/versies/{number:int}")]
    public async Task<IActionResult> Show(long id, int number, CancellationToken cancel) =>
        await pages.PostAsync(id, cancel) is not null && await compare.VersionAsync(id, number, cancel) is { } page ? View("/Editing/Versions/Version.cshtml", page) : NotFound();

    [HttpPost("/beheer/artikelen/{id:long}/versies/{number:int}")]
    public async Task<IActionResult> Restore(long id, int number, [FromForm] int basis, CancellationToken cancel) =>
        await StoreAsync(id, number, basis, RevisionKind.Restored, string.Format(SiteClock.Dutch, EditingTexts.Restored, number), cancel);

    [HttpGet("/beheer/artikelen/{id:long}/vergelijken/{number:int}"), HttpHead("/beheer/artikelen/{id:long}/vergelijken/{number:int}")]
    public async Task<IActionResult> Compare(long id, int number, CancellationToken cancel) =>
        await pages.PostAsync(id, cancel) is not null && await compare.LoadAsync(id, number, cancel) is { } page ? View("/Editing/Versions/Compare.cshtml", page) : NotFound();

    /// <summary>Mine becomes the newest; theirs stays among the versions.</summary>
    [HttpPost("/beheer/artikelen/{id:long}/vergelijken/{number:int}")]
    public async Task<IActionResult> KeepMine(long id, int number, [FromForm] int basis, CancellationToken cancel) =>
        await StoreAsync(id, number, basis, RevisionKind.Saved, EditingTexts.MineKept, cancel);

    private async Task<IActionResult> StoreAsync(long id, int number, int basis, RevisionKind kind, string words, CancellationToken cancel)
    {
        if (await pages.PostAsync(id, cancel) is null || await db.RevisionsOf(id).SingleOrDefaultAsync(r => r.Number == number, cancel) is not { } version)
        {
            return NotFound();
        }

        var text = (await NamedTopics.OfAsync(db, version.Text, toChange: false, cancel)).Renew(version.Text, version.At);
        var saved = await writing.SaveAsync(id, text, kind, new Writing(account.Id, account.Name, EditorForm.NewSession(), basis), cancel);
        if (!saved.IsAside)
        {
            return Done($"/beheer/artikelen/{id}", words);
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("/Editing/Versions/Compare.cshtml", await compare.LoadAsync(id, saved.Number, cancel));
    }
}
