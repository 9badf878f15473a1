using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Platform.Media;

[AllowAnonymous]
public sealed class MediaController(MediaStore media) : Controller
{
    [HttpGet("/media/{name}"), HttpHead("/media/{name}")]
    public IActionResult Show(string name)
    {
        if (media.Find(name) is not { } found)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";
        return PhysicalFile(found.File, found.Type, enableRangeProcessing: true);
    }
}
