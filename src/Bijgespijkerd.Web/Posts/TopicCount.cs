using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Posts;

/// <summary>A category with the number of public articles in it and in the categories below it, down to the third level.</summary>
public sealed record TopicCount(string Name, string Slug, string Description, string? Parent, int Articles)
{
    public static async Task<IReadOnlyList<TopicCount>> LoadAsync(BlogDb db, CancellationToken cancel) =>
        await db.Categories
            .Select(c => new
            {
                Category = c,
                Parent = c.Parent!.Name,
                Articles = db.PostCategories
                    .Where(pc => pc.Post!.State == PostState.Published && pc.Post.Kind == PostKind.Article)
                    .Where(pc => pc.CategoryId == c.Id || pc.Category!.ParentId == c.Id || pc.Category.Parent!.ParentId == c.Id)
                    .Select(pc => pc.PostId).Distinct().Count(),
            })
            .Where(t => t.Articles > 0).OrderBy(t => t.Category.Name)
            .Select(t => new TopicCount(t.Category.Name, t.Category.Slug, t.Category.Description, t.Parent, t.Articles)).ToListAsync(cancel);
}
