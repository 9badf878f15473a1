using System.Collections.Concurrent;
using Bijgespijkerd.Web.Platform.Data;

namespace Bijgespijkerd.Web.Platform.Web.ReaderCache;

/// <summary>
/// The pages in memory, by path, within a bound of bytes. Every change moves the version on; a page that began to be made before
/// a change of one of its tags is refused, so that nothing older than the last commit is ever kept.
/// </summary>
public sealed class PageStore(long maximum = PageStore.StandardMaximum)
{
    /// <summary>Some 3,000 typical pages; with the program itself it stays within what docs/decisions promises.</summary>
    public const long StandardMaximum = 48 * 1024 * 1024;

    private const int RemembersChanges = 20_000;

    private readonly ConcurrentDictionary<string, CachedPage> _pages = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly Dictionary<PageTag, HashSet<CachedPage>> _byTag = [];
    private readonly Dictionary<PageTag, long> _changed = [];
    private readonly LinkedList<CachedPage> _clock = [];
    private long _changedBefore;
    private long _version;
    private long _bytes;

    /// <summary>Take it before the first look at the database.</summary>
    public long Version => Volatile.Read(ref _version);

    public int Count => _pages.Count;

    /// <summary>What the clock goes round: never more than what is there.</summary>
    public int Clocked => _clock.Count;

    public long Bytes => Volatile.Read(ref _bytes);

    public CachedPage? Find(string path) => _pages.GetValueOrDefault(path);

    /// <summary>False when something it shows changed since <paramref name="begun"/>, or when it is too large to keep.</summary>
    public bool Put(CachedPage page, long begun)
    {
        lock (_gate)
        {
            var old = _pages.GetValueOrDefault(page.Path);
            if (HasChangedSince(page, begun) && !IsStepForward(page, old, begun))
            {
                // What stays must not be older still: nobody may be waiting for its successor any more.
                if (old is not null && old.Begun <= begun)
                {
                    Drop(page.Path);
                }

                return false;
            }

            page.Begun = begun;
            if (page.Bytes > maximum / 4)
            {
                Drop(page.Path);
                return false;
            }

            // Replaced in one step: no reader finds nothing in between.
            _pages[page.Path] = page;
            Leave(old);
            page.Hand = _clock.AddLast(page);
            _bytes += page.Bytes;
            foreach (var tag in page.Tags)
            {
                (_byTag.TryGetValue(tag, out var pages) ? pages : _byTag[tag] = []).Add(page);
            }

            MakeRoom();
            return true;
        }
    }

    public bool IsTrueSince(CachedPage page, long begun)
    {
        lock (_gate)
        {
            return !HasChangedSince(page, begun);
        }
    }

    public void Remove(string path)
    {
        lock (_gate)
        {
            Drop(path);
        }
    }

    /// <summary>Forgets all pages. What is being made at this moment is refused, whatever its tags are.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            Volatile.Write(ref _version, _version + 1);
            _changed.Clear();
            _changedBefore = _version;
            foreach (var path in _pages.Keys)
            {
                Drop(path);
            }
        }
    }

    /// <summary>Forgets every page with one of these tags, except those about one of them: their paths come back, to be made anew.</summary>
    public IReadOnlyList<CachedPage> Change(IReadOnlySet<PageTag> tags)
    {
        lock (_gate)
        {
            Volatile.Write(ref _version, _version + 1);
            var about = new List<CachedPage>();
            foreach (var tag in tags)
            {
                Remember(tag);
                foreach (var page in _byTag.GetValueOrDefault(tag)?.ToList() ?? [])
                {
                    if (page.Subject is { } subject && tags.Contains(subject))
                    {
                        about.Add(page);
                    }
                    else
                    {
                        Drop(page.Path);
                    }
                }
            }

            return [.. about.Distinct()];
        }
    }

    private void Remember(PageTag tag)
    {
        if (_changed.Count >= RemembersChanges)
        {
            // What began before now is refused whatever its tags are: one render too many, never a stale page.
            _changed.Clear();
            _changedBefore = _version;
        }

        _changed[tag] = _version;
    }

    private bool HasChangedSince(CachedPage page, long begun)
    {
        if (begun < _changedBefore)
        {
            return true;
        }

        foreach (var tag in page.Tags)
        {
            if (_changed.TryGetValue(tag, out var at) && at > begun)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Not yet the newest, and newer than what is there: it takes its place, so that who was told of the change before the last sees it.
    /// The last change found the old page too, or that would be gone, so somebody waits for the next one already.
    /// </summary>
    private bool IsStepForward(CachedPage page, CachedPage? old, long begun) =>
        old is not null && begun >= _changedBefore && old.Begun <= begun && old.Subject == page.Subject
        && page.Tags.All(tag => _changed.GetValueOrDefault(tag) <= begun || old.Tags.Contains(tag));

    /// <summary>The clock: who was asked for since the hand last passed stays one round more.</summary>
    private void MakeRoom()
    {
        while (_bytes > maximum && _clock.First is { } first)
        {
            if (first.Value.WasAsked)
            {
                first.Value.Ask(asked: false);
                _clock.RemoveFirst();
                _clock.AddLast(first);
            }
            else
            {
                Drop(first.Value.Path);
            }
        }
    }

    private void Drop(string path)
    {
        _pages.TryRemove(path, out var page);
        Leave(page);
    }

    private void Leave(CachedPage? page)
    {
        if (page is null)
        {
            return;
        }

        _bytes -= page.Bytes;
        _clock.Remove(page.Hand!);
        foreach (var tag in page.Tags)
        {
            if (_byTag.TryGetValue(tag, out var pages) && pages.Remove(page) && pages.Count == 0)
            {
                _byTag.Remove(tag);
            }
        }
    }
}
