using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Accounts.External;

/// <summary>To a service that says who somebody is, and what to read when it went wrong there.</summary>
[AllowAnonymous, SameOriginOnly]
public sealed class ExternalController(BlogSettings settings) : Controller
{
    /// <summary>By a form of this site alone: a link elsewhere must not sign somebody in under another's name.</summary>
    [HttpPost("/inloggen/{dienst}")]
    [RequestSizeLimit(16_000)]
    public async Task<IActionResult> Begin(string dienst, string? terug)
    {
        if (settings.SignIn.Find(dienst) is not { } provider)
        {
            return NotFound();
        }

        return this.GoOn(provider, await ExternalStart.ForAsync(HttpContext, provider, LocalPath.Of(Url, terug)), settings.Title);
    }

    [HttpGet("/inloggen/dienst/mislukt"), HttpHead("/inloggen/dienst/mislukt")]
    public IActionResult Failed(string? reden)
    {
        var why = EntryFailures.Read(reden);
        Response.Headers.CacheControl = CacheHeaders.NeverStored;
        return View("/Accounts/External/Failed.cshtml", new EntryPage(new PageHead($"{ExternalTexts.FailedTitle} | {settings.Title}") { IsHidden = true }) { Trouble = EntryFailures.Told(why) });
    }
}

/// <param name="Service">Where it goes on to.</param>
public sealed record LeavingPage(string Service, Uri Address, PageHead Head) : IPage;

internal static class Leaving
{
    public static IActionResult GoOn(this Controller controller, ProviderSettings provider, ExternalStart start, string title)
    {
        controller.Response.Headers.CacheControl = CacheHeaders.NeverStored;
        controller.Response.Headers["Refresh"] = "0;url=" + start.Address.AbsoluteUri;
        var head = new PageHead($"{string.Format(SiteClock.Dutch, ExternalTexts.LeavingTitle, provider.Name)} | {title}") { IsHidden = true };
        return controller.View("/Accounts/External/Leaving.cshtml", new LeavingPage(provider.Name, start.Address, head));
    }
}
