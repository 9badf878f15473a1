using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Bijgespijkerd.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Posts;

public sealed class CategoryController(BlogDb db, BlogSettings settings, PageTags tags) : Controller
{
    [HttpGet("/categorie"), HttpHead("/categorie"), ReadByAll]
    public async Task<IActionResult> All(CancellationToken cancel)
    {
        tags.Add(TagOf.Articles).Add(TagOf.Topics);
        var head = new PageHead($"{PostTexts.Topics} | {settings.Title}") { Description = PostTexts.TopicsIntro, Canonical = "/categorie", Menu = "onderwerpen" };
        return View("Topics", new TopicsPage(await TopicCount.LoadAsync(db, cancel), head));
    }

    [HttpGet("/categorie/{slug}"), HttpHead("/categorie/{slug}"), ReadByAll]
    public Task<IActionResult> First(string slug, CancellationToken cancel) => Page(slug, 1, cancel);

    [HttpGet("/categorie/{slug}/pagina/{page}"), HttpHead("/categorie/{slug}/pagina/{page}"), ReadByAll]
    public Task<IActionResult> Further(string slug, string page, CancellationToken cancel) => Page(slug, PostStream.Number(page) ?? 0, cancel);

    private async Task<IActionResult> Page(string slug, int page, CancellationToken cancel)
    {
        var category = await db.Categories.SingleOrDefaultAsync(c => c.Slug == slug, cancel);
        if (category is null)
        {
            return NotFound();
        }

        // Articles of the categories below it are its articles too, as WordPress shows them.
        var below = Category.AndBelow(category.Id, await db.Categories.Select(c => ValueTuple.Create(c.Id, c.ParentId)).ToListAsync(cancel));
        var posts = db.PublicArticles().Where(p => p.Categories.Any(c => below.Contains(c.CategoryId)));
        if (await posts.PageAsync($"/categorie/{slug}", page, settings, cancel) is not { } list)
        {
            return NotFound();
        }

        tags.Add(TagOf.Articles).Add(TagOf.Topics).Add(TagOf.Authors).Add(TagOf.Posts(list)).Add(below.Select(TagOf.ArticlesIn));
        var topics = await TopicCount.LoadAsync(db, cancel);
        return View("Archive", ArchivePage.Of(PostTexts.Topic, category.Name, category.Description, list, "onderwerpen", settings)
            with
        { Topics = topics, Topic = slug });
    }
}

public sealed record TopicsPage(IReadOnlyList<TopicCount> Topics, PageHead Head) : IPage;
