using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Media;

/// <summary>Something that shows a picture. Found by looking through every text once, for the page of one picture or its removal only.</summary>
/// <param name="Path">Null while readers cannot go there.</param>
public sealed record PictureUse(string Title, string? Path, long AuthorId)
{
    private const int Most = 200;

    public bool IsPublic => Path is not null;

    public static async Task<IReadOnlyList<PictureUse>> FindAsync(BlogDb db, Picture picture, IWorkingTexts working, CancellationToken cancel)
    {
        var key = picture.Key;
        var held = await working.HoldingAsync(db, key, cancel);
        var posts = await db.Posts.AsNoTracking().Where(p => p.Markdown.Contains(key) || p.CoverPath!.Contains(key) || held.Contains(p.Id))
            .OrderByDescending(p => p.UpdatedAt).Take(Most).Select(p => new { p.Title, p.Kind, p.Slug, p.State, p.AuthorId }).ToListAsync(cancel);
        var blocks = await db.Blocks.AsNoTracking().Where(b => b.Markdown.Contains(key)).OrderBy(b => b.Name).Take(Most).Select(b => b.Title).ToListAsync(cancel);
        var authors = await db.Authors.AsNoTracking().Where(a => a.PicturePath!.Contains(key)).Select(a => new { a.Name, a.Slug, a.Id }).ToListAsync(cancel);
        return
        [
            .. posts.Select(p => new PictureUse(p.Title, p.State == PostState.Published ? PostAddress.Of(p.Kind, p.Slug) : null, p.AuthorId)),
            .. blocks.Select(title => new PictureUse(string.Format(Platform.Web.SiteClock.Dutch, MediaTexts.InBlock, title), "/", 0)),
            .. authors.Select(a => new PictureUse(a.Name, "/auteur/" + a.Slug, a.Id)),
        ];
    }
}
