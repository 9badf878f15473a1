using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments.Filter;

/// <summary>What the filter learnt from a comment goes with its words: also when the comment went with its article.</summary>
public sealed class ForgottenExamples(SpamFilter filter) : IExpiring
{
    private const int AtOnce = 100;

    public async Task<int> RemoveSomeAsync(BlogDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var orphans = await db.FilterExamples.Where(e => !db.Comments.Any(c => c.Id == e.CommentId && c.Markdown != "")).OrderBy(e => e.CommentId).Select(e => e.CommentId).Take(AtOnce).ToListAsync(cancel);
        foreach (var comment in orphans)
        {
            await filter.ForgetAsync(db, comment, cancel);
        }

        await db.SaveChangesAsync(cancel);
        return orphans.Count;
    }
}
