using System.Diagnostics;
using System.Globalization;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Site;

/// <summary>Every answer that is not what was asked for, in Dutch, with a way on. Reached by re-execution only, whatever the method.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
[AllowAnonymous]
public sealed class ErrorController(BlogDb db, BlogSettings settings) : Controller
{
    private const int MaxWords = 6;

    [Route("/fout/{status:int}")]
    public async Task<IActionResult> Show(CancellationToken cancel)
    {
        // Not bound: when the request's form could not be read, MVC binds nothing at all.
        var status = int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture);
        var reexecuted = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        if (reexecuted is null && HttpContext.Features.Get<IExceptionHandlerPathFeature>() is null)
        {
            status = StatusCodes.Status404NotFound;
        }

        Response.StatusCode = status;
        Response.Headers.CacheControl = "no-store";
        var words = Words(reexecuted?.OriginalPath ?? "");
        if (KeptForm.Wants(HttpContext, status) && await KeptForm.OfAsync(HttpContext, status, reexecuted?.OriginalPath, settings, cancel) is { } kept)
        {
            return View("/Panel/KeptForm.cshtml", kept);
        }

        var suggestions = status is 404 or 410 ? await SuggestAsync(words, cancel) : [];
        return View("Error", ErrorPage.Of(status, string.Join(' ', words), suggestions, Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier, settings));
    }

    private async Task<IReadOnlyList<Label>> SuggestAsync(IReadOnlyList<string> words, CancellationToken cancel)
    {
        var found = new List<Label>();
        foreach (var word in words.OrderByDescending(w => w.Length).Take(2))
        {
            var like = $"%{word}%";
            found.AddRange(await db.PublicArticles().Where(p => EF.Functions.Like(p.Slug, like)).OrderByDescending(p => p.PublishedAt).Take(3)
                .Select(p => new Label(p.Title, p.Slug)).ToListAsync(cancel));
        }

        return [.. found.Distinct().Take(3)];
    }

    /// <summary>The words of the last part of the address: letters and digits only, so that they can stand anywhere.</summary>
    private static List<string> Words(string path) => [.. path.Split('/')[^1].Split(['-', '_', '.', ' '], StringSplitOptions.RemoveEmptyEntries)
        .Where(w => w.Length is > 3 and < 40 && w.All(char.IsAsciiLetterOrDigit)).Take(MaxWords)];
}

public sealed record ErrorPage(int Status, string Heading, string Text, string Words, IReadOnlyList<Label> Suggestions, string? Id, PageHead Head) : IPage
{
    public static ErrorPage Of(int status, string words, IReadOnlyList<Label> suggestions, string id, BlogSettings settings)
    {
        var (heading, text) = status switch
        {
            404 => (SiteTexts.NotFoundTitle, SiteTexts.NotFoundText),
            410 => (SiteTexts.GoneTitle, SiteTexts.GoneText),
            403 => (SiteTexts.ForbiddenTitle, SiteTexts.ForbiddenText),
            413 => (SiteTexts.TooLargeTitle, SiteTexts.TooLargeText),
            < 500 => (SiteTexts.BadTitle, SiteTexts.BadText),
            _ => (SiteTexts.ErrorTitle, SiteTexts.ErrorText),
        };
        return new(status, heading, text, words, suggestions, status >= 500 ? id : null, new PageHead($"{heading} | {settings.Title}") { IsHidden = true });
    }
}
