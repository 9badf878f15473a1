using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments;

/// <summary>One of the newest comments of the site, for the home page.</summary>
public sealed record FreshTalk(long Id, string Name, int Tint, string Words, string PostTitle)
{
    public static async Task<IReadOnlyList<FreshTalk>> LoadAsync(BlogDb db, CancellationToken cancel)
    {
        var newest = await db.Comments.Where(c => c.State == CommentState.Published && c.Post!.State == PostState.Published)
            .OrderByDescending(c => c.StateSince).Take(3)
            .Select(c => new { c.Id, c.Name, c.Tint, c.Markdown, c.Post!.Title }).ToListAsync(cancel);
        return [.. newest.Select(c => new FreshTalk(c.Id, c.Name, c.Tint, Excerpt.Of(CommentMarkdown.Render(c.Markdown).PlainText.ReplaceLineEndings(" "), 110), c.Title))];
    }
}
