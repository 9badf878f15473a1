using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Blocks;

/// <summary>Takes a save back, or the block away.</summary>
[Authorize(Policies.EditAll)]
public sealed class BlockEndController(BlockPages pages, BlockWriting writing) : PanelController
{
    [HttpPost("/beheer/blokken/{id:long}/herstel")]
    public async Task<IActionResult> Undo([FromRoute] long id, [FromForm] BlockUndoForm form, CancellationToken cancel) => await writing.GoBackAsync(id, form.Naar, form.Basis, cancel) is null
        ? Done(BlockPages.PathOf(id), BlockTexts.NotPutBack)
        : Done(BlockPages.PathOf(id), BlockTexts.PutBack);

    [HttpGet("/beheer/blokken/{id:long}/verwijderen"), HttpHead("/beheer/blokken/{id:long}/verwijderen")]
    public async Task<IActionResult> AskDelete([FromRoute] long id, CancellationToken cancel) => await pages.DeleteAsync(id, cancel) is { } page ? View("Delete", page) : NotFound();

    [HttpPost("/beheer/blokken/{id:long}/verwijderen")]
    public async Task<IActionResult> Delete([FromRoute] long id, CancellationToken cancel) =>
        await pages.DeleteAsync(id, cancel) is { } page && await writing.DeleteAsync(id, cancel) ? Done(BlockPages.Path, string.Format(SiteClock.Dutch, BlockTexts.Deleted, page.Name)) : NotFound();

    internal static PanelUndo UndoOf(BlockSave save) => new(BlockPages.PathOf(save.Id) + "/herstel", new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [nameof(BlockUndoForm.Naar)] = (save.Number - 1).ToString(SiteClock.Dutch),
        [nameof(BlockUndoForm.Basis)] = save.Number.ToString(SiteClock.Dutch),
    });
}

/// <param name="Naar">The version to go back to.</param>
/// <param name="Basis">The newest one when the button was shown.</param>
public sealed record BlockUndoForm(int Naar, int Basis);
