using System.Globalization;
using System.Text;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Site;

/// <summary>Small files that programs ask for at fixed addresses.</summary>
[AllowAnonymous]
public sealed class MachineController(SiteAddress address, TimeProvider time) : Controller
{
    [HttpGet("/robots.txt"), HttpHead("/robots.txt")]
    public ContentResult Robots() => Plain(
        "User-agent: *\nDisallow: /zoeken\nDisallow: /*?antwoord=\nDisallow: /*?volgorde=\nDisallow: /*?sleutel=\n");

    /// <summary>RFC 9116: where to report a weakness, valid for a year from the day it is read.</summary>
    [HttpGet("/.well-known/security.txt"), HttpHead("/.well-known/security.txt")]
    public ContentResult Security() => Plain(
        $"Contact: {address.Absolute("/privacy")}\nExpires: {time.GetUtcNow().AddDays(364).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}T00:00:00Z\n"
        + $"Preferred-Languages: nl, en\nCanonical: {address.Absolute("/.well-known/security.txt")}\n");

    private ContentResult Plain(string text) => Content(text, "text/plain; charset=utf-8", Encoding.UTF8);
}
