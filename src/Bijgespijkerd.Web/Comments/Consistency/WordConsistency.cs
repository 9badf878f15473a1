using System.Runtime.CompilerServices;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Data.Consistency;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments.Consistency;

/// <summary>The full-text index of comments, which triggers keep in step: SQLite itself holds it against the comments.</summary>
internal sealed class WordConsistency : IConsistency
{
    public string Of => "search index of comments";

    public async IAsyncEnumerable<string> FindAsync(BlogDb db, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (!await IsInStepAsync(db, cancel))
        {
            yield return "it does not hold the words of the comments that are there";
        }
    }

    public Task RepairAsync(BlogDb db, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"""INSERT INTO "CommentWords"("CommentWords") VALUES ('rebuild')""", cancel);

    private static async Task<bool> IsInStepAsync(BlogDb db, CancellationToken cancel)
    {
        try
        {
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "CommentWords"("CommentWords", rank) VALUES ('integrity-check', 1)""", cancel);
            return true;
        }
        catch (SqliteException e) when (DatabaseCheck.IsDamage(e))
        {
            return false;
        }
    }
}
