using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Blocks;

/// <summary>The list of blocks, and the form of one.</summary>
[Authorize(Policies.EditAll)]
public sealed class BlockController(BlockPages pages, BlockWriting writing) : PanelController
{
    [HttpGet("/beheer/blokken"), HttpHead("/beheer/blokken")]
    public async Task<IActionResult> All(CancellationToken cancel) => View("Blocks", await pages.ListAsync(cancel));

    [HttpGet("/beheer/blokken/nieuw"), HttpHead("/beheer/blokken/nieuw")]
    public async Task<IActionResult> New(CancellationToken cancel) => View("Block", await pages.NewAsync(BlockForm.Empty, cancel));

    [HttpPost("/beheer/blokken/nieuw")]
    public async Task<IActionResult> Add([FromForm] BlockForm form, CancellationToken cancel)
    {
        var typed = form.Cleaned();
        if (typed.IsPreview)
        {
            return View("Block", await pages.NewAsync(typed, cancel));
        }

        IReadOnlyDictionary<string, string> faults = typed.Faults();
        if (faults.Count == 0)
        {
            var save = await writing.AddAsync(typed, cancel);
            if (save.Faults.Count == 0)
            {
                return Done(BlockPages.PathOf(save.Id), string.Format(SiteClock.Dutch, BlockTexts.Added, typed.Name));
            }

            faults = save.Faults;
        }

        return Again("Block", await pages.NewAsync(typed, cancel) with { Errors = faults });
    }

    [HttpGet("/beheer/blokken/{id:long}"), HttpHead("/beheer/blokken/{id:long}")]
    public async Task<IActionResult> Edit([FromRoute] long id, CancellationToken cancel) => await pages.EditAsync(id, null, cancel) is { } page ? View("Block", page) : NotFound();

    [HttpPost("/beheer/blokken/{id:long}")]
    public async Task<IActionResult> Change([FromRoute] long id, [FromForm] BlockForm form, CancellationToken cancel)
    {
        var typed = form.Cleaned();
        if (typed.IsPreview)
        {
            return await pages.EditAsync(id, typed, cancel) is { } shown ? View("Block", shown) : NotFound();
        }

        var faults = typed.Faults();
        if (faults.Count > 0)
        {
            return await pages.EditAsync(id, typed, cancel) is { } page ? Again("Block", page with { Errors = faults }) : NotFound();
        }

        return await writing.SaveAsync(id, typed, cancel) is { } save ? await ToldAsync(typed, save, cancel) : NotFound();
    }

    private async Task<IActionResult> ToldAsync(BlockForm typed, BlockSave save, CancellationToken cancel)
    {
        if (save.Theirs is { } theirs)
        {
            // Saving once more is an answer to theirs, which stays among the versions.
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View("Block", (await pages.EditAsync(save.Id, typed with { Basis = theirs.Number }, cancel))! with { Theirs = theirs });
        }

        return save.Faults.Count > 0
            ? Again("Block", (await pages.EditAsync(save.Id, typed, cancel))! with { Errors = save.Faults })
            : Done(BlockPages.PathOf(save.Id), string.Format(SiteClock.Dutch, BlockTexts.Saved, typed.Name), BlockEndController.UndoOf(save));
    }
}
