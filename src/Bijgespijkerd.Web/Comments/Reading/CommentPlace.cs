using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments.Reading;

/// <summary>Finds the page on which a comment stands now.</summary>
public static class CommentPlace
{
    public static async Task<string> PageAsync(BlogDb db, long postId, string postPath, long id, string path, int perPage, CancellationToken cancel)
    {
        var rank = await db.ThreadPages.CountAsync(p => p.PostId == postId && string.Compare(p.FirstPath, path) <= 0, cancel);
        var size = await db.ThreadPages.Where(p => p.PostId == postId && string.Compare(p.FirstPath, path) <= 0)
            .OrderByDescending(p => p.FirstPath).Select(p => p.Shown).FirstOrDefaultAsync(cancel);
        if (size > perPage && await IsBeyondCutAsync(db, postId, path, perPage, cancel))
        {
            return CommentAddress.Thread(id);
        }

        return rank <= 1 ? postPath : CommentAddress.Page(postPath, rank);
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
