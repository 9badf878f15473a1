using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Bijgespijkerd.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Posts;

[AllowAnonymous]
public sealed class TagController(BlogDb db, BlogSettings settings, PageTags tags) : Controller
{
    [HttpGet("/tag/{slug}"), HttpHead("/tag/{slug}"), ReadByAll]
    public Task<IActionResult> First(string slug, CancellationToken cancel) => Page(slug, 1, cancel);

    [HttpGet("/tag/{slug}/pagina/{page}"), HttpHead("/tag/{slug}/pagina/{page}"), ReadByAll]
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
        if (await db.PageAsync(ids, await ids.CountAsync(cancel), $"/tag/{slug}", page, settings, cancel) is not { Total: > 0 } list)
        {
            return NotFound();
        }

        tags.Add(TagOf.ArticlesWith(tag.Id)).Add(TagOf.Label(slug)).Add(TagOf.Topics).Add(TagOf.Authors).Add(TagOf.Posts(list));
        return View("Archive", ArchivePage.Of(PostTexts.Tag, tag.Name, "", list, "onderwerpen", settings));
    }
}
