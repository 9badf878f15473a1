using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Authors;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Editing.Editor;

/// <summary>Whose name stands above what an account writes: its author, made with its first article when it has none.</summary>
public sealed class Authorship(CurrentAccount account, SiteSecret secret, WriteLane lane)
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

                var author = await NewAuthor.ForAsync(db, stored.Name, secret, token);
                db.Authors.Add(author);
                stored.WritesAs(author);
                await db.SaveChangesAsync(token);
                return author.Id;
            },
            cancel);
    }
}
