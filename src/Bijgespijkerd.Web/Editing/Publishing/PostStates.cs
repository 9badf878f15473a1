using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Editing.Revisions;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Editing.Publishing;

/// <summary>Takes posts off the site, to the trash and back, and away for good. Each at once, with a way to undo all but the last.</summary>
public sealed class PostStates(WriteLane lane, IdSequence ids, CurrentAccount account, TimeProvider time)
{
    /// <summary>How the posts stood before, in the order asked for; without those that stood so already.</summary>
    public Task<IReadOnlyList<FormerState>> MoveAsync(IReadOnlyCollection<long> posts, PostState state, CancellationToken cancel) => lane.WriteAsync<IReadOnlyList<FormerState>>(
        async (db, token) =>
        {
            var found = await db.Posts.AsTracking().Where(p => posts.Contains(p.Id) && p.State != state).OrderBy(p => p.Id).ToListAsync(token);
            var before = new List<FormerState>();
            var now = time.GetUtcNow();
            foreach (var post in found)
            {
                if (post.IsPublished)
                {
                    await KnownAddress.KeepAsync(db, post, token);
                }

                before.Add(FormerState.Of(post, await VersionAsync(db, post, token), now));
                Put(post, state, now);
                db.Audit(account, state == PostState.Trash ? EditingAudit.Trashed : EditingAudit.Drafted, post.Title, now);
            }

            await db.SaveChangesAsync(token);
            return before;
        },
        cancel);

    /// <summary>Back to how they stood; what was moved again or written on since stays so. How many went back.</summary>
    public Task<int> UndoAsync(IReadOnlyCollection<FormerState> before, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            var now = time.GetUtcNow();
            var asked = before.Select(b => b.PostId).ToList();
            var found = await db.Posts.AsTracking().Where(p => asked.Contains(p.Id) && (p.State == PostState.Trash || p.State == PostState.Draft)).ToListAsync(token);
            var count = 0;
            foreach (var post in found)
            {
                var former = before.First(b => b.PostId == post.Id);
                if (!former.Precedes(post, await VersionAsync(db, post, token)))
                {
                    continue;
                }

                PutBack(post, former, now);
                db.Audit(account, EditingAudit.PutBack, post.Title, now);
                count++;
            }

            await db.SaveChangesAsync(token);
            return count;
        },
        cancel);

    /// <summary>Deletes what lies in the trash; of an address that readers knew it stays known that it is gone.</summary>
    public Task<bool> DeleteAsync(long id, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            if (await db.Posts.AsTracking().SingleOrDefaultAsync(p => p.Id == id && p.State == PostState.Trash, token) is not { } post)
            {
                return false;
            }

            if (await KnownAddress.IsKnownAsync(db, post, token))
            {
                db.FormerSlugs.Add(FormerSlug.OfDeleted(post.Kind, post.Slug));
            }

            await ids.RememberAsync(db, token);
            db.Posts.Remove(post);
            db.Audit(account, EditingAudit.Deleted, post.Title, time.GetUtcNow());
            await db.SaveChangesAsync(token);
            return true;
        },
        cancel);

    private static async Task<int> VersionAsync(BlogDb db, Post post, CancellationToken cancel) => (await db.NewestAsync(post.Id, cancel))?.Number ?? 0;

    private static void Put(Post post, PostState state, DateTimeOffset now)
    {
        switch (state)
        {
            case PostState.Trash:
                post.MoveToTrash(now);
                break;
            case PostState.Draft:
                post.BackToDraft(now);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(state), state, "A post gets there by what it says, not by moving it");
        }
    }

    /// <summary>Nothing becomes public by this that was not public or planned.</summary>
    private static void PutBack(Post post, FormerState before, DateTimeOffset now)
    {
        switch (before.State)
        {
            case PostState.Published when post.WasPublic:
                post.Publish(now);
                break;
            case PostState.Private:
                post.MakePrivate();
                break;
            case PostState.Scheduled when before.At > now:
                post.Schedule(before.At.Value);
                break;
            default:
                post.BackToDraft(now);
                break;
        }
    }
}
