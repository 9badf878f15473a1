using System.Globalization;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments;

public static class ThreadPacking
{
    private const string Name = "comments-per-page";

    public static bool Follows(IReadOnlyDictionary<string, string> values, int perPage) =>
        values.TryGetValue(Name, out var stored) && stored == perPage.ToString(CultureInfo.InvariantCulture);

    /// <summary>When the page size was changed, every post's pages are packed anew with it.</summary>
    public static async Task FollowSettingAsync(BlogDb db, int perPage, CancellationToken cancel)
    {
        var wanted = perPage.ToString(CultureInfo.InvariantCulture);
        var stored = await db.SiteValues.SingleOrDefaultAsync(v => v.Key == Name, cancel);
        if (stored?.Value == wanted)
        {
            return;
        }

        if (stored is null)
        {
            db.SiteValues.Add(new SiteValue(Name, wanted));
        }
        else
        {
            stored.Becomes(wanted);
            foreach (var postId in await db.ThreadPages.Select(p => p.PostId).Distinct().ToListAsync(cancel))
            {
                await new ThreadPages(db, postId, perPage).RebuildAsync(cancel);
            }
        }

        await db.SaveChangesAsync(cancel);
    }
}
