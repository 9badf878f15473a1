using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Editing.Publishing;

internal static class PostQueries
{
    /// <summary>A post with its categories and tags, to be changed.</summary>
    public static Task<Post> WholeAsync(this BlogDb db, long id, CancellationToken cancel) => db.Whole().AsTracking().SingleAsync(p => p.Id == id, cancel);

    public static IQueryable<Post> Whole(this BlogDb db) => db.Posts
        .Include(p => p.Categories).ThenInclude(c => c.Category).Include(p => p.Tags).ThenInclude(t => t.Tag).Include(p => p.Author).AsSplitQuery();
}
