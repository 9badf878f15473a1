using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Comments.Posting;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Site.PersonalData;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Bijgespijkerd.Web.Privacy;

/// <summary>Who reads the mail of an address sees what is kept under it, takes it along, corrects it, or has it removed.</summary>
[AllowAnonymous, SameOriginOnly]
public sealed class PersonalDataController(
    PersonalLinks links, Erasing erasing, IEnumerable<IPersonalData> parts, SignInGate gate, BlogDb db, BlogSettings settings, ILogger<PersonalDataController> log) : Controller
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public override void OnActionExecuting(ActionExecutingContext context)
    {
        Response.Headers.CacheControl = CacheHeaders.NeverStored;
        // Not "no-referrer": see the page of one's own comment.
        Response.Headers["Referrer-Policy"] = "same-origin";
    }

    [HttpPost("/privacy/opvragen")]
    [RequestSizeLimit(16_000)]
    public async Task<IActionResult> Ask([FromForm] string? email, CancellationToken cancel)
    {
        var typed = email?.Trim() ?? "";
        if (!EmailAddress.IsValid(typed) || typed.Length > Limits.Email)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            var page = PrivacyPage.Of(settings, VisitorKey.CookieName(Request));
            return View("Privacy", page with { Email = typed, Error = CommentTexts.EmailIncomplete, Head = page.Head with { Title = PrivacyTexts.FaultPrefix + page.Head.Title, Canonical = null, IsHidden = true } });
        }

        // One answer for all: for an address that is known or not, and for who asks too often.
        var attempt = SignInAttempt.From("personal data", HttpContext);
        if (gate.Wait(attempt) is null)
        {
            gate.Fail(attempt);
            try
            {
                await links.SendAsync(typed, cancel);
            }
            catch (Exception e) when (NotStored.Is(e))
            {
                Response.StatusCode = NotStored.Status(this, log, e);
                return Said(PrivacyTexts.TroubleTitle, PrivacyTexts.Trouble);
            }
        }

        return Said(PrivacyTexts.SentTitle, string.Format(SiteClock.Dutch, PrivacyTexts.Sent, typed));
    }

    [HttpGet("/privacy/gegevens/{sleutel}"), HttpHead("/privacy/gegevens/{sleutel}")]
    public async Task<IActionResult> Show(string sleutel, [FromQuery] string? aangepast, CancellationToken cancel) =>
        await links.FindAsync(sleutel, cancel) is { } link ? View("Personal", await PageAsync(sleutel, link, cancel) with { IsCorrected = aangepast is not null }) : Gone();

    [HttpPost("/privacy/gegevens/{sleutel}/bestand")]
    public async Task<IActionResult> Download(string sleutel, CancellationToken cancel)
    {
        if (await links.FindAsync(sleutel, cancel) is not { } link)
        {
            return Gone();
        }

        var data = new Dictionary<string, object>(StringComparer.Ordinal) { ["e-mailadres"] = link.Email };
        foreach (var part in await PartsAsync(link, cancel))
        {
            data[part.Key] = part.Data;
        }

        return File(JsonSerializer.SerializeToUtf8Bytes(data, Readable), "application/json; charset=utf-8", "gegevens.json");
    }

    [HttpPost("/privacy/gegevens/{sleutel}/aanpassen")]
    [RequestSizeLimit(16_000)]
    public async Task<IActionResult> Correct(string sleutel, [FromForm] string? name, [FromForm] string? website, CancellationToken cancel)
    {
        if (await links.FindAsync(sleutel, cancel) is not { } link)
        {
            return Gone();
        }

        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        var to = new PersonalName(CommentDraft.NameOf(name, errors), CommentDraft.WebsiteOf(website, errors));
        if (errors.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Personal", await PageAsync(sleutel, link, cancel) with { Errors = errors, Name = name ?? "", Website = website ?? "" });
        }

        try
        {
            await erasing.CorrectAsync(link, to, cancel);
        }
        catch (Exception e) when (NotStored.Is(e))
        {
            Response.StatusCode = NotStored.Status(this, log, e);
            return View("Personal", await PageAsync(sleutel, link, cancel) with { Trouble = PrivacyTexts.Trouble });
        }

        Response.Headers.Location = PersonalPage.Path(sleutel) + "?aangepast=ja";
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    [HttpGet("/privacy/gegevens/{sleutel}/wissen"), HttpHead("/privacy/gegevens/{sleutel}/wissen")]
    public async Task<IActionResult> Choose(string sleutel, CancellationToken cancel) =>
        await links.FindAsync(sleutel, cancel) is { } link ? View("Erasing", await PageAsync(sleutel, link, cancel)) : Gone();

    [HttpPost("/privacy/gegevens/{sleutel}/wissen")]
    [RequestSizeLimit(16_000)]
    public async Task<IActionResult> Erase(string sleutel, [FromForm] string? keuze, CancellationToken cancel)
    {
        if (await links.FindAsync(sleutel, cancel) is not { } link)
        {
            return Gone();
        }

        if (keuze is not ("anoniem" or "weg"))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Erasing", await PageAsync(sleutel, link, cancel) with { HasToChoose = true });
        }

        try
        {
            return await erasing.EraseAsync(link, keuze == "anoniem" ? ErasureKind.Anonymised : ErasureKind.Removed, cancel)
                ? Said(PrivacyTexts.ErasedTitle, keuze == "anoniem" ? PrivacyTexts.Anonymised : PrivacyTexts.Removed)
                : Gone();
        }
        catch (Exception e) when (NotStored.Is(e))
        {
            Response.StatusCode = NotStored.Status(this, log, e);
            return Said(PrivacyTexts.TroubleTitle, PrivacyTexts.ErasingTrouble);
        }
    }

    private async Task<PersonalPage> PageAsync(string key, PersonalLink link, CancellationToken cancel)
    {
        var found = await PartsAsync(link, cancel);
        var latest = found.Select(p => p.Latest).FirstOrDefault(n => n is not null);
        return new(key, link.Email, link.ExpiresAt, found, Head(PrivacyTexts.PersonalTitle)) { Name = latest?.Name ?? "", Website = latest?.Website ?? "" };
    }

    private async Task<IReadOnlyList<PersonalPart>> PartsAsync(PersonalLink link, CancellationToken cancel)
    {
        var found = new List<PersonalPart>();
        foreach (var part in parts)
        {
            found.Add(await part.ReadAsync(db, link.EmailKey, cancel));
        }

        return found;
    }

    private ViewResult Gone()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        Response.Headers.Remove("Referrer-Policy");
        return Said(PrivacyTexts.GoneTitle, PrivacyTexts.Gone);
    }

    private ViewResult Said(string title, string text) => View("Said", new PersonalSaid(title, text, Head(title)));

    private PageHead Head(string title) => new($"{title} | {settings.Title}") { Sheet = "bericht", IsHidden = true };
}
