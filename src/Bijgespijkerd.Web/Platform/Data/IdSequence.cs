using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>
/// Gives posts and comments their ids before they are stored, so that a comment's path and row go in by one insert.
/// One process writes, so a counter in memory is enough; several nodes would put another source behind this class.
/// </summary>
public sealed class IdSequence
{
    private long _lastPost;
    private long _lastComment;

    public async Task StartFromAsync(BlogDb db, CancellationToken cancel)
    {
        _lastPost = await db.Posts.MaxAsync(p => (long?)p.Id, cancel) ?? 0;
        _lastComment = await db.Comments.MaxAsync(c => (long?)c.Id, cancel) ?? 0;
    }

    public long NextPost() => Interlocked.Increment(ref _lastPost);

    public long NextComment() => Interlocked.Increment(ref _lastComment);

    /// <summary>An imported row kept its old id: the counter moves past it.</summary>
    public void PassPost(long id) => Pass(ref _lastPost, id);

    public void PassComment(long id) => Pass(ref _lastComment, id);

    private static void Pass(ref long last, long id)
    {
        long seen;
        while ((seen = Volatile.Read(ref last)) < id && Interlocked.CompareExchange(ref last, id, seen) != seen)
        {
            // Another thread moved it: look again.
        }
    }
}
