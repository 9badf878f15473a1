using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments;

/// <summary>
/// The pages of one post that a unit of work has to do with: those concerned are loaded, their neighbours when they matter, however
/// many pages the post has. What was added or removed here but is not saved yet always lies between pages that are known to adjoin.
/// </summary>
internal sealed class PageWindow(BlogDb db, long postId)
{
    private static readonly Func<BlogDb, long, string, ThreadPage?> Holding = EF.CompileQuery((BlogDb db, long post, string path) =>
        db.ThreadPages.AsTracking().Where(p => p.PostId == post && string.Compare(p.FirstPath, path) <= 0).OrderByDescending(p => p.FirstPath).FirstOrDefault());

    private static readonly Func<BlogDb, long, string, ThreadPage?> Before = EF.CompileQuery((BlogDb db, long post, string path) =>
        db.ThreadPages.AsTracking().Where(p => p.PostId == post && string.Compare(p.FirstPath, path) < 0).OrderByDescending(p => p.FirstPath).FirstOrDefault());

    private static readonly Func<BlogDb, long, string, ThreadPage?> Behind = EF.CompileQuery((BlogDb db, long post, string path) =>
        db.ThreadPages.AsTracking().Where(p => p.PostId == post && string.Compare(p.FirstPath, path) > 0).OrderBy(p => p.FirstPath).FirstOrDefault());

    private readonly List<Place> _places = [];
    private bool _isEmpty;

    public ThreadPage this[int at] => _places[at].Page;

    /// <summary>Where the page stands that holds a path; null when the post has no pages.</summary>
    public int? At(string path)
    {
        if (_isEmpty)
        {
            return null;
        }

        var at = _places.FindLastIndex(p => string.CompareOrdinal(p.Page.FirstPath, path) <= 0);
        if (at >= 0 && (Next(at) is not { } next || string.CompareOrdinal(next.FirstPath, path) > 0))
        {
            return at;
        }

        if (Holding(db, postId, path) is { } page)
        {
            return Put(page);
        }

        _isEmpty = _places.Count == 0;
        return _isEmpty ? null : throw new InvalidOperationException("A comment stands on no page");
    }

    /// <summary>The page behind this one; null for the last.</summary>
    public ThreadPage? Next(int at)
    {
        if (!_places[at].AdjoinsNext)
        {
            if (Behind(db, postId, this[at].FirstPath) is { } page)
            {
                Put(page);
            }

            _places[at].AdjoinsNext = true;
        }

        return at + 1 < _places.Count ? this[at + 1] : null;
    }

    public string EndOf(int at) => Next(at)?.FirstPath ?? ThreadPath.End;

    /// <summary>A new page behind one that is known, or the first of all.</summary>
    public void Insert(int at, string firstPath, int shown)
    {
        if (at > 0)
        {
            Next(at - 1);
        }

        var page = new ThreadPage(postId, firstPath, shown);
        _places.Insert(at, new Place(page) { AdjoinsNext = true });
        _isEmpty = false;
        db.ThreadPages.Add(page);
    }

    public void Remove(int at)
    {
        var page = this[at];
        Next(at);
        if ((at == 0 || !_places[at - 1].AdjoinsNext) && Before(db, postId, page.FirstPath) is { } before)
        {
            _places[Put(before)].AdjoinsNext = true;
        }

        db.ThreadPages.Remove(page);
        _places.RemoveAll(p => p.Page == page);
        _isEmpty = _places.Count == 0;
    }

    /// <summary>All pages of the post were deleted from the database.</summary>
    public void Empty()
    {
        foreach (var entry in db.ChangeTracker.Entries<ThreadPage>().Where(e => e.Entity.PostId == postId).ToList())
        {
            entry.State = EntityState.Detached;
        }

        _places.Clear();
        _isEmpty = true;
    }

    private int Put(ThreadPage page)
    {
        var at = _places.FindIndex(p => string.CompareOrdinal(p.Page.FirstPath, page.FirstPath) >= 0);
        if (at >= 0 && _places[at].Page == page)
        {
            return at;
        }

        at = at >= 0 ? at : _places.Count;
        _places.Insert(at, new Place(page));
        return at;
    }

    private sealed class Place(ThreadPage page)
    {
        public ThreadPage Page => page;

        /// <summary>What stands behind it in this window is the next page, and there is none when nothing does.</summary>
        public bool AdjoinsNext { get; set; }
    }
}
