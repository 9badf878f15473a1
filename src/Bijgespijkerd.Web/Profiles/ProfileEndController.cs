using System.Globalization;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Profiles;

/// <summary>Merges an author into another, or deletes it; each on a page that asks first.</summary>
[Authorize(Policies.EditAll)]
public sealed class ProfileEndController(ProfilePages pages, ProfileEnding ending) : PanelController
{
    [HttpGet("/beheer/auteurs/{id:long}/samenvoegen"), HttpHead("/beheer/auteurs/{id:long}/samenvoegen")]
    public async Task<IActionResult> AskMerge([FromRoute] long id, CancellationToken cancel) =>
        await pages.EndAsync(id, ProfileTexts.MergeTitle, null, cancel) is { } page ? View("Merge", page) : NotFound();

    [HttpPost("/beheer/auteurs/{id:long}/samenvoegen")]
    public async Task<IActionResult> Merge([FromRoute] long id, [FromForm] ProfileEndForm form, CancellationToken cancel)
    {
        if (await pages.EndAsync(id, ProfileTexts.MergeTitle, ProfileTexts.ErrorInto, cancel) is not { } page)
        {
            return NotFound();
        }

        return form.Number is { } into && await ending.MergeAsync(id, into, cancel) is { } stays
            ? Done(ProfilePages.PathOf(into), string.Format(SiteClock.Dutch, ProfileTexts.Merged, page.Author.Name, stays))
            : Again("Merge", page);
    }

    [HttpGet("/beheer/auteurs/{id:long}/verwijderen"), HttpHead("/beheer/auteurs/{id:long}/verwijderen")]
    public async Task<IActionResult> AskDelete([FromRoute] long id, CancellationToken cancel) =>
        await pages.EndAsync(id, ProfileTexts.DeleteTitle, null, cancel) is { } page ? View("Delete", page) : NotFound();

    [HttpPost("/beheer/auteurs/{id:long}/verwijderen")]
    public async Task<IActionResult> Delete([FromRoute] long id, [FromForm] ProfileEndForm form, CancellationToken cancel)
    {
        if (await pages.EndAsync(id, ProfileTexts.DeleteTitle, ProfileTexts.ErrorInto, cancel) is not { } page)
        {
            return NotFound();
        }

        return (form.IsFormer || form.Number is not null) && await ending.DeleteAsync(id, form.Number, cancel) is { } name
            ? Done(ProfilePages.Path, string.Format(SiteClock.Dutch, ProfileTexts.Deleted, name))
            : Again("Delete", page);
    }
}

/// <param name="Into">The id of who gets the articles, or <see cref="Former"/>.</param>
public sealed record ProfileEndForm(string? Into)
{
    /// <summary>"Voormalig auteur", who is there once needed.</summary>
    public const string Former = "voormalig";

    public bool IsFormer => Into == Former;

    public long? Number => long.TryParse(Into, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
