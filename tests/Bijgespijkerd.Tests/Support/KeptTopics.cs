using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Support;

/// <summary>The kept lists and counts of categories and tags, against counting everything anew.</summary>
public static class KeptTopics
{
    public static async Task AssertKeptAsync(this TestBlog blog, params (string Name, int Count)[] counts)
    {
        var (categories, posts, kept) = await blog.ReadAsync(async db => (
            await db.Categories.ToListAsync(),
            await db.Posts.Where(p => p.State == PostState.Published && p.Kind == PostKind.Article).Include(p => p.Categories).Include(p => p.Tags).ToListAsync(),
            await db.ListedPosts.Select(l => ValueTuple.Create(l.Kind, l.TopicId, l.PublishedAt, l.PostId)).ToListAsync()));
        var wanted = posts.SelectMany(p => p.Tags.Select(t => (TopicKind.Tag, t.TagId, p.PublishedAt!.Value, p.Id))
            .Concat(p.Categories.SelectMany(c => Above(categories, c.CategoryId)).Distinct().Select(id => (TopicKind.Category, id, p.PublishedAt!.Value, p.Id)))).ToList();
        Assert.Equal(wanted.Order(), kept.Order());
        Assert.All(categories, c => Assert.Equal(kept.Count(l => l.Item1 == TopicKind.Category && l.Item2 == c.Id), c.ArticleCount));
        Assert.All(counts, c => Assert.Equal(c.Count, categories.Single(k => k.Name == c.Name).ArticleCount));
    }

    private static IEnumerable<long> Above(IReadOnlyList<Category> all, long? id)
    {
        for (var at = id; at is not null; at = all.Single(c => c.Id == at).ParentId)
        {
            yield return at.Value;
        }
    }
}
