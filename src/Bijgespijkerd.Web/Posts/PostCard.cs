using System.Linq.Expressions;

namespace Bijgespijkerd.Web.Posts;

/// <summary>A post as lists show it.</summary>
public sealed record PostCard(
    long Id, string Title, string Slug, string Teaser, string? CoverPath, int CoverWidth, int CoverHeight, CoverFocus Focus,
    string Author, DateTimeOffset PublishedAt, int ReadingMinutes, int Reactions, string? Category)
{
    public static Expression<Func<Post, PostCard>> From { get; } = p => new PostCard(
        p.Id, p.Title, p.Slug, p.Teaser, p.CoverPath, p.CoverWidth, p.CoverHeight, new CoverFocus(p.CoverFocusX, p.CoverFocusY),
        p.Author!.Name, p.PublishedAt!.Value, p.ReadingMinutes, p.CommentCount + p.MentionCount,
        p.Categories.OrderBy(c => c.Position).Select(c => c.Category!.Name).FirstOrDefault());

    public string Path => PostAddress.Of(PostKind.Article, Slug);
}
