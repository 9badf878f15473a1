using System.Text;
using System.Xml;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Feeds;

/// <summary>The newest comments under one article, for who follows it without leaving an address.</summary>
[AllowAnonymous]
public sealed class TalkFeedController(BlogDb db, BlogSettings settings, SiteAddress address, PageTags tags) : Controller
{
    private const int Items = 50;

    [HttpGet("/artikel/{slug}/feed"), HttpHead("/artikel/{slug}/feed"), ReadByAll]
    public async Task<IActionResult> Rss(string slug, CancellationToken cancel)
    {
        var post = await db.Posts.Where(Post.IsPublic).Where(p => p.Kind == PostKind.Article && p.Slug == slug).Select(p => new { p.Id, p.Title, p.Slug }).SingleOrDefaultAsync(cancel);
        if (post is null)
        {
            return NotFound();
        }

        var path = PostAddress.Of(PostKind.Article, post.Slug);
        var newest = await db.Comments.Where(c => c.PostId == post.Id && c.Number != null && c.State == CommentState.Published).OrderByDescending(c => c.Number).Take(Items)
            .Select(c => new TalkItem(c.Id, c.Name, c.Html, c.PublishedAt!.Value)).ToListAsync(cancel);
        tags.Add(TagOf.Post(post.Id));
        var channel = new RssChannel(
            string.Format(SiteClock.Dutch, FeedTexts.TalkTitle, post.Title, settings.Title), string.Format(SiteClock.Dutch, FeedTexts.TalkDescription, post.Title),
            path + "#reacties", path + "/feed", newest.Count > 0 ? newest.Max(i => i.At) : null);
        return Content(channel.With(address, xml => newest.ForEach(item => Write(xml, item, path, post.Title))), RssChannel.Type, Encoding.UTF8);
    }

    private void Write(XmlWriter xml, TalkItem item, string path, string title)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", RssChannel.Clean(string.Format(SiteClock.Dutch, FeedTexts.TalkItem, item.Name, title)));
        xml.WriteElementString("link", address.Absolute(CommentAddress.Permalink(item.Id)));
        xml.WriteElementString("guid", address.Absolute(CommentAddress.Permalink(item.Id)));
        xml.WriteElementString("pubDate", RssChannel.Rfc822(item.At));
        xml.WriteElementString("creator", RssChannel.DublinCore, RssChannel.Clean(item.Name));
        xml.WriteElementString("encoded", RssChannel.Content, RssChannel.Clean(AbsoluteHtml.Of(item.Html, address, path)));
        xml.WriteEndElement();
    }

    private sealed record TalkItem(long Id, string Name, SafeHtml Html, DateTimeOffset At);
}
