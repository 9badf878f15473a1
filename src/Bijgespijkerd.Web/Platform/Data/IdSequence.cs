using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>
/// Gives posts and comments their ids before they are stored, so that a comment's path and row go in by one insert.
/// One process writes, so a counter in memory is enough; several nodes would put another source behind this class.
/// </summary>
public sealed class IdSequence
{
    private const string DeletedComment = "newest-comment-before-deleting";

    private long _lastPost;
    private long _lastComment;

    public async Task StartFromAsync(BlogDb db, CancellationToken cancel)
    {
        _lastPost = await db.Posts.MaxAsync(p => (long?)p.Id, cancel) ?? 0;
        _lastComment = await db.Comments.MaxAsync(c => (long?)c.Id, cancel) ?? 0;
        if (await db.SiteValues.AsNoTracking().SingleOrDefaultAsync(v => v.Key == DeletedComment, cancel) is { } deleted)
        {
            PassComment(long.Parse(deleted.Value, CultureInfo.InvariantCulture));
        }
    }

    public void StartFrom(long lastPost, long lastComment, IReadOnlyDictionary<string, string> values)
    {
        (_lastPost, _lastComment) = (lastPost, lastComment);
        if (values.TryGetValue(DeletedComment, out var deleted))
        {
            PassComment(long.Parse(deleted, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Some post has an id: the site is not empty.</summary>
    public bool HasPosts => Volatile.Read(ref _lastPost) > 0;

    /// <summary>Before comments are deleted: the newest id is remembered, so that no later comment gets the permalink of one that is gone.</summary>
    public async Task RememberAsync(BlogDb db, CancellationToken cancel)
    {
        var newest = Volatile.Read(ref _lastComment).ToString(CultureInfo.InvariantCulture);
        if (await db.SiteValues.AsTracking().SingleOrDefaultAsync(v => v.Key == DeletedComment, cancel) is { } stored)
        {
            stored.Becomes(newest);
        }
        else
        {
            db.SiteValues.Add(new SiteValue(DeletedComment, newest));
        }
    }

    /// <summary>The newest that a comment ever had, also one that is gone.</summary>
    public long LastComment => Volatile.Read(ref _lastComment);

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
