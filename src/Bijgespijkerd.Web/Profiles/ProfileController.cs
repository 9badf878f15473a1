using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Profiles;

/// <summary>Authors as readers see them. An author changes what is said of them; editors and administrators all.</summary>
[Authorize(Policies.Write)]
public sealed class ProfileController(ProfilePages pages, ProfileWriting writing, MediaStore media, CurrentAccount account) : PanelController
{
    [HttpGet("/beheer/auteurs"), HttpHead("/beheer/auteurs")]
    public async Task<IActionResult> All(CancellationToken cancel)
    {
        if (Policies.Admits(Policies.EditAll, account.Role))
        {
            return View("Profiles", await pages.ListAsync(cancel));
        }

        if (account.AuthorId is not { } own)
        {
            return NotFound();
        }

        Response.Headers.Location = ProfilePages.PathOf(own);
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    [HttpGet("/beheer/auteurs/nieuw"), HttpHead("/beheer/auteurs/nieuw"), Authorize(Policies.EditAll)]
    public IActionResult New() => View("Profile", pages.New(ProfileForm.Empty));

    [HttpPost("/beheer/auteurs/nieuw"), Authorize(Policies.EditAll)]
    public async Task<IActionResult> Add([FromForm] ProfileForm form, CancellationToken cancel)
    {
        var typed = form.Cleaned();
        if (typed.AsksForLink)
        {
            return View("Profile", pages.New(typed));
        }

        var faults = typed.Faults(media);
        if (faults.Count == 0)
        {
            var change = await writing.AddAsync(typed, cancel);
            if (change.Fault is null)
            {
                return Done(ProfilePages.PathOf(change.Id), string.Format(SiteClock.Dutch, ProfileTexts.Added, typed.Name));
            }

            faults[nameof(ProfileForm.Slug)] = change.Fault;
        }

        return Again("Profile", pages.New(typed) with { Errors = faults });
    }

    [HttpGet("/beheer/auteurs/{id:long}"), HttpHead("/beheer/auteurs/{id:long}")]
    public async Task<IActionResult> Edit([FromRoute] long id, CancellationToken cancel) => await pages.EditAsync(id, null, cancel) is { } page ? View("Profile", page) : NotFound();

    [HttpPost("/beheer/auteurs/{id:long}")]
    public async Task<IActionResult> Change([FromRoute] long id, [FromForm] ProfileForm form, CancellationToken cancel)
    {
        var typed = form.Cleaned();
        if (await pages.EditAsync(id, typed, cancel) is not { } page)
        {
            return NotFound();
        }

        if (typed.AsksForLink)
        {
            return View("Profile", page);
        }

        var faults = typed.Faults(media);
        if (faults.Count == 0)
        {
            if (await writing.ChangeAsync(id, typed, cancel) is not { } change)
            {
                return NotFound();
            }

            if (change.IsBehind)
            {
                return await CollidedAsync(id, typed, cancel);
            }

            if (change.Fault is null)
            {
                return Done(ProfilePages.PathOf(id), ProfileTexts.Saved);
            }

            faults[nameof(ProfileForm.Slug)] = change.Fault;
        }

        return Again("Profile", page with { Errors = faults });
    }

    /// <summary>Saving once more is an answer to what is told here.</summary>
    private async Task<IActionResult> CollidedAsync(long id, ProfileForm typed, CancellationToken cancel)
    {
        if (await pages.EditAsync(id, null, cancel) is not { Typed: var stored } page)
        {
            return NotFound();
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Profile", page with { Typed = typed with { Basis = stored.Basis }, Errors = typed.Differences(stored) });
    }
}
