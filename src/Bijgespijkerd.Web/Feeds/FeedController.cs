using System.Text;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Bijgespijkerd.Web.Site;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Feeds;

[AllowAnonymous]
public sealed class FeedController(BlogDb db, BlogSettings settings, SiteAddress address, PageTags tags) : Controller
{
    private const int Items = 20;

    [HttpGet("/feed"), HttpHead("/feed"), ReadByAll]
    public async Task<IActionResult> Rss(CancellationToken cancel)
    {
        var ids = await db.PublicArticles().Ids().Take(Items).ToListAsync(cancel);
        var categories = (await db.PostCategories.Where(c => ids.Contains(c.PostId)).Select(c => new { c.PostId, c.Position, c.Category!.Name }).ToListAsync(cancel))
            .OrderBy(c => c.Position).ToLookup(c => c.PostId, c => c.Name);
        var found = await db.Posts.Where(p => ids.Contains(p.Id))
            .Select(p => new FeedItem(p.Id, p.Title, p.Slug, p.Teaser, p.Html, p.Author!.Name, p.PublishedAt!.Value, p.CommentCount + p.MentionCount))
            .ToDictionaryAsync(i => i.Id, cancel);
        var names = (await db.OldPosts.Where(o => o.PostId != null && ids.Contains(o.PostId.Value) && o.Guid != null).Select(o => new { o.PostId, o.Guid }).ToListAsync(cancel)).ToLookup(o => o.PostId, o => o.Guid);
        var items = ids.Where(found.ContainsKey).Select(id => found[id] with { Categories = [.. categories[id]], OldGuid = names[id].FirstOrDefault() }).ToList();
        tags.Add(TagOf.Articles).Add(TagOf.Topics).Add(TagOf.Authors).Add(items.Select(i => TagOf.Post(i.Id)));
        return Content(RssFeed.Of(items, settings, address), RssChannel.Type, Encoding.UTF8);
    }
}

public sealed record FeedItem(
    long Id, string Title, string Slug, string Teaser, Text.SafeHtml Html, string Author, DateTimeOffset PublishedAt, int Reactions)
{
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>What feed readers knew it by on the site it came from.</summary>
    public string? OldGuid { get; init; }

    public string Path => PostAddress.Of(PostKind.Article, Slug);
}
