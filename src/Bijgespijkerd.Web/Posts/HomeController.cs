using Bijgespijkerd.Web.Comments;
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
public sealed class HomeController(BlogDb db, BlogSettings settings, PageTags tags) : Controller
{
    [HttpGet("/"), HttpHead("/"), ReadByAll]
    public Task<IActionResult> First(CancellationToken cancel) => Page(1, cancel);

    [HttpGet("/pagina/{page}"), HttpHead("/pagina/{page}"), ReadByAll]
    public Task<IActionResult> Further(string page, CancellationToken cancel) => Page(PostStream.Number(page) ?? 0, cancel);

    private async Task<IActionResult> Page(int page, CancellationToken cancel)
    {
        var articles = db.PublicArticles();
        if (await db.PageAsync(articles.Ids(), await articles.CountAsync(cancel), "/", page, settings, cancel) is not { } list)
        {
            return NotFound();
        }

        tags.Add(TagOf.Articles).Add(TagOf.Talk).Add(TagOf.Topics).Add(TagOf.Authors).Add(TagOf.Posts(list));
        var talk = page == 1 ? FreshTalk.Load(db) : [];
        tags.Add(talk.Select(t => TagOf.Post(t.PostId)));
        var topics = page == 1 ? TopicCount.Load(db) : [];
        return View("Home", HomePage.Of(list, talk, topics, settings));
    }
}

public sealed record HomePage(PostList List, IReadOnlyList<FreshTalk> Talk, IReadOnlyList<TopicCount> Topics, PageHead Head) : IPage
{
    public static HomePage Of(PostList list, IReadOnlyList<FreshTalk> talk, IReadOnlyList<TopicCount> topics, BlogSettings settings)
    {
        var first = list.Pager.Page == 1;
        var title = first ? $"{settings.Title}: {settings.Tagline}" : string.Format(SiteClock.Dutch, PostTexts.PageTitle, PostTexts.Newest, list.Pager.Page);
        return new(list, talk, topics, new PageHead(title)
        {
            Description = settings.Tagline,
            Canonical = list.Pager.Current,
            Menu = "artikelen",
            Previous = list.Pager.Newer,
            Next = list.Pager.Older,
        });
    }
}
