using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Posts;

/// <summary>Some page of a list of posts, newest first.</summary>
public sealed record PostList(IReadOnlyList<PostCard> Posts, Pager Pager, int Total);

/// <summary>The public articles, and the one way to cut pages from any selection of them.</summary>
public static class PostStream
{
    public static IQueryable<Post> PublicArticles(this BlogDb db) => db.Posts.Where(Post.IsPublic).Where(p => p.Kind == PostKind.Article);

    /// <summary>The ids of a selection as a list shows it: newest first.</summary>
    public static IQueryable<long> Ids(this IQueryable<Post> posts) => posts.OrderByDescending(p => p.PublishedAt).ThenByDescending(p => p.Id).Select(p => p.Id);

    /// <summary>The public articles of a topic, newest first.</summary>
    public static IQueryable<long> IdsUnder(this BlogDb db, TopicKind kind, long topic) => db.ListedPosts
        .Where(l => l.Kind == kind && l.TopicId == topic).OrderByDescending(l => l.PublishedAt).ThenByDescending(l => l.PostId).Select(l => l.PostId);

    /// <summary>
    /// Null when there is no such page: the caller answers 404. The ids come from an index alone, so that what stands before a page
    /// is passed without being read; then the posts of the page.
    /// </summary>
    public static async Task<PostList?> PageAsync(
        this BlogDb db, IQueryable<long> ids, int total, string basePath, int page, BlogSettings settings, CancellationToken cancel)
    {
        var pager = new Pager(basePath, page, Pager.PagesFor(total, settings.Posts.PerPage));
        if (page < 1 || page > pager.Pages)
        {
            return null;
        }

        var shown = await ids.Skip((page - 1) * settings.Posts.PerPage).Take(settings.Posts.PerPage).ToListAsync(cancel);
        var cards = await db.Posts.Where(p => shown.Contains(p.Id)).Select(PostCard.From).ToDictionaryAsync(c => c.Id, cancel);
        return new PostList([.. shown.Where(cards.ContainsKey).Select(id => cards[id])], pager, total);
    }

    /// <summary>A page number in an address: null for anything but a plain number from 2 on (1 has the plain address).</summary>
    public static int? Number(string page) =>
        page.Length <= 6 && page.All(char.IsAsciiDigit) && page[0] != '0' && int.Parse(page, SiteClock.Dutch) is var number and > 1 ? number : null;
}
