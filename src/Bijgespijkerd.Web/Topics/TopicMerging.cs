using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Topics;

/// <summary>Ends a category or tag: its articles go to another, or lose it. Neither can be taken back, so both ask first.</summary>
public sealed class TopicMerging(WriteLane lane, CurrentAccount account, TimeProvider time)
{
    /// <summary>Null when one of the two is not there.</summary>
    public Task<string?> MergeAsync(TopicKind kind, long from, long into, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            var names = from == into ? null : kind == TopicKind.Tag ? await MergeTagsAsync(db, from, into, token) : await MergeCategoriesAsync(db, from, into, token);
            if (names is not var (gone, stays))
            {
                return null;
            }

            db.Audit(account, TopicAudit.Merged, string.Format(SiteClock.Dutch, TopicTexts.AuditMergedWith, gone, stays), time.GetUtcNow());
            await db.SaveChangesAsync(token);
            return stays;
        },
        cancel);

    /// <summary>Its name; null when it is not there.</summary>
    public Task<string?> DeleteAsync(TopicKind kind, long id, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            var name = kind == TopicKind.Tag ? await DeleteTagAsync(db, id, token) : await DeleteCategoryAsync(db, id, token);
            if (name is not null)
            {
                db.Audit(account, TopicAudit.Deleted, name, time.GetUtcNow());
                await db.SaveChangesAsync(token);
            }

            return name;
        },
        cancel);

    private async Task<(string Gone, string Stays)?> MergeCategoriesAsync(BlogDb db, long from, long into, CancellationToken cancel)
    {
        var all = await db.Categories.AsTracking().ToListAsync(cancel);
        if (all.Find(c => c.Id == from) is not { } gone || all.Find(c => c.Id == into) is not { } stays)
        {
            return null;
        }

        Hang(all, gone, stays);
        foreach (var block in await db.Blocks.AsTracking().Where(b => b.CategoryId == from).ToListAsync(cancel))
        {
            block.ShowUnder(stays);
        }

        await FileAsync(db, from, stays, cancel);
        foreach (var former in await db.FormerTopics.AsTracking().Where(f => f.CategoryId == from).ToListAsync(cancel))
        {
            former.LeadTo(stays);
        }

        await db.RememberAsync(FormerTopic.Of(stays, gone.Slug, time.GetUtcNow()), cancel);
        db.Categories.Remove(gone);
        return (gone.Name, stays.Name);
    }

    /// <summary>What hung under the one that goes hangs under the one that stays; when that hung under it itself, it takes its place.</summary>
    private static void Hang(List<Category> all, Category gone, Category stays)
    {
        if (IsUnder(stays, gone))
        {
            Put(stays, gone.Parent);
        }

        foreach (var child in all.Where(c => c.ParentId == gone.Id).ToList())
        {
            Put(child, stays);
        }
    }

    private static bool IsUnder(Category category, Category above)
    {
        var at = category.Parent;
        while (at is not null && at != above)
        {
            at = at.Parent;
        }

        return at is not null;
    }

    private static void Put(Category category, Category? under)
    {
        if (under is null)
        {
            category.StandByItself();
        }
        else
        {
            category.PutUnder(under);
        }
    }

    /// <summary>The category that stays takes the place of the other, or keeps its own where that is nearer to the front.</summary>
    private static async Task FileAsync(BlogDb db, long from, Category stays, CancellationToken cancel)
    {
        var filed = await db.PostCategories.AsTracking().Where(f => f.CategoryId == from || (f.CategoryId == stays.Id && db.PostCategories.Any(o => o.PostId == f.PostId && o.CategoryId == from))).ToListAsync(cancel);
        foreach (var post in filed.GroupBy(f => f.PostId).ToList())
        {
            var leaves = post.Single(f => f.CategoryId == from);
            if (post.SingleOrDefault(f => f.CategoryId == stays.Id) is { } own)
            {
                own.MoveTo(Math.Min(own.Position, leaves.Position));
            }
            else
            {
                db.PostCategories.Add(leaves.Under(stays));
            }

            db.PostCategories.Remove(leaves);
        }
    }

    private async Task<(string Gone, string Stays)?> MergeTagsAsync(BlogDb db, long from, long into, CancellationToken cancel)
    {
        if (await db.Tags.AsTracking().SingleOrDefaultAsync(t => t.Id == from, cancel) is not { } gone || await db.Tags.AsTracking().SingleOrDefaultAsync(t => t.Id == into, cancel) is not { } stays)
        {
            return null;
        }

        var labels = await db.PostTags.AsTracking().Where(t => t.TagId == from).ToListAsync(cancel);
        var both = await db.PostTags.Where(t => t.TagId == into && db.PostTags.Any(o => o.PostId == t.PostId && o.TagId == from)).Select(t => t.PostId).ToListAsync(cancel);
        db.PostTags.AddRange(labels.ExceptBy(both, t => t.PostId).Select(t => t.With(stays)));
        db.PostTags.RemoveRange(labels);
        foreach (var former in await db.FormerTopics.AsTracking().Where(f => f.TagId == from).ToListAsync(cancel))
        {
            former.LeadTo(stays);
        }

        var called = Text.Slug.From(gone.Name);
        if (called.Length > 0 && called != gone.Slug && !await db.Tags.AnyAsync(t => t.Slug == called, cancel))
        {
            await db.RememberAsync(FormerTopic.Of(stays, called, time.GetUtcNow()), cancel);
        }

        await db.RememberAsync(FormerTopic.Of(stays, gone.Slug, time.GetUtcNow()), cancel);
        db.Tags.Remove(gone);
        return (gone.Name, stays.Name);
    }

    private async Task<string?> DeleteCategoryAsync(BlogDb db, long id, CancellationToken cancel)
    {
        var all = await db.Categories.AsTracking().ToListAsync(cancel);
        if (all.Find(c => c.Id == id) is not { } gone)
        {
            return null;
        }

        // Its page shows what is filed below it as well.
        var shown = all.Where(c => c == gone || IsUnder(c, gone)).Select(c => c.Id).ToList();
        var wasPublic = await db.Posts.AnyAsync(p => p.PublishedAt != null && p.State != PostState.Scheduled && p.Categories.Any(c => shown.Contains(c.CategoryId)), cancel);
        foreach (var child in all.Where(c => c.ParentId == id).ToList())
        {
            Put(child, gone.Parent);
        }

        foreach (var slug in (await db.FormerTopics.Where(f => f.CategoryId == id).Select(f => f.Slug).ToListAsync(cancel)).Append(gone.Slug))
        {
            await db.RememberAsync(FormerTopic.OfDeleted(TopicKind.Category, slug, wasPublic, time.GetUtcNow()), cancel);
        }

        db.Categories.Remove(gone);
        return gone.Name;
    }

    private async Task<string?> DeleteTagAsync(BlogDb db, long id, CancellationToken cancel)
    {
        if (await db.Tags.AsTracking().SingleOrDefaultAsync(t => t.Id == id, cancel) is not { } gone)
        {
            return null;
        }

        var wasPublic = await db.Posts.AnyAsync(p => p.PublishedAt != null && p.State != PostState.Scheduled && p.Tags.Any(t => t.TagId == id), cancel);
        foreach (var slug in (await db.FormerTopics.Where(f => f.TagId == id).Select(f => f.Slug).ToListAsync(cancel)).Append(gone.Slug))
        {
            await db.RememberAsync(FormerTopic.OfDeleted(TopicKind.Tag, slug, wasPublic, time.GetUtcNow()), cancel);
        }

        db.Tags.Remove(gone);
        return gone.Name;
    }
}
