using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Demo;

/// <summary>A post of the demo, and why it stays: null when it goes.</summary>
/// <param name="Comments">In any state: all of them go along.</param>
public sealed record DemoPost(long Id, string Title, PostKind Kind, int Comments, string? Stays);

/// <summary>What went, and what stayed.</summary>
public sealed record DemoRemoved(int Posts, int Comments, int Stayed);

/// <summary>
/// Removes what the demo brought and nothing that people made, each post by a write of its own: broken off half-way it is done again.
/// A post that somebody worked on, or that visitors answered, stays with its whole conversation.
/// </summary>
public sealed class DemoRemoval(WriteLane lane, IdSequence ids, MediaStore media, DemoPresence presence, IEnumerable<IWorkOnPosts> work, CurrentAccount account, TimeProvider time)
{
    public async Task<IReadOnlyList<DemoPost>> PostsAsync(BlogDb db, CancellationToken cancel)
    {
        var posts = await Brought(db).OrderBy(p => p.Title).Select(p => new { p.Id, p.Title, p.Kind, Comments = db.Comments.Count(c => c.PostId == p.Id) }).ToListAsync(cancel);
        var found = new List<DemoPost>();
        foreach (var post in posts)
        {
            found.Add(new(post.Id, post.Title, post.Kind, post.Comments, await StaysAsync(db, post.Id, cancel)));
        }

        return found;
    }

    public async Task<DemoRemoved> RunAsync(BlogDb readers, CancellationToken cancel)
    {
        var (posts, comments, covers) = (0, 0, new List<string>());
        var all = await Brought(readers).Select(p => p.Id).ToListAsync(cancel);
        foreach (var id in all)
        {
            if (await lane.WriteWhenThereIsRoomAsync((db, token) => RemoveAsync(db, id, token), cancel) is { } gone)
            {
                posts++;
                comments += gone.Comments;
                covers.AddRange(gone.Cover is { } cover ? [cover] : []);
            }
        }

        var removed = new DemoRemoved(posts, comments, all.Count - posts);
        var unused = await lane.WriteWhenThereIsRoomAsync((db, token) => FinishAsync(db, covers, removed, token), cancel);
        presence.IsGone();

        // The rows went first: a file without a row harms nobody.
        media.Remove(unused);
        return removed;
    }

    private static IQueryable<Post> Brought(BlogDb db) => db.Posts.Where(p => p.Source == DemoRecord.Source);

    /// <summary>Thrown away by people is not kept by people.</summary>
    private async Task<string?> StaysAsync(BlogDb db, long id, CancellationToken cancel)
    {
        if (await db.Comments.AnyAsync(c => c.PostId == id && c.Source != DemoRecord.Source && (c.State == CommentState.Published || c.State == CommentState.Held), cancel)
            || await db.Mentions.AnyAsync(m => m.PostId == id && m.Source != DemoRecord.Source && (m.State == CommentState.Published || m.State == CommentState.Held), cancel))
        {
            return DemoTexts.StaysTalk;
        }

        if (await db.Posts.AnyAsync(p => p.Id == id && p.State == PostState.Trash, cancel))
        {
            return null;
        }

        var isWorkedOn = await db.Posts.AnyAsync(p => p.Id == id && p.UpdatedAt != p.CreatedAt, cancel);
        foreach (var leaf in work)
        {
            isWorkedOn = isWorkedOn || await leaf.Posts(db).AnyAsync(worked => worked == id, cancel);
        }

        return isWorkedOn ? DemoTexts.StaysWork : null;
    }

    /// <summary>Null when it stays. Its addresses are free again: nobody was promised them.</summary>
    private async Task<GonePost?> RemoveAsync(BlogDb db, long id, CancellationToken cancel)
    {
        if (await Brought(db).AsTracking().SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } post || await StaysAsync(db, id, cancel) is not null)
        {
            return null;
        }

        await ids.RememberAsync(db, cancel);
        var comments = await db.Comments.CountAsync(c => c.PostId == id, cancel);

        // Answers before what they answer, which the database holds them to. Readers learn of it by the post that goes.
        for (var depth = await db.Comments.Where(c => c.PostId == id).MaxAsync(c => (int?)c.Depth, cancel) ?? 0; depth > 0; depth--)
        {
            var level = depth;
            await db.Comments.Where(c => c.PostId == id && c.Depth == level).ExecuteDeleteAsync(cancel);
        }

        db.FormerSlugs.RemoveRange(await db.FormerSlugs.AsTracking().Where(f => f.PostId == id).ToListAsync(cancel));
        db.Posts.Remove(post);
        await db.SaveChangesAsync(cancel);
        return new(comments, post.CoverPath);
    }

    /// <summary>What was only there for the posts, when nobody uses or changed it; gives the files that nothing shows any more.</summary>
    private async Task<IReadOnlyList<string>> FinishAsync(BlogDb db, List<string> covers, DemoRemoved removed, CancellationToken cancel)
    {
        var unchanged = await DemoRecord.UnchangedAsync(db, cancel);
        foreach (var block in (await db.Blocks.AsTracking().ToListAsync(cancel)).Where(b => unchanged.Contains(DemoRecord.Print(b))))
        {
            if (!await db.Posts.AnyAsync(p => p.Markdown.Contains(":::blok " + block.Name), cancel))
            {
                db.Blocks.Remove(block);
            }
        }

        var tags = await db.Tags.AsTracking().Where(t => !db.PostTags.Any(p => p.TagId == t.Id)).ToListAsync(cancel);
        db.Tags.RemoveRange(tags.Where(t => unchanged.Contains(DemoRecord.Print(t))));
        await db.SaveChangesAsync(cancel);
        await RemoveCategoriesAsync(db, unchanged, cancel);
        var authors = await db.Authors.AsTracking().Include(a => a.Links).Where(a => !db.Posts.Any(p => p.AuthorId == a.Id) && !db.Comments.Any(c => c.AuthorId == a.Id) && !db.Accounts.Any(c => c.AuthorId == a.Id)).ToListAsync(cancel);
        db.Authors.RemoveRange(authors.Where(a => unchanged.Contains(DemoRecord.Print(a))));
        await DemoRecord.ForgetAsync(db, cancel);
        db.Audit(account, DemoAudit.Removed, string.Format(SiteClock.Dutch, DemoTexts.Removed, removed.Posts, removed.Comments, removed.Stayed), time.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return await UnusedAsync(db, covers, cancel);
    }

    /// <summary>From the ends of the tree: one with something under it stays.</summary>
    private static async Task RemoveCategoriesAsync(BlogDb db, IReadOnlySet<string> unchanged, CancellationToken cancel)
    {
        while (true)
        {
            var free = await db.Categories.AsTracking().Where(c => !db.PostCategories.Any(p => p.CategoryId == c.Id) && !db.Categories.Any(under => under.ParentId == c.Id) && !db.Blocks.Any(b => b.CategoryId == c.Id)).ToListAsync(cancel);
            var gone = free.Where(c => unchanged.Contains(DemoRecord.Print(c))).ToList();
            if (gone.Count == 0)
            {
                return;
            }

            db.Categories.RemoveRange(gone);
            await db.SaveChangesAsync(cancel);
        }
    }

    private static async Task<IReadOnlyList<string>> UnusedAsync(BlogDb db, List<string> covers, CancellationToken cancel)
    {
        var unused = new List<string>();
        foreach (var name in covers.Select(path => path[(path.LastIndexOf('/') + 1)..]).Distinct(StringComparer.Ordinal))
        {
            var isUsed = await db.Posts.AnyAsync(p => p.Markdown.Contains(name) || p.CoverPath!.Contains(name), cancel)
                || await db.Blocks.AnyAsync(b => b.Markdown.Contains(name), cancel) || await db.Authors.AnyAsync(a => a.PicturePath!.Contains(name), cancel);
            if (!isUsed)
            {
                unused.Add(name);
            }
        }

        return unused;
    }

    private sealed record GonePost(int Comments, string? Cover);
}
