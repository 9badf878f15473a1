using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Authors;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Editing.Editor;

/// <summary>Whose name stands above what an account writes: its author, made with its first article when it has none.</summary>
public sealed class Authorship(CurrentAccount account, WriteLane lane)
{
    public Task<long> AuthorIdAsync(CancellationToken cancel) => account.AuthorId is { } known ? Task.FromResult(known) : MakeAsync(cancel);

    private Task<long> MakeAsync(CancellationToken cancel)
    {
        var id = account.Id;
        return lane.WriteAsync(
            async (db, token) =>
            {
                var stored = await db.Accounts.AsTracking().SingleAsync(a => a.Id == id, token);
                if (stored.AuthorId is { } made)
                {
                    return made;
                }

                var slug = await FreeSlug.FindAsync(FreeSlug.From(stored.Name), s => db.Authors.AnyAsync(a => a.Slug == s, token));
                var author = Author.Named(stored.Name, slug, "", 1);
                db.Authors.Add(author);
                stored.WritesAs(author);
                await db.SaveChangesAsync(token);
                return author.Id;
            },
            cancel);
    }
}
