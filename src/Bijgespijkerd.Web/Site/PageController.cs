using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Site;

/// <summary>A page outside the stream, such as "Over ons".</summary>
[AllowAnonymous]
public sealed class PageController(BlogDb db, BlogSettings settings, PageTags tags) : Controller
{
    [HttpGet("/{slug:regex(^[[a-z0-9-]]+$)}", Order = 100), HttpHead("/{slug:regex(^[[a-z0-9-]]+$)}", Order = 100), ReadByAll]
    public async Task<IActionResult> Show(string slug, CancellationToken cancel)
    {
        var page = await db.Posts.Where(Post.IsPublic).Where(p => p.Kind == PostKind.Page && p.Slug == slug)
            .Select(p => new { p.Id, p.Title, p.Summary, p.Teaser, p.Html }).SingleOrDefaultAsync(cancel);
        if (page is not null)
        {
            tags.IsAbout(TagOf.Post(page.Id));
            return View("Page", new StandingPage(page.Title, page.Summary, page.Html, new PageHead($"{page.Title} | {settings.Title}")
            {
                Description = page.Teaser,
                Canonical = "/" + slug,
                Sheet = "bericht",
                HasScript = true,
            }));
        }

        var former = await db.FormerSlugs.Where(f => f.Kind == PostKind.Page && f.Slug == slug)
            .Select(f => new { f.PostId, Now = f.Post!.Slug, State = (PostState?)f.Post.State }).SingleOrDefaultAsync(cancel);
        return former switch
        {
            null => NotFound(),
            { PostId: null } => StatusCode(StatusCodes.Status410Gone),
            { State: PostState.Published } => RedirectPermanent("/" + former.Now),
            _ => NotFound(),
        };
    }
}

public sealed record StandingPage(string Title, string Summary, SafeHtml Html, PageHead Head) : IPage;
