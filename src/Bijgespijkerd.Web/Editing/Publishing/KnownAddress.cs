using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Editing.Publishing;

/// <summary>An address under which readers found a post is kept for ever; the working titles of a draft are not.</summary>
internal static class KnownAddress
{
    /// <summary>Kept when a post leaves the site or moves on it. Of one that left before addresses were kept so, its only one is the known one.</summary>
    public static async Task<bool> IsKnownAsync(BlogDb db, Post post, CancellationToken cancel) =>
        post.IsPublished || (post.WasPublic && !await db.FormerSlugs.AnyAsync(f => f.PostId == post.Id, cancel));

    public static async Task KeepAsync(BlogDb db, Post post, CancellationToken cancel)
    {
        if (!await db.FormerSlugs.AnyAsync(f => f.Kind == post.Kind && f.Slug == post.Slug, cancel))
        {
            db.FormerSlugs.Add(FormerSlug.Of(post, post.Slug));
        }
    }
}
