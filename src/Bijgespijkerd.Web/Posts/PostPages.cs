using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Posts;

/// <summary>The queries of a post page, apart from its conversation: always the same number of them.</summary>
public static class PostPages
{
    public static Task<PostBody?> BodyAsync(BlogDb db, string slug, CancellationToken cancel) => db.PublicArticles().Where(p => p.Slug == slug)
        .Select(p => new PostBody(
            p.Id, p.Title, p.Slug, p.Summary, p.Teaser, p.Html, p.ReadingMinutes,
            p.CoverPath, p.CoverAlt, p.CoverCaption, p.CoverWidth, p.CoverHeight,
            p.PublishedAt!.Value, p.UpdatedAt, p.State, p.CommentsOpen, p.CommentCount, p.MentionCount,
            new AuthorBox(p.Author!.Id, p.Author.Name, p.Author.Slug, p.Author.Bio, p.Author.Tint, p.Author.PicturePath),
            p.Categories.OrderBy(c => c.Position).Select(c => new Label(c.Category!.Name, c.Category.Slug)).ToList(),
            p.Tags.OrderBy(t => t.Tag!.Name).Select(t => new Label(t.Tag!.Name, t.Tag.Slug)).ToList()))
        .AsSplitQuery().SingleOrDefaultAsync(cancel);

    public static async Task<Neighbours> NeighboursAsync(BlogDb db, PostBody post, CancellationToken cancel)
    {
        var articles = db.PublicArticles();
        var previous = await articles.Where(p => p.PublishedAt < post.PublishedAt || (p.PublishedAt == post.PublishedAt && p.Id < post.Id))
            .OrderByDescending(p => p.PublishedAt).ThenByDescending(p => p.Id).Select(p => new Label(p.Title, p.Slug)).FirstOrDefaultAsync(cancel);
        var next = await articles.Where(p => p.PublishedAt > post.PublishedAt || (p.PublishedAt == post.PublishedAt && p.Id > post.Id))
            .OrderBy(p => p.PublishedAt).ThenBy(p => p.Id).Select(p => new Label(p.Title, p.Slug)).FirstOrDefaultAsync(cancel);
        return new Neighbours(previous, next);
    }

    /// <summary>Blocks that stand under all posts of one of its categories.</summary>
    public static async Task<IReadOnlyList<SafeHtml>> BlocksAsync(BlogDb db, long postId, CancellationToken cancel) => await db.Blocks
        .Where(b => db.PostCategories.Any(c => c.PostId == postId && c.CategoryId == b.CategoryId))
        .OrderBy(b => b.Name).Select(b => b.Html).ToListAsync(cancel);
}
