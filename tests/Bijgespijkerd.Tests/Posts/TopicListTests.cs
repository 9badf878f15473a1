using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Posts;

/// <summary>The kept lists and counts of categories and tags, against counting everything anew.</summary>
public sealed class TopicListTests : BlogTests
{
    [Fact]
    public async Task Lists_follow_whatever_happens_to_posts_and_topics()
    {
        foreach (var (name, under) in new[] { ("A", null), ("B", "A"), ("C", "B"), ("D", "C"), ("E", null) })
        {
            await Blog.CategoryAsync(name, under);
        }

        var deep = await Blog.TellAsync(new Tale("Diep") { Categories = ["D", "B"], Tags = ["een", "twee"] });
        var other = await Blog.TellAsync(new Tale("Ander") { Categories = ["E"], Tags = ["een"] });
        await Blog.TellAsync(new Tale("Concept") { Categories = ["D"], Tags = ["een"], State = PostState.Draft });
        await Blog.TellAsync(new Tale("Bladzijde") { Categories = ["A"], Kind = PostKind.Page });
        await Blog.AssertKeptAsync(("A", 1), ("B", 1), ("C", 1), ("D", 1), ("E", 1));

        await Blog.ChangeAsync(deep, post => post.MakePrivate());
        await Blog.AssertKeptAsync(("A", 0), ("D", 0), ("E", 1));
        await Blog.ChangeAsync(deep, post => post.Publish(Blog.Clock.GetUtcNow()));
        await Blog.AssertKeptAsync(("A", 1), ("D", 1));

        await Change(async db => (await db.Categories.SingleAsync(c => c.Name == "C")).PutUnder(await db.Categories.SingleAsync(c => c.Name == "E")));
        await Blog.AssertKeptAsync(("A", 1), ("C", 1), ("E", 2));

        await Change(async db => db.PostCategories.Remove(await db.PostCategories.SingleAsync(c => c.PostId == deep.Id && c.Category!.Name == "B")));
        await Blog.AssertKeptAsync(("A", 0), ("B", 0), ("D", 1), ("E", 2));

        await Change(async db => db.Categories.Remove(await db.Categories.SingleAsync(c => c.Name == "C")));
        await Blog.AssertKeptAsync(("D", 1), ("E", 1));

        await Change(async db => db.PostTags.Remove(await db.PostTags.SingleAsync(t => t.PostId == deep.Id && t.Tag!.Name == "een")));
        await Blog.DeleteAsync(other);
        await Blog.AssertKeptAsync(("D", 1), ("E", 0));
    }

    [Fact]
    public async Task A_category_counts_what_lies_four_levels_below_it()
    {
        foreach (var (name, under) in new[] { ("A", null), ("B", "A"), ("C", "B"), ("D", "C"), ("E", "D") })
        {
            await Blog.CategoryAsync(name, under);
        }

        await Blog.TellAsync(new Tale("Diep") { Categories = ["E"] });

        Assert.Equal("1 artikel", (await Blog.Visitor().OpenAsync("/categorie")).Text("main .meta"));
        Assert.Equal("Diep", (await Blog.Visitor().OpenAsync("/categorie/a")).Text("main article .p-name"));
    }

    private Task<T> Change<T>(Func<BlogDb, Task<T>> change) => Blog.WriteAsync(change);
}
