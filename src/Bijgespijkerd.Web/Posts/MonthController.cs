using System.Globalization;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Bijgespijkerd.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Posts;

[AllowAnonymous]
public sealed class MonthController(BlogDb db, BlogSettings settings, SiteClock clock, PageTags tags) : Controller
{
    [HttpGet("/archief"), HttpHead("/archief"), ReadByAll]
    public IActionResult All()
    {
        var months = MonthCount.Load(db, clock);
        tags.Add(TagOf.Articles);
        var head = new PageHead($"{PostTexts.Archive} | {settings.Title}") { Description = PostTexts.ArchiveIntro, Canonical = "/archief" };
        return View("Months", new MonthsPage(months, head));
    }

    [HttpGet("/archief/{year}/{month}"), HttpHead("/archief/{year}/{month}"), ReadByAll]
    public Task<IActionResult> First(string year, string month, CancellationToken cancel) => Page(year, month, 1, cancel);

    [HttpGet("/archief/{year}/{month}/pagina/{page}"), HttpHead("/archief/{year}/{month}/pagina/{page}"), ReadByAll]
    public Task<IActionResult> Further(string year, string month, string page, CancellationToken cancel) =>
        Page(year, month, PostStream.Number(page) ?? 0, cancel);

    private async Task<IActionResult> Page(string year, string month, int page, CancellationToken cancel)
    {
        if (!DateOnly.TryParseExact($"{year}-{month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year is < 1990 or > 9000)
        {
            return NotFound();
        }

        // A month as readers know it: local days, also around the change of the clocks.
        var (from, until) = (clock.StartOf(day), clock.StartOf(day.AddMonths(1)));
        var posts = db.PublicArticles().Where(p => p.PublishedAt >= from && p.PublishedAt < until);
        var list = await db.PageAsync(posts.Ids(), await posts.CountAsync(cancel), $"/archief/{year}/{month}", page, settings, cancel);
        if (list is not { Total: > 0 })
        {
            return NotFound();
        }

        tags.Add(TagOf.Articles).Add(TagOf.Topics).Add(TagOf.Authors).Add(TagOf.Posts(list));
        return View("Archive", ArchivePage.Of(PostTexts.Archive, SiteClock.Month(day.Year, day.Month), "", list, "", settings));
    }
}

public sealed record MonthCount(int Year, int Month, int Articles)
{
    private static readonly Func<BlogDb, IEnumerable<DateTimeOffset>> Moments = EF.CompileQuery((BlogDb db) => db.Posts
        .Where(p => p.Kind == PostKind.Article && p.State == PostState.Published).OrderByDescending(p => p.PublishedAt).Select(p => p.PublishedAt!.Value));

    /// <summary>Newest first, in one pass over an index: only the first article of a month is converted to the site's zone.</summary>
    public static IReadOnlyList<MonthCount> Load(BlogDb db, SiteClock clock)
    {
        var months = new List<MonthCount>();
        var start = DateTimeOffset.MaxValue;
        foreach (var at in Moments(db))
        {
            if (at < start)
            {
                var local = clock.Local(at);
                start = clock.StartOf(new DateOnly(local.Year, local.Month, 1));
                months.Add(new MonthCount(local.Year, local.Month, 0));
            }

            months[^1] = months[^1] with { Articles = months[^1].Articles + 1 };
        }

        return months;
    }

    public string Path => string.Create(CultureInfo.InvariantCulture, $"/archief/{Year:0000}/{Month:00}");
}

public sealed record MonthsPage(IReadOnlyList<MonthCount> Months, PageHead Head) : IPage;
