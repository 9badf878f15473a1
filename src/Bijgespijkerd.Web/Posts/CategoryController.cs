using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Bijgespijkerd.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Posts;

[AllowAnonymous]
public sealed class CategoryController(BlogDb db, BlogSettings settings, PageTags tags) : Controller
{
    [HttpGet("/categorie"), HttpHead("/categorie"), ReadByAll]
    public IActionResult All()
    {
        tags.Add(TagOf.Articles).Add(TagOf.Topics);
        var head = new PageHead($"{PostTexts.Topics} | {settings.Title}") { Description = PostTexts.TopicsIntro, Canonical = "/categorie", Menu = "onderwerpen" };
        return View("Topics", new TopicsPage(TopicCount.Load(db), head));
    }

    [HttpGet("/categorie/{slug}"), HttpHead("/categorie/{slug}"), ReadByAll]
    public Task<IActionResult> First(string slug, CancellationToken cancel) => Page(slug, 1, cancel);

    [HttpGet("/categorie/{slug}/pagina/{page}"), HttpHead("/categorie/{slug}/pagina/{page}"), ReadByAll]
    public Task<IActionResult> Further(string slug, string page, CancellationToken cancel) => Page(slug, PostStream.Number(page) ?? 0, cancel);

    private async Task<IActionResult> Page(string slug, int page, CancellationToken cancel)
    {
        var topics = TopicCount.LoadAll(db);
        if (topics.FirstOrDefault(t => t.Slug == slug) is not { } category)
        {
            return NotFound();
        }

        // Articles of the categories below it are its articles too, as WordPress shows them.
        var ids = db.IdsUnder(TopicKind.Category, category.Id);
        if (await db.PageAsync(ids, category.Articles, $"/categorie/{slug}", page, settings, cancel) is not { } list)
        {
            return NotFound();
        }

        tags.Add(TagOf.Articles).Add(TagOf.Topics).Add(TagOf.Authors).Add(TagOf.Posts(list));
        return View("Archive", ArchivePage.Of(PostTexts.Topic, category.Name, category.Description, list, "onderwerpen", settings)
            with
        { Topics = [.. topics.Where(t => t.Articles > 0)], Topic = slug });
    }
}

public sealed record TopicsPage(IReadOnlyList<TopicCount> Topics, PageHead Head) : IPage;
