using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>Something a page was made of: a post, an author, the list of articles. A page goes stale with any of its tags.</summary>
public readonly record struct PageTag(string Name);

/// <summary>Hears of what changed. The one seam through which evictions (and later live events, other nodes) leave the writer's side.</summary>
public interface ICommitListener
{
    /// <summary>Right before each save of a unit of work, while the old and new values are still known: adds the tags of what readers will see differently.</summary>
    void Saving(ChangeTracker changes, ISet<PageTag> changed);

    /// <summary>After the commit of a batch and before anybody is told that it succeeded. One set a unit of work that succeeded; gives one task a unit: its caller is told when that task ends.</summary>
    IReadOnlyList<Task> Committed(IReadOnlyList<IReadOnlySet<PageTag>> units);
}
