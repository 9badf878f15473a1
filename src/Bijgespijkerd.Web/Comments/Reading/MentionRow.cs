using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments.Reading;

public sealed record MentionRow(long Id, MentionKind Kind, string SiteName, string Address, string Excerpt, DateTimeOffset ReceivedAt)
{
    public static async Task<IReadOnlyList<MentionRow>> LoadAsync(BlogDb db, long postId, CancellationToken cancel) =>
        await db.Mentions.Where(m => m.PostId == postId && m.State == CommentState.Published).OrderBy(m => m.ReceivedAt).Take(200)
            .Select(m => new MentionRow(m.Id, m.Kind, m.SiteName, m.Address, m.Excerpt, m.ReceivedAt)).ToListAsync(cancel);
}
