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

    /// <summary>Null when there is no such page: the caller answers 404.</summary>
    public static async Task<PostList?> PageAsync(
        this IQueryable<Post> posts, string basePath, int page, BlogSettings settings, CancellationToken cancel)
    {
        var total = await posts.CountAsync(cancel);
        var pager = new Pager(basePath, page, Pager.PagesFor(total, settings.Posts.PerPage));
        if (page < 1 || page > pager.Pages)
        {
            return null;
        }

        var cards = await posts.OrderByDescending(p => p.PublishedAt).ThenByDescending(p => p.Id)
            .Skip((page - 1) * settings.Posts.PerPage).Take(settings.Posts.PerPage)
            .Select(PostCard.From).ToListAsync(cancel);
        return new PostList(cards, pager, total);
    }

    /// <summary>A page number in an address: null for anything but a plain number from 2 on (1 has the plain address).</summary>
    public static int? Number(string page) =>
        page.Length <= 6 && page.All(char.IsAsciiDigit) && page[0] != '0' && int.Parse(page, SiteClock.Dutch) is var number and > 1 ? number : null;
}
