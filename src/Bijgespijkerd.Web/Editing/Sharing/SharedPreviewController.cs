using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Editing.Sharing;

/// <summary>The working version of a post, for who was given its link.</summary>
[AllowAnonymous]
public sealed class SharedPreviewController(BlogDb db, SharedPreview shared) : Controller
{
    [HttpGet("/voorbeeld/{key}"), HttpHead("/voorbeeld/{key}")]
    public async Task<IActionResult> Show(string key, CancellationToken cancel)
    {
        if (PreviewLink.HashOf(key) is not { } hash || await db.Set<PreviewLink>().Where(l => l.KeyHash == hash).Select(l => (long?)l.PostId).SingleOrDefaultAsync(cancel) is not { } post)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = CacheHeaders.NeverStored;
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return await shared.LoadAsync(post, cancel) switch
        {
            PostPage article => View("/Posts/Post.cshtml", article),
            StandingPage page => View("/Site/Page.cshtml", page),
            _ => NotFound(),
        };
    }
}
