using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Editing.Revisions;

/// <summary>The versions of one post within a unit of work. The post comes with its categories and tags.</summary>
internal sealed class PostRevisions(BlogDb db, Post post)
{
    /// <summary>An autosave is of use while its writer may still miss it.</summary>
    private static readonly TimeSpan AutosavesStay = TimeSpan.FromDays(30);

    /// <summary>
    /// Stores what was written, always. When somebody else (or another window) saved since, it is laid aside and the working version
    /// stays theirs. A session's own autosave is overwritten by its next save, so that an evening of writing is one row; but only by one
    /// that knows it. An autosave that does not was overtaken on its way: laid aside too, and over nothing that it does not know either.
    /// What is sent a second time is stored once.
    /// </summary>
    public async Task<Revision> StoreAsync(Manuscript text, RevisionKind kind, Writing by, DateTimeOffset now, CancellationToken cancel)
    {
        var newest = await NewestAsync(cancel);
        if (newest is null)
        {
            newest = db.Revisions().Add(Revision.Before(post)).Entity;
            by = by with { Basis = newest.Number };
        }

        var (isKnown, isOwn, isSame) = (newest.Number <= by.Basis, newest.IsOf(by), newest.Text == text);
        if (isSame && (isKnown || isOwn) && (kind == RevisionKind.Autosave || (isOwn && newest.Kind != RevisionKind.Autosave && (!isKnown || newest.Kind == kind))))
        {
            return newest;
        }

        if (!isKnown && (!isOwn || kind == RevisionKind.Autosave))
        {
            return await LayAsideAsync(text, kind, by, now, cancel);
        }

        await ThinAsync(now, cancel);
        var over = newest.Kind == RevisionKind.Autosave && isOwn && (isKnown || isSame) ? newest : null;
        return await WriteAsync(over, text, kind, by, newest.Number, now, cancel);
    }

    private Task<Revision?> NewestAsync(CancellationToken cancel) => db.RevisionsOf(post.Id).AsTracking()
        .Where(r => r.Kind != RevisionKind.Aside).OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancel);

    /// <summary>An autosave is written on in what was laid aside before, when it knows that; anything else stands by itself, for nobody can tell which is newer.</summary>
    private async Task<Revision> LayAsideAsync(Manuscript text, RevisionKind kind, Writing by, DateTimeOffset now, CancellationToken cancel)
    {
        var own = db.RevisionsOf(post.Id).AsTracking().Where(r => r.Kind == RevisionKind.Aside && r.ById == by.AccountId && r.Session == by.Session);
        var last = await own.OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancel);
        if (last?.Text == text)
        {
            return last;
        }

        var known = kind == RevisionKind.Autosave && last is not null ? await own.SingleOrDefaultAsync(r => r.Number == by.Aside, cancel) : null;
        return await WriteAsync(known, text, RevisionKind.Aside, by, 0, now, cancel);
    }

    private async Task<Revision> WriteAsync(
        Revision? over, Manuscript text, RevisionKind kind, Writing by, int known, DateTimeOffset now, CancellationToken cancel)
    {
        var number = Math.Max(known, await db.RevisionsOf(post.Id).MaxAsync(r => (int?)r.Number, cancel) ?? 0) + 1;
        if (over is null)
        {
            return db.Revisions().Add(Revision.Of(post, number, kind, text, by, now)).Entity;
        }

        over.Become(number, kind, text, now);
        return over;
    }

    /// <summary>Autosaves go after thirty days, once there is a newer version; what somebody saved stays as long as the post.</summary>
    private Task<int> ThinAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var before = now - AutosavesStay;
        return db.RevisionsOf(post.Id)
            .Where(r => r.Kind == RevisionKind.Autosave && r.At < before && db.Revisions().Any(n => n.PostId == r.PostId && n.Number > r.Number && n.Kind != RevisionKind.Aside))
            .ExecuteDeleteAsync(cancel);
    }
}
