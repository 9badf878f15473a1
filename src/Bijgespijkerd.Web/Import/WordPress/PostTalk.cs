using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Import.WordPress.Wxr;

namespace Bijgespijkerd.Web.Import.WordPress;

/// <summary>What people said under one post of the file, on its way in: in batches, so that the site's own writers come in between.</summary>
internal sealed class PostTalk(WxrItem item, IReadOnlyList<WxrComment> fresh)
{
    private Queue<(OldReply Reply, long? ParentId)>? _waiting;

    public WxrItem Item => item;

    public IReadOnlyList<WxrComment> Fresh => fresh;

    /// <summary>Ids here by those of the file.</summary>
    public Dictionary<long, long> Ids { get; } = [];

    public CommenterNames Names { get; } = new();

    /// <summary>Numbers that comments of the post have here.</summary>
    public HashSet<int> Numbers { get; } = [];

    public bool IsBegun => _waiting is not null;

    public bool IsDone => _waiting is { Count: 0 };

    public void Begin(IEnumerable<(OldReply Reply, long? ParentId)> order) => _waiting = new(order);

    public List<(OldReply Reply, long? ParentId)> Take(int most)
    {
        var batch = new List<(OldReply, long?)>();
        while (batch.Count < most && _waiting!.TryDequeue(out var next))
        {
            batch.Add(next);
        }

        return batch;
    }
}
