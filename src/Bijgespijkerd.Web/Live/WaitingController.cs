using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Live;

/// <summary>How many comments wait for whoever asks: the number in the panel's menu.</summary>
[Authorize(Policies.Panel)]
public sealed class WaitingController(PanelMenu menu) : Controller
{
    [HttpGet("/beheer/reacties/stand"), HttpHead("/beheer/reacties/stand")]
    public async Task<IActionResult> Show()
    {
        Response.Headers.CacheControl = CacheHeaders.NeverStored;
        return Json(new Dictionary<string, int> { ["wachten"] = await menu.WaitingAsync() });
    }
}
