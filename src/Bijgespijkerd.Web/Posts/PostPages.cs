using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Authors;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Comments.Reading;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Posts;

/// <summary>The queries of a post page, apart from its conversation: compiled once, and always the same few.</summary>
public static class PostPages
{
    private static readonly Func<BlogDb, string, PostBody?> Body = EF.CompileQuery((BlogDb db, string slug) => db.Posts
        .Where(p => p.State == PostState.Published && p.Kind == PostKind.Article && p.Slug == slug)
        .Select(p => new PostBody(
            p.Id, p.Title, p.Slug, p.Summary, p.Teaser, p.Html, p.ReadingMinutes,
            p.CoverPath, p.CoverAlt, p.CoverCaption, p.CoverWidth, p.CoverHeight, new CoverFocus(p.CoverFocusX, p.CoverFocusY),
            p.PublishedAt!.Value, p.UpdatedAt, p.State, p.CommentsOpen, p.CommentCount, p.MentionCount, p.LastNumber,
            new AuthorBox(p.Author!.Id, p.Author.Name, p.Author.Slug, p.Author.Bio, p.Author.Tint, p.Author.PicturePath),
            new TalkShape(
                db.ThreadPages.Count(t => t.PostId == p.Id),
                db.ThreadPages.Where(t => t.PostId == p.Id).OrderBy(t => t.FirstPath).Skip(1).Select(t => t.FirstPath).FirstOrDefault(),
                p.MentionCount > 0)))
        .SingleOrDefault());

    private static readonly Func<BlogDb, long, IEnumerable<PostTopic>> Topics = EF.CompileQuery((BlogDb db, long post) => db.PostCategories
        .Where(c => c.PostId == post)
        .Select(c => new { IsTag = false, c.Position, c.Category!.Name, c.Category.Slug, HasBlock = db.Blocks.Any(b => b.CategoryId == c.CategoryId) })
        .Concat(db.PostTags.Where(t => t.PostId == post)
            .Select(t => new { IsTag = true, Position = 0, t.Tag!.Name, t.Tag.Slug, HasBlock = false }))
        .Select(t => new PostTopic(t.IsTag, t.Position, t.Name, t.Slug, t.HasBlock)));

    private static readonly Func<BlogDb, long, DateTimeOffset, IEnumerable<PostNeighbour>> Around = EF.CompileQuery(
        (BlogDb db, long post, DateTimeOffset at) => db.Posts
            .Where(p => p.Kind == PostKind.Article && p.State == PostState.Published && p.PublishedAt <= at && (p.PublishedAt < at || p.Id < post))
            .OrderByDescending(p => p.PublishedAt).ThenByDescending(p => p.Id).Take(1).Select(p => new { IsNext = false, p.Title, p.Slug })
            .Concat(db.Posts
                .Where(p => p.Kind == PostKind.Article && p.State == PostState.Published && p.PublishedAt >= at && (p.PublishedAt > at || p.Id > post))
                .OrderBy(p => p.PublishedAt).ThenBy(p => p.Id).Take(1).Select(p => new { IsNext = true, p.Title, p.Slug }))
            .Select(p => new PostNeighbour(p.IsNext, p.Title, p.Slug)));

    public static Task<PostBody?> BodyAsync(BlogDb db, string slug, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(Body(db, slug));
    }

    /// <summary>What stands around the article on its own page: categories, tags, blocks of those categories, the posts before and after it.</summary>
    public static async Task<PostSurroundings> SurroundingsAsync(BlogDb db, PostBody post, CancellationToken cancel)
    {
        var topics = Topics(db, post.Id).ToList();
        var around = Around(db, post.Id, post.PublishedAt).ToList();
        return new(
            [.. topics.Where(t => !t.IsTag).OrderBy(t => t.Position).Select(t => new Label(t.Name, t.Slug))],
            [.. topics.Where(t => t.IsTag).OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => new Label(t.Name, t.Slug))],
            topics.Exists(t => t.HasBlock) ? await BlocksAsync(db, post.Id, cancel) : [],
            around.Find(n => !n.IsNext)?.Label, around.Find(n => n.IsNext)?.Label);
    }

    /// <summary>Blocks that stand under all posts of one of its categories.</summary>
    private static async Task<IReadOnlyList<SafeHtml>> BlocksAsync(BlogDb db, long postId, CancellationToken cancel) => await db.Blocks
        .Where(b => db.PostCategories.Any(c => c.PostId == postId && c.CategoryId == b.CategoryId))
        .OrderBy(b => b.Name).Select(b => b.Html).ToListAsync(cancel);

    private sealed record PostTopic(bool IsTag, int Position, string Name, string Slug, bool HasBlock);

    private sealed record PostNeighbour(bool IsNext, string Title, string Slug)
    {
        public Label Label => new(Title, Slug);
    }
}
