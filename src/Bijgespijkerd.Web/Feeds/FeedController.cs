using System.Text;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Bijgespijkerd.Web.Site;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Feeds;

public sealed class FeedController(BlogDb db, BlogSettings settings, SiteAddress address, PageTags tags) : Controller
{
    private const int Items = 20;

    [HttpGet("/feed"), HttpHead("/feed"), ReadByAll]
    public async Task<IActionResult> Rss(CancellationToken cancel)
    {
        var items = await db.PublicArticles().OrderByDescending(p => p.PublishedAt).ThenByDescending(p => p.Id).Take(Items)
            .Select(p => new FeedItem(
                p.Id, p.Title, p.Slug, p.Teaser, p.Html, p.Author!.Name, p.PublishedAt!.Value, p.CommentCount + p.MentionCount,
                p.Categories.OrderBy(c => c.Position).Select(c => c.Category!.Name).ToList()))
            .AsSplitQuery().ToListAsync(cancel);
        tags.Add(TagOf.Articles).Add(TagOf.Topics).Add(TagOf.Authors).Add(items.Select(i => TagOf.Post(i.Id)));
        return Content(RssFeed.Of(items, settings, address), "application/rss+xml; charset=utf-8", Encoding.UTF8);
    }
}

public sealed record FeedItem(
    long Id, string Title, string Slug, string Teaser, Text.SafeHtml Html, string Author, DateTimeOffset PublishedAt, int Reactions, IReadOnlyList<string> Categories)
{
    public string Path => PostAddress.Of(PostKind.Article, Slug);
}
