using System.Globalization;
using System.Text;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Live;

/// <summary>How a conversation stands: how many reactions readers see, and the number that was given last.</summary>
public sealed record TalkStand(int Count, int Newest)
{
    public string Json => string.Create(CultureInfo.InvariantCulture, $$"""{"aantal":{{Count}},"nummer":{{Newest}}}""");

    /// <summary>As a line of a stream of events.</summary>
    public byte[] Event => Encoding.UTF8.GetBytes($"data: {Json}\n\n");

    /// <summary>Null when readers do not see the post.</summary>
    public static Task<TalkStand?> OfAsync(BlogDb db, long post, CancellationToken cancel) =>
        db.Posts.Where(Post.IsPublic).Where(p => p.Id == post).Select(p => new TalkStand(p.CommentCount + p.MentionCount, p.LastNumber)).SingleOrDefaultAsync(cancel);

    public static Task<long?> PostAtAsync(BlogDb db, string slug, CancellationToken cancel) =>
        db.Posts.Where(Post.IsPublic).Where(p => p.Kind == PostKind.Article && p.Slug == slug).Select(p => (long?)p.Id).SingleOrDefaultAsync(cancel);
}
