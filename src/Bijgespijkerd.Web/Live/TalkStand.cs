using System.Globalization;
using System.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Live;

/// <summary>
/// How a conversation stands, the same for all: how many reactions readers see, and the numbers of its newest comments that they see. What is new to one
/// reader are those above the number on their page: a number that was given and hidden again is not among them.
/// </summary>
/// <param name="Numbers">The newest first.</param>
public sealed record TalkStand(int Count, IReadOnlyList<int> Numbers)
{
    /// <summary>Who missed more than these hears of these.</summary>
    public const int MostNumbers = 50;

    /// <summary>The highest number that readers see.</summary>
    public int Newest => Numbers is [var newest, ..] ? newest : 0;

    public string Json => string.Create(CultureInfo.InvariantCulture, $$"""{"aantal":{{Count}},"nummer":{{Newest}},"nummers":[{{string.Join(',', Numbers)}}]}""");

    /// <summary>As a line of a stream of events.</summary>
    public byte[] Event => Encoding.UTF8.GetBytes($"data: {Json}\n\n");

    /// <summary>Null when readers do not see the post.</summary>
    public static async Task<TalkStand?> OfAsync(BlogDb db, long post, CancellationToken cancel)
    {
        var counts = await db.Posts.Where(Post.IsPublic).Where(p => p.Id == post).Select(p => (int?)(p.CommentCount + p.MentionCount)).SingleOrDefaultAsync(cancel);
        return counts is not { } count ? null : new(count, await db.Comments.Where(c => c.PostId == post && c.Number != null && c.State == CommentState.Published)
            .OrderByDescending(c => c.Number).Select(c => c.Number!.Value).Take(MostNumbers).ToListAsync(cancel));
    }

    public static Task<long?> PostAtAsync(BlogDb db, string slug, CancellationToken cancel) =>
        db.Posts.Where(Post.IsPublic).Where(p => p.Kind == PostKind.Article && p.Slug == slug).Select(p => (long?)p.Id).SingleOrDefaultAsync(cancel);
}
