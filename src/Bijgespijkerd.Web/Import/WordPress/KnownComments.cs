using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Import.WordPress;

/// <summary>Old ids of what an earlier run brought in; WordPress numbers comments and pingbacks in one row.</summary>
public static class KnownComments
{
    public static async Task<HashSet<long>> LoadAsync(BlogDb db, string source, CancellationToken cancel)
    {
        var known = await db.Comments.Where(c => c.Source == source).Select(c => c.SourceId!.Value).ToListAsync(cancel);
        known.AddRange(await db.Mentions.Where(m => m.Source == source).Select(m => m.SourceId!.Value).ToListAsync(cancel));
        return [.. known];
    }
}
