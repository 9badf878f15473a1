using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments.Reading;

public sealed record MentionRow(long Id, MentionKind Kind, string SiteName, string Address, string Excerpt, DateTimeOffset ReceivedAt, long? OldId)
{
    private static readonly Func<BlogDb, long, IEnumerable<MentionRow>> Published = EF.CompileQuery((BlogDb db, long post) => db.Mentions
        .Where(m => m.PostId == post && m.State == CommentState.Published).OrderBy(m => m.ReceivedAt).Take(200)
        .Select(m => new MentionRow(m.Id, m.Kind, m.SiteName, m.Address, m.Excerpt, m.ReceivedAt, m.Source != null && m.Source.StartsWith("http") ? m.SourceId : null)));

    public static IReadOnlyList<MentionRow> Load(BlogDb db, long postId) => [.. Published(db, postId)];
}
