using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Posts;

/// <summary>Keeps what topics were once called; within a unit of work, the caller saves.</summary>
public static class FormerTopics
{
    /// <summary>A topic takes this slug: it leads to nothing else any more.</summary>
    public static async Task TakeAsync(this BlogDb db, TopicKind kind, string slug, CancellationToken cancel)
    {
        if (await db.FormerAtAsync(kind, slug, cancel) is { } former)
        {
            db.FormerTopics.Remove(former);
        }
    }

    /// <summary>From now on the slug leads to where the newer fact says.</summary>
    public static async Task RememberAsync(this BlogDb db, FormerTopic fact, CancellationToken cancel)
    {
        if (await db.FormerAtAsync(fact.Kind, fact.Slug, cancel) is { } former)
        {
            former.Becomes(fact);
        }
        else
        {
            db.FormerTopics.Add(fact);
        }
    }

    private static Task<FormerTopic?> FormerAtAsync(this BlogDb db, TopicKind kind, string slug, CancellationToken cancel) =>
        db.FormerTopics.AsTracking().SingleOrDefaultAsync(f => f.Kind == kind && f.Slug == slug, cancel);
}
