using System.Linq.Expressions;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments.Posting;

/// <summary>Others wrote "@naam" and we made it a link to what somebody wrote: when they go, it would still say whose it was.</summary>
internal static class WriterMentions
{
    private const int AtOnce = 100;

    /// <summary>Takes such links out of some comments, post after post.</summary>
    /// <returns>Where to go on; null at the end.</returns>
    public static async Task<(long Post, long After)?> UnlinkAsync(BlogDb db, Expression<Func<Comment, bool>> theirs, (long Post, long After) from, CancellationToken cancel)
    {
        var next = await db.Comments.Where(theirs).Where(c => c.PostId >= from.Post).MinAsync(c => (long?)c.PostId, cancel);
        if (next is not { } post)
        {
            return null;
        }

        var last = await UnlinkAsync(db, theirs, post, post == from.Post ? from.After : 0, cancel);
        await db.SaveChangesAsync(cancel);
        return last is { } after ? (post, after) : (post + 1, 0);
    }

    /// <summary>The same for the comments of one post that came after this one; the caller saves.</summary>
    /// <returns>The last that was looked at, when there are more.</returns>
    public static async Task<long?> UnlinkAsync(BlogDb db, Expression<Func<Comment, bool>> theirs, long post, long after, CancellationToken cancel)
    {
        var talk = await db.Comments.AsTracking().Where(c => c.PostId == post && c.Id > after && EF.Functions.Like(c.Markdown, "%@%")).OrderBy(c => c.Id).Take(AtOnce).ToListAsync(cancel);
        var own = talk.Count == 0 ? [] : await db.Comments.Where(theirs).Where(c => c.PostId == post).Select(c => c.Id).ToListAsync(cancel);
        var links = own.Select(CommentAddress.Permalink).ToHashSet(StringComparer.Ordinal);
        foreach (var comment in talk)
        {
            var html = comment.Html.ToString();
            if (links.Any(link => html.Contains($"\"{link}\"", StringComparison.Ordinal)))
            {
                var found = await MentionLinks.FindAsync(db, post, comment.Markdown, comment.Id, cancel);
                comment.TakeRendering(CommentMarkdown.Render(comment.Markdown, found.Where(link => !links.Contains(link.Value)).ToDictionary(StringComparer.Ordinal)));
            }
        }

        return talk.Count == AtOnce ? talk[^1].Id : null;
    }
}
