using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Moderation.Reports;

/// <summary>A reader asks to look at a comment.</summary>
[AllowAnonymous, SameOriginOnly]
public sealed class ReportController(BlogDb db, Reporting reporting, BlogSettings settings, ILogger<ReportController> log) : Controller
{
    private const string Address = "/reactie/{id:long}/melden";
    private const string Sent = "ja";

    [HttpGet(Address), HttpHead(Address)]
    public async Task<IActionResult> Show(long id, [FromQuery] string? verstuurd, CancellationToken cancel) =>
        await FindAsync(id, cancel) is { } page ? Page(page with { IsSent = verstuurd == Sent }, StatusCodes.Status200OK) : NotFound();

    [HttpPost(Address)]
    [RequestSizeLimit(100_000)]
    public async Task<IActionResult> Send([FromRoute] long id, [FromForm] string? reden, [FromForm] string? toelichting, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } page)
        {
            return NotFound();
        }

        var typed = page with { Chosen = reden, Words = toelichting ?? "" };
        var words = PlainText.Clean(toelichting).Trim();
        if (ReportWords.Read(reden) is not { } reason)
        {
            return Page(typed with { Error = ModerationTexts.ReportNoReason }, StatusCodes.Status422UnprocessableEntity);
        }

        if (words.Length > Limits.Summary)
        {
            return Page(typed with { WordsError = string.Format(SiteClock.Dutch, ModerationTexts.ReasonTooLong, Limits.Summary, words.Length) }, StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            switch (await reporting.ReportAsync(id, reason, words, SenderNetwork.Of(HttpContext), cancel))
            {
                case ReportOutcome.Gone:
                    return NotFound();
                case ReportOutcome.TooMany:
                    Response.Headers.RetryAfter = "3600";
                    return Page(typed with { Trouble = ModerationTexts.ReportTooMany }, StatusCodes.Status429TooManyRequests);
                default:
                    Response.Headers.Location = $"{ReportPage.AddressOf(id)}?verstuurd={Sent}";
                    return StatusCode(StatusCodes.Status303SeeOther);
            }
        }
        catch (Exception e) when (NotStored.Is(e))
        {
            return Page(typed with { Trouble = ModerationTexts.NotStored }, NotStored.Status(this, log, e));
        }
    }

    private ViewResult Page(ReportPage page, int status)
    {
        Response.StatusCode = status;
        Response.Headers.CacheControl = CacheHeaders.NeverStored;
        return View("/Moderation/Reports/Report.cshtml", page.HasFault ? page with { Head = page.Head with { Title = $"{ModerationTexts.ErrorTitle} | {settings.Title}" } } : page);
    }

    private async Task<ReportPage?> FindAsync(long id, CancellationToken cancel)
    {
        var found = await db.Comments.Where(c => c.Id == id && c.State == CommentState.Published && c.Post!.State == PostState.Published)
            .Select(c => new { c.Name, c.Html, c.Post!.Title }).SingleOrDefaultAsync(cancel);
        return found is null ? null : new ReportPage(id, found.Name, found.Html, found.Title, new PageHead($"{ModerationTexts.ReportTitle} | {settings.Title}") { Sheet = "bericht", IsHidden = true });
    }
}

/// <summary>A comment with the form to report it.</summary>
public sealed record ReportPage(long Id, string Name, SafeHtml Html, string PostTitle, PageHead Head) : IPage
{
    public string? Chosen { get; init; }
    public string Words { get; init; } = "";
    public string? Error { get; init; }
    public string? WordsError { get; init; }
    public string? Trouble { get; init; }
    public bool IsSent { get; init; }

    public bool HasFault => (Error ?? WordsError ?? Trouble) is not null;

    public static string AddressOf(long id) => CommentAddress.Permalink(id) + "/melden";
}

/// <summary>The reasons to report a comment, as forms call them and in words.</summary>
internal static class ReportWords
{
    public static IReadOnlyList<(string Key, ReportReason Reason)> All { get; } =
        [("spam", ReportReason.Spam), ("grof", ReportReason.Rude), ("prive", ReportReason.Private), ("onjuist", ReportReason.Untrue), ("anders", ReportReason.Other)];

    public static ReportReason? Read(string? key) => All.Where(a => a.Key == key).Select(a => (ReportReason?)a.Reason).FirstOrDefault();

    public static string Of(ReportReason reason) => reason switch
    {
        ReportReason.Spam => ModerationTexts.ReportSpam,
        ReportReason.Rude => ModerationTexts.ReportRude,
        ReportReason.Private => ModerationTexts.ReportPrivate,
        ReportReason.Untrue => ModerationTexts.ReportUntrue,
        _ => ModerationTexts.ReportOther,
    };
}
