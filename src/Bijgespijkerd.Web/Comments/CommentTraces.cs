using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments;

/// <summary>What is kept beside a comment and holds words of its own: it goes when the comment is emptied.</summary>
internal static class CommentTraces
{
    public static async Task ForgetAsync(BlogDb db, IReadOnlyCollection<long> comments, CancellationToken cancel)
    {
        await db.CommentVersions.Where(v => comments.Contains(v.CommentId)).ExecuteDeleteAsync(cancel);
        await db.CommentReports.Where(r => comments.Contains(r.CommentId)).ExecuteDeleteAsync(cancel);
    }
}
