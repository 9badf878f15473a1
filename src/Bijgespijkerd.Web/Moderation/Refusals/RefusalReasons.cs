using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Moderation.Refusals;

/// <summary>The sentences that moderators choose from when they reject a comment: its writer reads them.</summary>
public static class RefusalReasons
{
    public const int Most = 20;

    /// <summary>All together fit the value in which they are kept.</summary>
    public const int Longest = 180;

    private const string Name = "refusal-reasons";

    private static readonly string[] Standard =
        [ModerationTexts.RefusalOffTopic, ModerationTexts.RefusalRude, ModerationTexts.RefusalPrivate, ModerationTexts.RefusalAdvert, ModerationTexts.RefusalDouble];

    /// <summary>Those of the site; the standard ones until somebody changes the list.</summary>
    public static async Task<IReadOnlyList<string>> LoadAsync(BlogDb db, CancellationToken cancel) =>
        await db.SiteValues.Where(v => v.Key == Name).Select(v => v.Value).SingleOrDefaultAsync(cancel) is { } kept
            ? kept.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : Standard;

    public static async Task StoreAsync(BlogDb db, IEnumerable<string> reasons, CancellationToken cancel)
    {
        var value = string.Join('\n', reasons);
        if (await db.SiteValues.AsTracking().SingleOrDefaultAsync(v => v.Key == Name, cancel) is { } stored)
        {
            stored.Becomes(value);
        }
        else
        {
            db.SiteValues.Add(new SiteValue(Name, value));
        }
    }
}
