using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments;

/// <summary>Keeps a post's page boundaries in step while comments appear and disappear. Runs in the write lane.</summary>
public sealed class ThreadPages(BlogDb db, long postId, int perPage)
{
    private readonly Dictionary<ThreadPage, string> _lone = [];
    private List<ThreadPage>? _pages;

    public async Task AddAsync(string path, CancellationToken cancel)
    {
        var pages = await LoadAsync(cancel);
        if (pages.Count == 0)
        {
            Insert(0, "", 1);
            return;
        }

        var at = IndexOf(pages, path);
        pages[at].Count(1);
        if (pages[at].Shown > perPage && await HoldsMoreThanAsync(at, ThreadPath.RootOf(path), cancel))
        {
            await SplitAsync(at, cancel);
        }
    }

    /// <summary>Asked before a page is read whole: a thread longer than a page grows by one comment at the price of one comment.</summary>
    private async Task<bool> HoldsMoreThanAsync(int at, string root, CancellationToken cancel)
    {
        var page = _pages![at];
        if (_lone.TryGetValue(page, out var lone) && lone == root)
        {
            return false;
        }

        var (from, end) = (page.FirstPath, EndOf(at));
        var shown = db.Comments.Where(c => c.PostId == postId && c.IsShown);
        var isOne = !db.ChangeTracker.Entries<Comment>().Any(e => e.Entity.PostId == postId && e.Entity.IsShown && IsOther(e.Entity.Path))
            && !await shown.AnyAsync(c => string.Compare(c.Path, from) >= 0 && string.Compare(c.Path, root) < 0, cancel)
            && !await shown.AnyAsync(c => string.Compare(c.Path, root + ThreadPath.End) > 0 && string.Compare(c.Path, end) < 0, cancel);
        if (isOne)
        {
            _lone[page] = root;
        }

        return !isOne;

        bool IsOther(string path) => ThreadPath.RootOf(path) != root && string.CompareOrdinal(path, from) >= 0 && string.CompareOrdinal(path, end) < 0;
    }

    private string EndOf(int at) => at + 1 < _pages!.Count ? _pages[at + 1].FirstPath : ThreadPath.End;

    public async Task RemoveAsync(string path, CancellationToken cancel)
    {
        var pages = await LoadAsync(cancel);
        var at = IndexOf(pages, path);
        pages[at].Count(-1);
        if (pages[at].Shown == 0)
        {
            Drop(at);
        }
    }

    /// <summary>Packs all threads anew: after an import, or when the page size changed.</summary>
    public async Task RebuildAsync(CancellationToken cancel)
    {
        await db.ThreadPages.Where(p => p.PostId == postId).ExecuteDeleteAsync(cancel);
        foreach (var entry in db.ChangeTracker.Entries<ThreadPage>().Where(e => e.Entity.PostId == postId).ToList())
        {
            entry.State = EntityState.Detached;
        }

        _pages = [];
        var (root, size) = ("", 0);
        await foreach (var path in db.Comments.Where(c => c.PostId == postId && c.IsShown).OrderBy(c => c.Path).Select(c => c.Path)
            .AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!path.StartsWith(root, StringComparison.Ordinal) || root.Length == 0)
            {
                Pack(root, size);
                (root, size) = (ThreadPath.RootOf(path), 0);
            }

            size++;
        }

        Pack(root, size);
    }

    private void Pack(string root, int size)
    {
        if (size == 0)
        {
            return;
        }

        if (_pages!.Count > 0 && _pages[^1].Shown + size <= perPage)
        {
            _pages[^1].Count(size);
            return;
        }

        Insert(_pages.Count, _pages.Count == 0 ? "" : root, size);
    }

    /// <summary>The last thread moves to a new page behind this one, until the rest fits; a thread alone is cut by the reader's side.</summary>
    private async Task SplitAsync(int at, CancellationToken cancel)
    {
        var pages = _pages!;
        var (from, end) = (pages[at].FirstPath, EndOf(at));
        var paths = await PathsAsync(from, end, cancel);
        var roots = paths.GroupBy(ThreadPath.RootOf, StringComparer.Ordinal).Select(g => (Root: g.Key, Size: g.Count())).OrderBy(g => g.Root, StringComparer.Ordinal).ToList();
        while (pages[at].Shown > perPage && roots.Count > 1)
        {
            var (root, size) = roots[^1];
            roots.RemoveAt(roots.Count - 1);
            pages[at].Count(-size);
            if (at + 1 < pages.Count && pages[at + 1].FirstPath == end && end != ThreadPath.End && pages[at + 1].Shown + size <= perPage)
            {
                var behind = pages[at + 1].Shown;
                Drop(at + 1);
                Insert(at + 1, root, behind + size);
            }
            else
            {
                Insert(at + 1, root, size);
            }

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

    private async Task<List<ThreadPage>> LoadAsync(CancellationToken cancel) =>
        _pages ??= await db.ThreadPages.Where(p => p.PostId == postId).OrderBy(p => p.FirstPath).ToListAsync(cancel);

    private static int IndexOf(List<ThreadPage> pages, string path)
    {
        var at = pages.FindLastIndex(p => string.CompareOrdinal(p.FirstPath, path) <= 0);
        return at >= 0 ? at : throw new InvalidOperationException("A comment stands on no page");
    }

    private void Insert(int at, string firstPath, int shown)
    {
        var page = new ThreadPage(postId, firstPath, shown);
        _pages!.Insert(at, page);
        db.ThreadPages.Add(page);
    }

    private void Drop(int at)
    {
        var pages = _pages!;
        if (at == 0 && pages.Count > 1)
        {
            // The first page keeps its open beginning and takes what the second held.
            pages[0].Count(pages[1].Shown - pages[0].Shown);
            at = 1;
        }

        db.ThreadPages.Remove(pages[at]);
        pages.RemoveAt(at);
    }
}
