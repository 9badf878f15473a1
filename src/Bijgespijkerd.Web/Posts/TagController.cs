using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Posts;

public sealed class TagController(BlogDb db, BlogSettings settings) : Controller
{
    [HttpGet("/tag/{slug}"), HttpHead("/tag/{slug}")]
    public Task<IActionResult> First(string slug, CancellationToken cancel) => Page(slug, 1, cancel);

    [HttpGet("/tag/{slug}/pagina/{page}"), HttpHead("/tag/{slug}/pagina/{page}")]
    public Task<IActionResult> Further(string slug, string page, CancellationToken cancel) => Page(slug, PostStream.Number(page) ?? 0, cancel);

    private async Task<IActionResult> Page(string slug, int page, CancellationToken cancel)
    {
        var tag = await db.Tags.SingleOrDefaultAsync(t => t.Slug == slug, cancel);
        if (tag is null)
        {
            return NotFound();
        }

        var ids = db.IdsUnder(TopicKind.Tag, tag.Id);

        // A tag of drafts only does not exist for readers: its name would tell what is being written.
        return await db.PageAsync(ids, await ids.CountAsync(cancel), $"/tag/{slug}", page, settings, cancel) is { Total: > 0 } list
            ? View("Archive", ArchivePage.Of(PostTexts.Tag, tag.Name, "", list, "onderwerpen", settings))
            : NotFound();
    }
}
