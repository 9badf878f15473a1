using System.Collections.Concurrent;

namespace Bijgespijkerd.Tests.Platform.ReaderCache;

/// <summary>
/// What was confirmed of each comment, and when. A reader may see any state a comment had between the moment they asked and the
/// moment they got the answer, and no other.
/// </summary>
public sealed class Ledger
{
    private readonly ConcurrentDictionary<long, Entry> _comments = new();
    private long _moment;

    public long Now() => Interlocked.Increment(ref _moment);

    /// <summary>One at a time for each comment: only its writer changes it here.</summary>
    /// <param name="text">What the page shows of it; null when it shows nothing.</param>
    public async Task ChangeAsync(long id, string? text, Func<Task> change)
    {
        var made = new Change(text, Now());
        _comments[id].Changes.Enqueue(made);
        await change();
        made.Ended = Now();
    }

    /// <summary>A comment that was stored, and confirmed, a moment ago.</summary>
    public void Posted(long id, long post, string text, long began) =>
        _comments[id] = new Entry(post, new Change(text, began) { Ended = Now() });

    /// <summary>Null when the page is one that could be shown to who asked at <paramref name="asked"/> and was answered at <paramref name="answered"/>.</summary>
    public string? Fault(IReadOnlyDictionary<long, string> shown, long asked, long answered, long post)
    {
        foreach (var (id, entry) in _comments.Where(c => c.Value.Post == post))
        {
            var changes = entry.Changes.ToArray();
            var text = shown.GetValueOrDefault(id);
            var last = Array.FindLastIndex(changes, c => c.Ended > 0 && c.Ended < asked);
            var allowed = changes.Skip(Math.Max(0, last)).Where(c => c.Began < answered).Select(c => c.Text).ToList();
            if (last < 0)
            {
                allowed.Add(null);
            }

            if (!allowed.Contains(text, StringComparer.Ordinal))
            {
                return $"comment {id} shows '{text}', and may show {string.Join(" or ", allowed.Select(a => $"'{a}'"))}";
            }
        }

        return null;
    }

    private sealed class Entry(long post, Change first)
    {
        public long Post => post;

        public ConcurrentQueue<Change> Changes { get; } = new([first]);
    }

    private sealed class Change(string? text, long began)
    {
        private long _ended;

        public string? Text => text;

        public long Began => began;

        public long Ended
        {
            get => Volatile.Read(ref _ended);
            set => Volatile.Write(ref _ended, value);
        }
    }
}
