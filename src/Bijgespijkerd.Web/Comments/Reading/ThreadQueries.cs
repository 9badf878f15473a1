using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments.Reading;

/// <summary>
/// What readers ask of the threads of a post, compiled once; read synchronously, because the provider is synchronous underneath.
/// Rows come without their parent's name: it stands on the same page nearly always.
/// </summary>
internal static class ThreadQueries
{
    /// <summary>Where a page begins, where the next one does, and how many there are.</summary>
    public static readonly Func<BlogDb, long, int, IEnumerable<PageStart>> StartsFrom = EF.CompileQuery((BlogDb db, long post, int rank) => db.ThreadPages
        .Where(p => p.PostId == post).OrderBy(p => p.FirstPath).Skip(rank).Take(2).Select(p => new PageStart(p.FirstPath, p.Shown)));

    public static readonly Func<BlogDb, long, string, string, int, IEnumerable<CommentRow>> Rows = EF.CompileQuery(
        (BlogDb db, long post, string from, string end, int most) => db.Comments
            .Where(c => c.PostId == post && c.IsShown && string.Compare(c.Path, from) >= 0 && string.Compare(c.Path, end) < 0)
            .OrderBy(c => c.Path).Take(most)
            .Select(c => new CommentRow(
                c.Id, c.ParentId, c.Path, c.Number, c.Name, c.Tint, c.Website, c.AuthorId, c.Via, c.Picture, c.Html,
                c.State, c.RemovedBy, c.VisibleReplies, c.CreatedAt, c.EditedAt, c.RepliesClosed,
                c.Source != null && EF.Functions.Like(c.Source, "http%") && !EF.Functions.Like(c.Source, "%#%") ? c.SourceId : null)));

    /// <summary>The page a path stands on, with its rank and the number of pages.</summary>
    public static readonly Func<BlogDb, long, string, PagePlace?> PlaceOf = EF.CompileQuery((BlogDb db, long post, string path) => db.ThreadPages
        .Where(p => p.PostId == post && string.Compare(p.FirstPath, path) <= 0).OrderByDescending(p => p.FirstPath)
        .Select(p => new PagePlace(
            p.Shown,
            db.ThreadPages.Count(o => o.PostId == post && string.Compare(o.FirstPath, path) <= 0),
            db.ThreadPages.Count(o => o.PostId == post))).FirstOrDefault());

    /// <summary>How many comments readers see from one path up to another, counted no further than asked.</summary>
    public static readonly Func<BlogDb, long, string, string, int, int> CountBetween = EF.CompileQuery(
        (BlogDb db, long post, string from, string until, int most) => db.Comments
            .Where(c => c.PostId == post && c.IsShown && string.Compare(c.Path, from) >= 0 && string.Compare(c.Path, until) < 0)
            .OrderBy(c => c.Path).Take(most).Count());

    /// <summary>A moderator closed the thread in which this comment stands. (Placing asks the same by a query of its own: a compiled one serves the lane or readers.)</summary>
    public static readonly Func<BlogDb, long, bool> IsClosed = EF.CompileQuery((BlogDb db, long root) => db.Comments.Any(c => c.Id == root && c.RepliesClosed));

    /// <summary>Names of published comments that are answered from another page.</summary>
    public static async Task<Dictionary<long, string>> NamesAsync(BlogDb db, IReadOnlyCollection<long> ids, CancellationToken cancel) => ids.Count == 0
        ? []
        : await db.Comments.Where(c => ids.Contains(c.Id) && c.State == CommentState.Published).Select(c => new { c.Id, c.Name })
            .ToDictionaryAsync(c => c.Id, c => c.Name, cancel);
}

internal sealed record PageStart(string FirstPath, int Shown);

internal sealed record PagePlace(int Shown, int Rank, int Pages);
