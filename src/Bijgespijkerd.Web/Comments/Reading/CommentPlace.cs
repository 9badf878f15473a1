using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;

namespace Bijgespijkerd.Web.Comments.Reading;

/// <summary>Finds the page on which a comment stands now.</summary>
public static class CommentPlace
{
    public static Task<string> PageAsync(BlogDb db, long postId, string postPath, long id, string path, CommentSettings settings, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(Page(db, postId, postPath, id, path, settings));
    }

    private static string Page(BlogDb db, long postId, string postPath, long id, string path, CommentSettings settings)
    {
        var place = ThreadQueries.PlaceOf(db, postId, path) ?? new PagePlace(0, 0, 0);
        if (place.Shown > settings.PerPage && ThreadQueries.CountBetween(db, postId, ThreadPath.RootOf(path), path, settings.PerPage) >= settings.PerPage)
        {
            return CommentAddress.Thread(id);
        }

        // Numbers count from the newest page when that is what the site shows first.
        var number = settings.Order == CommentOrder.OldestFirst || place.Rank == 0 ? place.Rank : 1 + place.Pages - place.Rank;
        return number <= 1 ? postPath : CommentAddress.Page(postPath, number);
    }
}
