using System.Text;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Bijgespijkerd.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Live;

/// <summary>How a conversation stands, for who asks now and then.</summary>
[AllowAnonymous]
public sealed class StandController(BlogDb db, PageTags tags) : Controller
{
    private const string Type = "application/json; charset=utf-8";

    [HttpGet("/artikel/{slug}/reacties/stand"), HttpHead("/artikel/{slug}/reacties/stand"), ReadByAll]
    public async Task<IActionResult> Show(string slug, CancellationToken cancel)
    {
        if (await TalkStand.PostAtAsync(db, slug, cancel) is not { } post || await TalkStand.OfAsync(db, post, cancel) is not { } stand)
        {
            return NotFound();
        }

        tags.Add(TagOf.Post(post));
        return Content(stand.Json, Type, Encoding.UTF8);
    }
}
