namespace Bijgespijkerd.Web.SiteFolder.Reading;

/// <summary>
/// Comments in an order in which each comes after what it answers, and otherwise by time. What answers something that is not there, or
/// answers itself by a way round, begins a thread. No recursion: a chain may be as long as the thread.
/// </summary>
internal static class TalkOrder
{
    /// <param name="isHere">Stored by an earlier run.</param>
    /// <param name="alone">Told of what cannot stand under what it answered.</param>
    public static IEnumerable<(IncomingComment Comment, long? ParentId)> Of(IReadOnlyList<IncomingComment> comments, Func<long, bool> isHere, Action<IncomingComment, string> alone)
    {
        var byId = comments.ToDictionary(c => c.Id);
        var parents = new Dictionary<long, long>();
        foreach (var comment in comments)
        {
            if (comment.ParentId is not { } parent)
            {
                continue;
            }

            if (byId.ContainsKey(parent) || isHere(parent))
            {
                parents[comment.Id] = parent;
            }
            else
            {
                alone(comment, FormattableString.Invariant($"begins a thread: it answers comment {parent}, which is not there"));
            }
        }

        var answers = comments.Where(c => parents.TryGetValue(c.Id, out var parent) && byId.ContainsKey(parent)).ToLookup(c => parents[c.Id]);
        var ready = new PriorityQueue<IncomingComment, (DateTimeOffset, long)>();
        ready.EnqueueRange(comments.Where(c => !parents.TryGetValue(c.Id, out var parent) || !byId.ContainsKey(parent)).Select(c => (c, c.Place)));
        var placed = new HashSet<long>();
        foreach (var start in comments.OrderBy(c => c.Place).Prepend(null))
        {
            // Whoever was not reached answers in a circle: the earliest of those begins the thread.
            if (start is not null && !placed.Contains(start.Id))
            {
                parents.Remove(start.Id);
                alone(start, "begins a thread: it answers an answer to itself");
                ready.Enqueue(start, start.Place);
            }

            while (ready.TryDequeue(out var comment, out _))
            {
                if (placed.Add(comment.Id))
                {
                    yield return (comment, parents.TryGetValue(comment.Id, out var parent) ? parent : null);
                    ready.EnqueueRange(answers[comment.Id].Select(c => (c, c.Place)));
                }
            }
        }
    }
}
