using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments;

/// <summary>Keeps a post's page boundaries in step while comments appear and disappear. Runs in the write lane.</summary>
public sealed class ThreadPages(BlogDb db, long postId, int perPage)
{
    private static readonly Func<BlogDb, long, string, string, bool> IsSomethingShown = EF.CompileQuery((BlogDb db, long post, string from, string end) =>
        db.Comments.Any(c => c.PostId == post && c.IsShown && string.Compare(c.Path, from) >= 0 && string.Compare(c.Path, end) < 0));

    private readonly Dictionary<ThreadPage, string> _lone = [];
    private readonly PageWindow _pages = new(db, postId);

    public async Task AddAsync(string path, CancellationToken cancel)
    {
        if (_pages.At(path) is not { } at)
        {
            _pages.Insert(0, "", 1);
            return;
        }

        _pages[at].Count(1);
        if (_pages[at].Shown > perPage && HoldsMoreThan(at, ThreadPath.RootOf(path)))
        {
            await SplitAsync(at, cancel);
        }
    }

    public void Remove(string path)
    {
        var at = _pages.At(path) ?? throw new InvalidOperationException("A comment stands on no page");
        _pages[at].Count(-1);
        if (_pages[at].Shown == 0)
        {
            Drop(at);
        }
    }

    /// <summary>Packs all threads anew: after an import, or when the page size changed.</summary>
    public async Task RebuildAsync(CancellationToken cancel)
    {
        await db.ThreadPages.Where(p => p.PostId == postId).ExecuteDeleteAsync(cancel);
        _pages.Empty();
        var (root, size, packed) = ("", 0, 0);
        await foreach (var path in db.Comments.Where(c => c.PostId == postId && c.IsShown).OrderBy(c => c.Path).Select(c => c.Path)
            .AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!path.StartsWith(root, StringComparison.Ordinal) || root.Length == 0)
            {
                packed = Pack(root, size, packed);
                (root, size) = (ThreadPath.RootOf(path), 0);
            }

            size++;
        }

        Pack(root, size, packed);
    }

    /// <summary>Puts a thread on the last of the pages so far, or on a new one; gives how many there are.</summary>
    private int Pack(string root, int size, int pages)
    {
        if (size == 0)
        {
            return pages;
        }

        if (pages > 0 && _pages[pages - 1].Shown + size <= perPage)
        {
            _pages[pages - 1].Count(size);
            return pages;
        }

        _pages.Insert(pages, pages == 0 ? "" : root, size);
        return pages + 1;
    }

    /// <summary>Asked before a page is read whole: a thread longer than a page grows by one comment at the price of one comment.</summary>
    private bool HoldsMoreThan(int at, string root)
    {
        var page = _pages[at];
        if (_lone.TryGetValue(page, out var lone) && lone == root)
        {
            return false;
        }

        var (from, end) = (page.FirstPath, _pages.EndOf(at));
        var isOne = !db.ChangeTracker.Entries<Comment>().Any(e => e.Entity.PostId == postId && e.Entity.IsShown && IsOther(e.Entity.Path))
            && !IsSomethingShown(db, postId, from, root)
            && !IsSomethingShown(db, postId, root + ThreadPath.End, end);
        if (isOne)
        {
            _lone[page] = root;
        }

        return !isOne;

        bool IsOther(string path) => ThreadPath.RootOf(path) != root && string.CompareOrdinal(path, from) >= 0 && string.CompareOrdinal(path, end) < 0;
    }

    /// <summary>The last thread moves to a new page behind this one, until the rest fits; a thread alone is cut by the reader's side.</summary>
    private async Task SplitAsync(int at, CancellationToken cancel)
    {
        var end = _pages.EndOf(at);
        var paths = await PathsAsync(_pages[at].FirstPath, end, cancel);
        var roots = paths.GroupBy(ThreadPath.RootOf, StringComparer.Ordinal).Select(g => (Root: g.Key, Size: g.Count())).OrderBy(g => g.Root, StringComparer.Ordinal).ToList();
        while (_pages[at].Shown > perPage && roots.Count > 1)
        {
            var (root, size) = roots[^1];
            roots.RemoveAt(roots.Count - 1);
            _pages[at].Count(-size);
            if (_pages.Next(at) is { } next && next.FirstPath == end && next.Shown + size <= perPage)
            {
                size += next.Shown;
                _pages.Remove(at + 1);
            }

            _pages.Insert(at + 1, root, size);
            end = root;
        }
    }

    /// <summary>Paths that readers see in a range, with what this unit of work changed but has not saved.</summary>
    private async Task<HashSet<string>> PathsAsync(string from, string end, CancellationToken cancel)
    {
        var stored = await db.Comments.Where(c => c.PostId == postId && c.IsShown && string.Compare(c.Path, from) >= 0 && string.Compare(c.Path, end) < 0)
            .Select(c => c.Path).ToListAsync(cancel);
        var paths = new HashSet<string>(stored, StringComparer.Ordinal);
        foreach (var comment in db.ChangeTracker.Entries<Comment>().Select(e => e.Entity).Where(c => c.PostId == postId))
        {
            var inside = string.CompareOrdinal(comment.Path, from) >= 0 && string.CompareOrdinal(comment.Path, end) < 0;
            _ = comment.IsShown && inside ? paths.Add(comment.Path) : paths.Remove(comment.Path);
        }

        return paths;
    }

    private void Drop(int at)
    {
        if (_pages[at].FirstPath.Length == 0 && _pages.Next(at) is { } second)
        {
            // The first page keeps its open beginning and takes what the second held.
            _pages[at].Count(second.Shown - _pages[at].Shown);
            at++;
        }

        _pages.Remove(at);
    }
}
