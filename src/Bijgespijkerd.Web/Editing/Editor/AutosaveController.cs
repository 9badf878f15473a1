using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Editing.Publishing;
using Bijgespijkerd.Web.Editing.Revisions;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Editing.Editor;

/// <summary>What the editor's script asks while somebody types: to keep it, and to show it as readers would see it.</summary>
[Authorize(Policies.Write), RequestSizeLimit(RevisionLimits.FormBytes)]
public sealed class AutosaveController(
    EditorPages pages, PostWriting writing, Authorship authorship, CurrentAccount account, SiteClock clock, TimeProvider time, ILogger<AutosaveController> log) : PanelController
{
    [HttpPost("/beheer/artikelen/nieuw/bewaren")]
    public async Task<IActionResult> Begin([FromForm(Name = "")] EditorForm form, CancellationToken cancel)
    {
        var kind = form.Soort == EditorForm.Page ? PostKind.Page : PostKind.Article;
        return kind == PostKind.Page && !Policies.Admits(Policies.EditAll, account.Role)
            ? NotFound()
            : await KeepAsync(form, async text => await writing.BeginAsync(kind, text, await authorship.AuthorIdAsync(cancel), RevisionKind.Autosave, form.By(account), cancel));
    }

    [HttpPost("/beheer/artikelen/{id:long}/bewaren")]
    public async Task<IActionResult> Save(long id, [FromForm(Name = "")] EditorForm form, CancellationToken cancel) => await pages.PostAsync(id, cancel) is null
        ? NotFound(new { gone = true })
        : await KeepAsync(form, text => writing.SaveAsync(id, text, RevisionKind.Autosave, form.By(account), cancel));

    [HttpPost("/beheer/artikelen/nieuw/voorbeeld")]
    public Task<IActionResult> PreviewNew([FromForm(Name = "")] EditorForm form, CancellationToken cancel) => FragmentAsync(form, cancel);

    [HttpPost("/beheer/artikelen/{id:long}/voorbeeld")]
    public async Task<IActionResult> Preview(long id, [FromForm(Name = "")] EditorForm form, CancellationToken cancel) =>
        await pages.PostAsync(id, cancel) is null ? NotFound() : await FragmentAsync(form, cancel);

    private async Task<IActionResult> FragmentAsync(EditorForm form, CancellationToken cancel) =>
        PartialView("/Editing/Editor/_Preview.cshtml", (await writing.RenderAsync(form.ToManuscript(clock), cancel))?.Html);

    private async Task<IActionResult> KeepAsync(EditorForm form, Func<Manuscript, Task<Saved>> store)
    {
        var text = form.ToManuscript(clock);
        if (!text.IsStorable)
        {
            return StatusCode(StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            return Answer(await store(text));
        }
        catch (Exception e) when (NotStored.Is(e))
        {
            return StatusCode(NotStored.Status(this, log, e));
        }
    }

    private JsonResult Answer(Saved saved) => new(new
    {
        number = saved.OwnNewer ?? saved.Number,
        own = saved.OwnNewer is not null,
        time = clock.Time(time.GetUtcNow()),
        address = $"/beheer/artikelen/{saved.PostId}",
        compare = saved.IsAside ? $"/beheer/artikelen/{saved.PostId}/vergelijken/{saved.Number}" : null,
    })
    {
        StatusCode = saved.IsAside ? StatusCodes.Status409Conflict : StatusCodes.Status200OK,
    };
}
