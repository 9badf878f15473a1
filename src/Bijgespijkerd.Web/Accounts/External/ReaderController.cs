using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Site.PersonalData;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Accounts.External;

/// <summary>A reader takes what is theirs along, or goes.</summary>
[Authorize(Policies.Reader)]
public sealed class ReaderController(BlogDb db, CurrentAccount current, ReaderRemoval removal, IEnumerable<IPersonalData> parts, SiteAddress address, BlogSettings settings) : PanelController
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    [HttpGet("/account/gegevens"), HttpHead("/account/gegevens")]
    public async Task<IActionResult> Download(CancellationToken cancel) =>
        File(JsonSerializer.SerializeToUtf8Bytes(await ReaderData.OfAsync(db, current.Id, parts, address, cancel), Readable), "application/json; charset=utf-8", "gegevens.json");

    [HttpGet("/account/verwijderen"), HttpHead("/account/verwijderen")]
    public async Task<IActionResult> Ask(CancellationToken cancel) => View("/Accounts/External/Removal.cshtml", await PageAsync(hasToChoose: false, cancel));

    [HttpPost("/account/verwijderen")]
    public async Task<IActionResult> Remove([FromForm] string? reacties, CancellationToken cancel)
    {
        if (reacties is not ("anoniem" or "weg"))
        {
            return Again("/Accounts/External/Removal.cshtml", await PageAsync(hasToChoose: true, cancel));
        }

        await removal.RemoveAsync(current.Id, reacties == "weg", cancel);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return View("/Accounts/External/Removed.cshtml", new RemovalPage(0, false, Head(ExternalTexts.RemovedTitle)));
    }

    private async Task<RemovalPage> PageAsync(bool hasToChoose, CancellationToken cancel)
    {
        var id = current.Id;
        return new(await db.Comments.CountAsync(c => c.AccountId == id, cancel), hasToChoose, Head(ExternalTexts.RemovalTitle) with { IsForSignedIn = true });
    }

    private PageHead Head(string title) => new($"{title} | {settings.Title}") { Sheet = "bericht", IsHidden = true };
}
