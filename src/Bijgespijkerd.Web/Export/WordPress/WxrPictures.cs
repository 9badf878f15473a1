using System.Text.RegularExpressions;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.Site.Carrying;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Export.WordPress;

/// <summary>Pictures that articles show: WordPress keeps each as an item of its own, in one row of numbers with articles.</summary>
/// <param name="next">The first number that no post has.</param>
internal sealed partial class WxrPictures(BlogDb db, WxrWriter wxr, SiteAddress address, SiteMoments moments, ExportReport report, long next)
{
    private readonly Dictionary<string, long> _numbers = new(StringComparer.Ordinal);
    private long _next = next;

    public long? NumberOf(string path) => _numbers.TryGetValue(path, out var number) ? number : null;

    /// <summary>Gives the pictures of a post their numbers.</summary>
    /// <returns>Those that no earlier post had, the cover first.</returns>
    public IReadOnlyList<string> Of(Post post)
    {
        var shown = Shown().Matches(post.Markdown).Select(m => m.Value);
        var fresh = (post.CoverPath is { } cover ? shown.Prepend(cover) : shown)
            .Where(path => path.StartsWith(PictureAddress.Folder, StringComparison.Ordinal) && MediaStore.IsName(path[PictureAddress.Folder.Length..]) && !_numbers.ContainsKey(path))
            .Distinct(StringComparer.Ordinal).ToList();
        fresh.ForEach(path => _numbers.Add(path, _next++));
        return fresh;
    }

    public async Task WriteAsync(string path, Post owner, CancellationToken cancel)
    {
        var (name, at, isCover) = (path[PictureAddress.Folder.Length..], owner.PublishedAt ?? owner.CreatedAt, owner.CoverPath == path);
        var old = await db.OldAddresses.Where(o => o.Target == path).OrderBy(o => o.Path).Select(o => o.Path).ToListAsync(cancel);
        wxr.BeginItem();
        wxr.RssText("title", Path.GetFileNameWithoutExtension(name));
        wxr.Rss("link", address.Absolute(path));
        wxr.Rss("pubDate", SiteMoments.Rfc822(at));
        wxr.Creator(owner.Author!.Slug);
        wxr.Guid(address.Absolute(path));
        wxr.Rss("description", "");
        wxr.EncodedContent("");
        wxr.EncodedExcerpt(isCover ? WordPressHtml.Words(owner.CoverCaption) : "");
        wxr.Leaf("post_id", _numbers[path]);
        wxr.Leaf("post_date", moments.Local(at));
        wxr.Leaf("post_date_gmt", SiteMoments.Utc(at));
        wxr.Leaf("post_modified", moments.Local(at));
        wxr.Leaf("post_modified_gmt", SiteMoments.Utc(at));
        wxr.Leaf("comment_status", "closed");
        wxr.Leaf("ping_status", "closed");
        wxr.Text("post_name", Path.GetFileNameWithoutExtension(name));
        wxr.Leaf("status", "inherit");
        wxr.Leaf("post_parent", owner.Id);
        wxr.Leaf("menu_order", 0);
        wxr.Leaf("post_type", "attachment");
        wxr.Text("post_password", "");
        wxr.Leaf("is_sticky", 0);
        wxr.Text("attachment_url", address.Absolute(path));
        if (isCover && owner.CoverAlt.Length > 0)
        {
            wxr.Note("post", "_wp_attachment_image_alt", WordPressHtml.Words(owner.CoverAlt));
        }

        wxr.Facts("post", new CarriedPicture { Old = old.Count > 0 ? old : null });
        wxr.End();
        report.Count(Exported.Pictures);
    }

    [GeneratedRegex(@"/media/[0-9a-f]{32}(?:-[0-9]{1,5}x[0-9]{1,5})?\.[a-z]{3,4}\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Shown();
}
