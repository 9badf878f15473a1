using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Media;

internal sealed class CoverPictures : ICoverPictures
{
    public async Task<CoverFocus> FocusAsync(BlogDb db, string path, CancellationToken cancel) =>
        await db.Set<Picture>().AsNoTracking().SingleOrDefaultAsync(p => p.Path == path, cancel) is { } picture
            ? new CoverFocus(picture.FocusX, picture.FocusY)
            : new CoverFocus(CoverFocus.Middle, CoverFocus.Middle);

    /// <summary>The posts that have it as their cover follow.</summary>
    public static async Task FollowAsync(BlogDb db, Picture picture, CancellationToken cancel)
    {
        foreach (var post in await db.Posts.AsTracking().Where(p => p.CoverPath == picture.Path).ToListAsync(cancel))
        {
            post.FocusCover(new CoverFocus(picture.FocusX, picture.FocusY));
        }
    }
}
