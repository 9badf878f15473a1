namespace Bijgespijkerd.Web.Comments;

/// <summary>
/// Where a page of comments begins: whole threads, at most so many comments. Kept as threads grow, so that any page and any
/// permalink of a very long conversation costs as little as the first. A page's number is its rank.
/// </summary>
public sealed class ThreadPage
{
    private ThreadPage() { }

    public ThreadPage(long postId, string firstPath, int shown) => (PostId, FirstPath, Shown) = (postId, firstPath, shown);

    public long PostId { get; private set; }

    /// <summary>Every comment from this path on, up to the next page's, is on this page; empty for the first page.</summary>
    public string FirstPath { get; private set; } = "";
    public int Shown { get; private set; }

    public void Count(int change) => Shown += change;
}
