using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Editing.Publishing;

/// <summary>Gives a post another author, another date.</summary>
public sealed class PostAttribution(WriteLane lane, CurrentAccount account, TimeProvider time)
{
    /// <summary>False when there is no such author, or the post went meanwhile.</summary>
    public Task<bool> ChangeAsync(long id, long author, DateTimeOffset? at, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            var post = await db.Posts.AsTracking().SingleOrDefaultAsync(p => p.Id == id, token);
            var writer = await db.Authors.AsTracking().SingleOrDefaultAsync(a => a.Id == author, token);
            if (post is null || writer is null)
            {
                return false;
            }

            post.WrittenBy(writer);
            if (at is { } moment && post.PublishedAt is not null)
            {
                post.Redate(moment);
            }

            db.Audit(account, EditingAudit.Attributed, post.Title, time.GetUtcNow());
            await db.SaveChangesAsync(token);
            return true;
        },
        cancel);
}
