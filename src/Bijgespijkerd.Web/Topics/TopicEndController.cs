using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Topics;

/// <summary>Merges a category or tag into another, or deletes it; each on a page that asks first.</summary>
[Authorize(Policies.EditAll)]
public sealed class TopicEndController(TopicPages pages, TopicMerging merging) : PanelController
{
    [HttpGet(TopicWords.Route + "/{id:long}/samenvoegen"), HttpHead(TopicWords.Route + "/{id:long}/samenvoegen")]
    public async Task<IActionResult> AskMerge([FromRoute] string soort, [FromRoute] long id, CancellationToken cancel) =>
        await pages.EndAsync(TopicWords.Of(soort), id, TopicTexts.MergeTitle, null, cancel) is { } page ? View("Merge", page) : NotFound();

    [HttpPost(TopicWords.Route + "/{id:long}/samenvoegen")]
    public async Task<IActionResult> Merge([FromRoute] string soort, [FromRoute] long id, [FromForm] MergeForm form, CancellationToken cancel)
    {
        var words = TopicWords.Of(soort);
        if (await pages.EndAsync(words, id, TopicTexts.MergeTitle, TopicTexts.ErrorInto, cancel) is not { } page)
        {
            return NotFound();
        }

        return form.Into is { } into && await merging.MergeAsync(words.Kind, id, into, cancel) is { } stays
            ? Done(words.Path, string.Format(SiteClock.Dutch, TopicTexts.Merged, page.Topic.Name, stays))
            : Again("Merge", page);
    }

    [HttpGet(TopicWords.Route + "/{id:long}/verwijderen"), HttpHead(TopicWords.Route + "/{id:long}/verwijderen")]
    public async Task<IActionResult> AskDelete([FromRoute] string soort, [FromRoute] long id, CancellationToken cancel) =>
        await pages.EndAsync(TopicWords.Of(soort), id, TopicTexts.DeleteTitle, null, cancel) is { } page ? View("Delete", page) : NotFound();

    [HttpPost(TopicWords.Route + "/{id:long}/verwijderen")]
    public async Task<IActionResult> Delete([FromRoute] string soort, [FromRoute] long id, CancellationToken cancel)
    {
        var words = TopicWords.Of(soort);
        return await merging.DeleteAsync(words.Kind, id, cancel) is { } name ? Done(words.Path, string.Format(SiteClock.Dutch, TopicTexts.Deleted, name)) : NotFound();
    }
}

public sealed record MergeForm(long? Into);
