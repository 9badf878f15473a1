using Bijgespijkerd.Web.Import.WordPress.Wxr;

namespace Bijgespijkerd.Web.Import.WordPress;

internal sealed record OldReply(WxrComment Comment, DateTimeOffset At)
{
    public (DateTimeOffset At, long Id) Place => (At, Comment.Id);
}

/// <summary>
/// Puts the comments of a post in an order in which each comes after what it answers, and otherwise by time. A file may have them in any
/// order, with parents that do not exist or that answer each other. No recursion: a chain may be as long as the thread.
/// </summary>
internal sealed class ReplyOrder
{
    private readonly List<OldReply> _replies;
    private readonly Dictionary<long, OldReply> _byId;
    private readonly Dictionary<long, long> _parents = [];

    /// <param name="isThere">Whether an earlier run brought that comment in, on this post.</param>
    /// <param name="orphaned">Told of every comment that cannot stand under what it answered, and whether that answers it in turn.</param>
    public ReplyOrder(IEnumerable<OldReply> replies, Func<long, bool> isThere, Action<WxrComment, bool> orphaned)
    {
        _replies = [.. replies.OrderBy(r => r.Place)];
        _byId = _replies.ToDictionary(r => r.Comment.Id);
        foreach (var reply in _replies.Where(r => r.Comment.ParentId > 0))
        {
            if (_byId.ContainsKey(reply.Comment.ParentId) || isThere(reply.Comment.ParentId))
            {
                _parents[reply.Comment.Id] = reply.Comment.ParentId;
            }
            else
            {
                orphaned(reply.Comment, false);
            }
        }

        BreakCircles(orphaned);
    }

    public IEnumerable<(OldReply Reply, long? ParentId)> All()
    {
        var answers = _replies.Where(r => _parents.TryGetValue(r.Comment.Id, out var parent) && _byId.ContainsKey(parent)).ToLookup(r => _parents[r.Comment.Id]);
        var ready = new PriorityQueue<OldReply, (DateTimeOffset, long)>();
        ready.EnqueueRange(_replies.Where(r => !_parents.TryGetValue(r.Comment.Id, out var parent) || !_byId.ContainsKey(parent)).Select(r => (r, r.Place)));
        while (ready.TryDequeue(out var reply, out _))
        {
            yield return (reply, _parents.TryGetValue(reply.Comment.Id, out var parent) ? parent : null);
            ready.EnqueueRange(answers[reply.Comment.Id].Select(r => (r, r.Place)));
        }
    }

    /// <summary>Of comments that answer each other in a circle the earliest begins the thread.</summary>
    private void BreakCircles(Action<WxrComment, bool> orphaned)
    {
        var walked = new Dictionary<long, int>();
        for (var walk = 0; walk < _replies.Count; walk++)
        {
            var id = _replies[walk].Comment.Id;
            bool met;
            while (!(met = !walked.TryAdd(id, walk)) && _parents.TryGetValue(id, out var parent) && _byId.ContainsKey(parent))
            {
                id = parent;
            }

            if (!met || walked[id] != walk)
            {
                continue;
            }

            var first = _byId[id];
            for (var other = _parents[id]; other != id; other = _parents[other])
            {
                first = _byId[other].Place.CompareTo(first.Place) < 0 ? _byId[other] : first;
            }

            _parents.Remove(first.Comment.Id);
            orphaned(first.Comment, true);
        }
    }
}
