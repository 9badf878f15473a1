using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.SiteFolder.Reading;

/// <summary>
/// The one post of which a run that was killed had stored some comments and not all: the next run goes on there. Every other post that is
/// here stays as it is, so that a comment that was deleted here does not come back.
/// </summary>
internal static class UnfinishedPost
{
    private const string Name = "site-folder-unfinished-post";

    public static Task<bool> IsAsync(BlogDb db, string key, CancellationToken cancel) => db.SiteValues.AnyAsync(v => v.Key == Name && v.Value == key, cancel);

    /// <param name="key">Null: there is none.</param>
    public static async Task RememberAsync(BlogDb db, string? key, CancellationToken cancel)
    {
        var stored = await db.SiteValues.AsTracking().SingleOrDefaultAsync(v => v.Key == Name, cancel);
        if (key is null && stored is not null)
        {
            db.SiteValues.Remove(stored);
        }
        else if (key is not null && stored is null)
        {
            db.SiteValues.Add(new SiteValue(Name, key));
        }
        else if (key is not null)
        {
            stored!.Becomes(key);
        }
    }
}
