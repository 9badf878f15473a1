using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.SiteFolder.Reading;

/// <summary>
/// A post of which a run that was killed had stored some comments and not all: the next run goes on there. Every other post that is here
/// stays as it is, so that a comment that was deleted here does not come back.
/// </summary>
internal static class UnfinishedPost
{
    public static Task<bool> IsAsync(BlogDb db, string key, CancellationToken cancel) => db.SiteValues.AnyAsync(v => v.Key == NameOf(key), cancel);

    public static async Task RememberAsync(BlogDb db, string key, bool isUnfinished, CancellationToken cancel)
    {
        var stored = await db.SiteValues.AsTracking().SingleOrDefaultAsync(v => v.Key == NameOf(key), cancel);
        if (isUnfinished && stored is null)
        {
            db.SiteValues.Add(new SiteValue(NameOf(key), "unfinished"));
        }
        else if (!isUnfinished && stored is not null)
        {
            db.SiteValues.Remove(stored);
        }
    }

    private static string NameOf(string key) => "folder/" + key;
}
