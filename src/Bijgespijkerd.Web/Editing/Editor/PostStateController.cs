using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Editing.Listing;
using Bijgespijkerd.Web.Editing.Publishing;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Editing.Editor;

/// <summary>Takes one post off the site, to the trash and back, and away for good.</summary>
[Authorize(Policies.Write)]
public sealed class PostStateController(EditorPages pages, PostStates states, UndoTicket ticket) : PanelController
{
    [HttpPost("/beheer/artikelen/{id:long}/concept")]
    public async Task<IActionResult> Draft(long id, CancellationToken cancel)
    {
        if (await pages.PostAsync(id, cancel) is not { } post)
        {
            return NotFound();
        }

        await states.MoveAsync([id], PostState.Draft, cancel);
        return Done($"/beheer/artikelen/{id}", string.Format(SiteClock.Dutch, EditingTexts.DraftedOne, post.Title));
    }

    [HttpPost("/beheer/artikelen/{id:long}/prullenbak")]
    public async Task<IActionResult> Trash(long id, CancellationToken cancel)
    {
        if (await pages.PostAsync(id, cancel) is not { } post)
        {
            return NotFound();
        }

        var before = await states.MoveAsync([id], PostState.Trash, cancel);
        Response.Headers.Location = new ArticleFilter().Address(post.Kind, null, done: "prullenbak", undo: ticket.Write(before));
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>The only action that asks first: nothing brings it back.</summary>
    [HttpGet("/beheer/artikelen/{id:long}/verwijderen"), HttpHead("/beheer/artikelen/{id:long}/verwijderen")]
    public async Task<IActionResult> AskDelete(long id, CancellationToken cancel) => await pages.PostAsync(id, cancel) is { State: PostState.Trash } post
        ? View("/Editing/Editor/Delete.cshtml", new DeletePage(id, post.Title, post.ReactionCount, post.WasPublic, new PanelHead(EditingTexts.DeleteForGood, "artikelen")))
        : NotFound();

    [HttpPost("/beheer/artikelen/{id:long}/verwijderen")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancel) =>
        await pages.PostAsync(id, cancel) is { } post && await states.DeleteAsync(id, cancel)
            ? Done(new ArticleFilter().Address(post.Kind, "prullenbak"), string.Format(SiteClock.Dutch, EditingTexts.Deleted, post.Title))
            : NotFound();
}

public sealed record DeletePage(long Id, string Title, int Reactions, bool WasPublic, PanelHead Head) : IPanelPage;
