using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Topics;

/// <summary>The list of categories, that of tags, and the form of one.</summary>
[Authorize(Policies.EditAll)]
public sealed class TopicController(TopicPages pages, TopicWriting writing) : PanelController
{
    [HttpGet(TopicWords.Route), HttpHead(TopicWords.Route)]
    public async Task<IActionResult> All([FromRoute] string soort, [FromQuery] string? q, [FromQuery] int p = 1, CancellationToken cancel = default) =>
        await pages.ListAsync(TopicWords.Of(soort), q, p, cancel) is { } page ? View("Topics", page) : NotFound();

    [HttpGet(TopicWords.Route + "/nieuw"), HttpHead(TopicWords.Route + "/nieuw")]
    public async Task<IActionResult> New([FromRoute] string soort, CancellationToken cancel) => View("Topic", await pages.NewAsync(TopicWords.Of(soort), TopicForm.Empty, cancel));

    [HttpPost(TopicWords.Route + "/nieuw")]
    public async Task<IActionResult> Add([FromRoute] string soort, [FromForm] TopicForm form, CancellationToken cancel)
    {
        var (words, typed) = (TopicWords.Of(soort), form.Cleaned());
        IReadOnlyDictionary<string, string> faults = typed.Faults();
        if (faults.Count == 0)
        {
            var change = await writing.AddAsync(words.Kind, typed, cancel);
            if (change.Faults.Count == 0)
            {
                return Done(words.Path, string.Format(SiteClock.Dutch, TopicTexts.Added, typed.Name));
            }

            faults = change.Faults;
        }

        return Again("Topic", await pages.NewAsync(words, typed, cancel) with { Errors = faults });
    }

    [HttpGet(TopicWords.Route + "/{id:long}"), HttpHead(TopicWords.Route + "/{id:long}")]
    public async Task<IActionResult> Edit([FromRoute] string soort, [FromRoute] long id, CancellationToken cancel) =>
        await pages.EditAsync(TopicWords.Of(soort), id, null, cancel) is { } page ? View("Topic", page) : NotFound();

    [HttpPost(TopicWords.Route + "/{id:long}")]
    public async Task<IActionResult> Change([FromRoute] string soort, [FromRoute] long id, [FromForm] TopicForm form, CancellationToken cancel)
    {
        var (words, typed) = (TopicWords.Of(soort), form.Cleaned());
        IReadOnlyDictionary<string, string> faults = typed.Faults();
        if (faults.Count == 0)
        {
            if (await writing.ChangeAsync(words.Kind, id, typed, cancel) is not { } change)
            {
                return NotFound();
            }

            if (change.Faults.Count == 0)
            {
                return await ToldAsync(words, typed, change, cancel);
            }

            faults = change.Faults;
        }

        return await pages.EditAsync(words, id, typed, cancel) is { } page ? Again("Topic", page with { Errors = faults }) : NotFound();
    }

    private async Task<IActionResult> ToldAsync(TopicWords words, TopicForm typed, TopicChange change, CancellationToken cancel)
    {
        if (change.IsBehind)
        {
            return typed.IsUndo ? Done(words.Path, string.Format(SiteClock.Dutch, TopicTexts.NotPutBack, change.Before!.Name)) : await CollidedAsync(words, change.Id, typed, cancel);
        }

        return typed.IsUndo
            ? Done(words.Path, string.Format(SiteClock.Dutch, TopicTexts.PutBack, typed.Name))
            : Done(words.Path, string.Format(SiteClock.Dutch, TopicTexts.Changed, typed.Name), change.Before!.UndoAt(words.PathOf(change.Id), change.After!));
    }

    /// <summary>Saving once more is an answer to what is told here.</summary>
    private async Task<IActionResult> CollidedAsync(TopicWords words, long id, TopicForm typed, CancellationToken cancel)
    {
        if (await pages.EditAsync(words, id, null, cancel) is not { Typed: var stored } page)
        {
            return NotFound();
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        var parent = page.Parents.FirstOrDefault(p => p.Id == stored.ParentId)?.Name ?? "";
        return View("Topic", page with { Typed = typed with { Basis = stored.Basis }, Errors = typed.Differences(stored, parent) });
    }
}
