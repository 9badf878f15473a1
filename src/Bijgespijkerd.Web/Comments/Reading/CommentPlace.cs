using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments.Reading;

/// <summary>Finds the page on which a comment stands now.</summary>
public static class CommentPlace
{
    public static async Task<string> PageAsync(BlogDb db, long postId, string postPath, long id, string path, CommentSettings settings, CancellationToken cancel)
    {
        var rank = await db.ThreadPages.CountAsync(p => p.PostId == postId && string.Compare(p.FirstPath, path) <= 0, cancel);
        var size = await db.ThreadPages.Where(p => p.PostId == postId && string.Compare(p.FirstPath, path) <= 0)
            .OrderByDescending(p => p.FirstPath).Select(p => p.Shown).FirstOrDefaultAsync(cancel);
        if (size > settings.PerPage && await IsBeyondCutAsync(db, postId, path, settings.PerPage, cancel))
        {
            return CommentAddress.Thread(id);
        }

        // Numbers count from the newest page when that is what the site shows first.
        var number = settings.Order == CommentOrder.OldestFirst || rank == 0 ? rank
            : 1 + await db.ThreadPages.CountAsync(p => p.PostId == postId, cancel) - rank;
        return number <= 1 ? postPath : CommentAddress.Page(postPath, number);
    }

    private static async Task<bool> IsBeyondCutAsync(BlogDb db, long postId, string path, int perPage, CancellationToken cancel)
    {
        var root = ThreadPath.RootOf(path);
        var before = await db.Comments
            .Where(c => c.PostId == postId && c.IsShown && string.Compare(c.Path, root) >= 0 && string.Compare(c.Path, path) < 0)
            .Take(perPage).CountAsync(cancel);
        return before >= perPage;
    }
}
