using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Comments.Filter;
using Bijgespijkerd.Web.Comments.Posting;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Accounts.External;

/// <summary>A reader goes for good: what they wrote first, a piece at a time, and then at once the rest with the account itself.</summary>
public sealed class ReaderRemoval(WriteLane lane, MediaStore media, IWorkingTexts working, IFollowComments following, SpamFilter filter, SettingsInForce settings, TimeProvider time)
{
    private const int AtOnce = 100;

    /// <param name="withComments">Their comments go too; else they stay, without a name.</param>
    public async Task RemoveAsync(long id, bool withComments, CancellationToken cancel)
    {
        var since = await lane.WriteAsync(async (db, token) => await db.Comments.MaxAsync(c => (long?)c.Id, token) ?? 0, cancel);
        (long Post, long After)? next = (0, 0);
        while (next is { } from)
        {
            next = await lane.WriteAsync((db, token) => WriterMentions.UnlinkAsync(db, c => c.AccountId == id, from, token), cancel);
        }

        var pictures = new HashSet<string>(StringComparer.Ordinal);
        while (await lane.WriteAsync((db, token) => LetGoAsync(db, id, since, withComments, pictures, token), cancel) == AtOnce)
        {
            // Others write between the pieces.
        }

        var unused = await lane.WriteAsync(
            async (db, token) =>
            {
                await LetGoAsync(db, id, since, withComments, pictures, token);
                if (await db.Accounts.AsTracking().SingleOrDefaultAsync(a => a.Id == id && a.Role == Role.Reader, token) is { } account)
                {
                    if (account.Picture is { } picture)
                    {
                        pictures.Add(picture);
                    }

                    db.Accounts.Remove(account);
                    db.Audit("ReaderLeft", "", time.GetUtcNow());
                    await db.SaveChangesAsync(token);
                }

                return await ReaderPicture.UnusedAsync(db, working, pictures, token);
            },
            cancel);
        ReaderPicture.Remove(media, unused);
    }

    /// <param name="since">What came after this comment was written meanwhile, and may mention them again.</param>
    /// <returns>How many comments it was.</returns>
    private async Task<int> LetGoAsync(BlogDb db, long id, long since, bool withComments, HashSet<string> pictures, CancellationToken cancel)
    {
        var comments = await db.Comments.AsTracking().Where(c => c.AccountId == id).Include(c => c.Post).Include(c => c.Reasons).OrderBy(c => c.Id).Take(AtOnce).ToListAsync(cancel);
        foreach (var written in comments.GroupBy(c => c.Post!))
        {
            await WriterMentions.UnlinkAsync(db, c => c.AccountId == id, written.Key.Id, since, cancel);
            var threads = new PostThreads(db, written.Key, settings.Now.Comments.PerPage);
            foreach (var comment in written)
            {
                pictures.UnionWith(comment.Picture is { } picture ? [picture] : []);
                await filter.ForgetAsync(db, comment.Id, cancel);
                if (withComments)
                {
                    await threads.EraseAsync(comment, time.GetUtcNow(), cancel);
                }
                else
                {
                    comment.LoseWriter(CommentTexts.Anonymous);
                }
            }
        }

        await following.EndAsync(db, [.. comments.Select(c => c.Id)], cancel);
        await db.SaveChangesAsync(cancel);
        return comments.Count;
    }
}
