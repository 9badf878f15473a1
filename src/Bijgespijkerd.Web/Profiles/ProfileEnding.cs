using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Authors;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Profiles;

/// <summary>
/// Ends an author: what they wrote goes to another first, some at a time, so that nobody waits for a thousand articles. What a stop of
/// the program leaves is a name with fewer articles, and doing it again finishes it.
/// </summary>
public sealed class ProfileEnding(WriteLane lane, SiteSecret secret, CurrentAccount account, TimeProvider time)
{
    private const int AtOnce = 100;

    /// <summary>Two names of one person become one.</summary>
    /// <returns>The name that stays; null when one of the two is not there, or an account writes as the one that would go.</returns>
    public async Task<string?> MergeAsync(long from, long into, CancellationToken cancel)
    {
        if (!await MayGoAsync(from, into, cancel))
        {
            return null;
        }

        await MoveAsync(from, into, cancel);
        while (await MoveCommentsAsync(from, into, cancel) > 0)
        {
            await Task.Yield();
        }

        return await lane.WriteAsync(
            async (db, token) =>
            {
                if (await GoneAsync(db, from, token) is not { } gone || await db.Authors.AsTracking().SingleOrDefaultAsync(a => a.Id == into, token) is not { } stays)
                {
                    return null;
                }

                foreach (var former in await db.FormerAuthors.AsTracking().Where(f => f.AuthorId == from).ToListAsync(token))
                {
                    former.LeadTo(stays);
                }

                db.FormerAuthors.Add(FormerAuthor.Of(stays, gone.Slug));
                db.Audit(account, ProfileAudit.Merged, string.Format(SiteClock.Dutch, ProfileTexts.AuditMergedWith, gone.Name, stays.Name), time.GetUtcNow());
                await db.SaveChangesAsync(token);
                return stays.Name;
            },
            cancel);
    }

    /// <param name="into">Who gets the articles; null: "voormalig auteur".</param>
    /// <returns>The name that went; null when it is not there, or an account writes as it.</returns>
    public async Task<string?> DeleteAsync(long id, long? into, CancellationToken cancel)
    {
        if (!await MayGoAsync(id, into, cancel) || await HeirAsync(id, into, cancel) is not { } heir)
        {
            return null;
        }

        await MoveAsync(id, heir, cancel);
        while (await MoveCommentsAsync(id, null, cancel) > 0)
        {
            await Task.Yield();
        }

        return await lane.WriteAsync(
            async (db, token) =>
            {
                if (await GoneAsync(db, id, token) is not { } gone)
                {
                    return null;
                }

                db.FormerAuthors.Add(FormerAuthor.OfDeleted(gone.Slug));
                db.Audit(account, ProfileAudit.Deleted, gone.Name, time.GetUtcNow());
                await db.SaveChangesAsync(token);
                return gone.Name;
            },
            cancel);
    }

    private Task<bool> MayGoAsync(long from, long? into, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) => from != into && !await db.Accounts.AnyAsync(a => a.AuthorId == from, token)
            && await db.Authors.AnyAsync(a => a.Id == from, token) && (into is null || await db.Authors.AnyAsync(a => a.Id == into, token)),
        cancel);

    /// <summary>Itself when it wrote nothing; null when it is "voormalig auteur" and would have to follow itself.</summary>
    private Task<long?> HeirAsync(long id, long? into, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            if (into is not null || !await db.Posts.AnyAsync(p => p.AuthorId == id, token))
            {
                return into ?? id;
            }

            var slug = Text.Slug.From(ProfileTexts.Former);
            var former = await db.Authors.AsTracking().SingleOrDefaultAsync(a => a.Slug == slug, token);
            if (former is null)
            {
                former = db.Authors.Add(await NewAuthor.ForAsync(db, ProfileTexts.Former, secret, token)).Entity;
                await db.SaveChangesAsync(token);
            }

            return former.Id == id ? null : (long?)former.Id;
        },
        cancel);

    private async Task MoveAsync(long from, long into, CancellationToken cancel)
    {
        while (from != into && await MovePostsAsync(from, into, cancel) > 0)
        {
            await Task.Yield();
        }
    }

    private Task<int> MovePostsAsync(long from, long into, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            var heir = await db.Authors.AsTracking().SingleAsync(a => a.Id == into, token);
            var posts = (await db.Posts.Where(p => p.AuthorId == from).OrderBy(p => p.Id).Take(AtOnce).Select(Post.Counts).ToListAsync(token)).ConvertAll(Post.Of);
            db.AttachRange(posts);
            posts.ForEach(post => post.IsBy(heir));
            await db.SaveChangesAsync(token);
            return posts.Count;
        },
        cancel);

    /// <param name="into">Null: they stay with the name that stands above them, and are nobody's here.</param>
    private Task<int> MoveCommentsAsync(long from, long? into, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            var heir = into is null ? null : await db.Authors.AsTracking().SingleAsync(a => a.Id == into, token);
            var comments = await db.Comments.AsTracking().Where(c => c.AuthorId == from).OrderBy(c => c.Id).Take(AtOnce).ToListAsync(token);
            comments.ForEach(comment => comment.IsBy(heir));
            await db.SaveChangesAsync(token);
            return comments.Count;
        },
        cancel);

    /// <summary>The author, about to be removed; null when meanwhile an account or an article came to it.</summary>
    private static async Task<Author?> GoneAsync(BlogDb db, long id, CancellationToken cancel)
    {
        if (await db.Accounts.AnyAsync(a => a.AuthorId == id, cancel) || await db.Posts.AnyAsync(p => p.AuthorId == id, cancel)
            || await db.Authors.AsTracking().SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } gone)
        {
            return null;
        }

        db.Authors.Remove(gone);
        return gone;
    }
}
