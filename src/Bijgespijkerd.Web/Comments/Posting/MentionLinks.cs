using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments.Posting;

/// <summary>Who of those that commented earlier on a post is meant by an @naam: their latest comment before it.</summary>
public static class MentionLinks
{
    private const int MaxFirstNames = 5;

    /// <param name="before">The comment itself; null while it is being written.</param>
    public static async Task<IReadOnlyDictionary<string, string>> FindAsync(BlogDb db, long postId, string body, long? before, CancellationToken cancel)
    {
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!body.Contains('@', StringComparison.Ordinal))
        {
            return links;
        }

        var keys = CommentMarkdown.MentionKeys(body);
        if (keys.Count == 0)
        {
            return links;
        }

        var earlier = db.Comments.Where(c => c.PostId == postId && c.State == CommentState.Published && (before == null || c.Id < before));
        foreach (var key in keys.Where(k => !k.Contains(' ', StringComparison.Ordinal)).Take(MaxFirstNames))
        {
            // "@Noor" when only the first name was typed: '!' is the character after the space.
            var (from, until) = (key + " ", key + "!");
            var id = await earlier.Where(c => string.Compare(c.NameKey, from) >= 0 && string.Compare(c.NameKey, until) < 0)
                .MaxAsync(c => (long?)c.Id, cancel);
            if (id is not null)
            {
                links[key] = CommentAddress.Permalink(id.Value);
            }
        }

        var whole = await earlier.Where(c => keys.Contains(c.NameKey))
            .GroupBy(c => c.NameKey).Select(g => new { g.Key, Id = g.Max(c => c.Id) }).ToListAsync(cancel);
        foreach (var found in whole)
        {
            links[found.Key] = CommentAddress.Permalink(found.Id);
        }

        return links;
    }
}
