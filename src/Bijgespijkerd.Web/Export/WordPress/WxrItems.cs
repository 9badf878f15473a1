using System.Globalization;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.Site.Carrying;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Export.WordPress;

/// <summary>Articles and pages, each with its comments, and after it the pictures that no earlier one showed.</summary>
internal sealed class WxrItems(BlogDb db, WxrWriter wxr, SiteAddress address, SiteMoments moments, ExportReport report, ExportProgress progress)
{
    /// <summary>An article can be half a megabyte, and is held three times.</summary>
    private const int AtOnce = 10;

    public async Task WriteAsync(CancellationToken cancel)
    {
        var pictures = new WxrPictures(db, wxr, address, moments, report, (await db.Posts.MaxAsync(p => (long?)p.Id, cancel) ?? 0) + 1);
        var talk = new WxrTalk(db, wxr, address, moments, report, progress);
        for (long after = long.MinValue; await PostsAsync(after, cancel) is { Count: > 0 } posts; after = posts[^1].Id)
        {
            var around = await SurroundingsAsync(posts.ConvertAll(p => p.Id), cancel);
            foreach (var post in posts)
            {
                cancel.ThrowIfCancellationRequested();
                var shown = pictures.Of(post);
                wxr.BeginItem();
                Write(post, around, pictures);
                await talk.WriteAsync(post, cancel);
                wxr.End();
                foreach (var picture in shown)
                {
                    await pictures.WriteAsync(picture, post, cancel);
                }

                report.Count(post.Kind == PostKind.Article ? Exported.Posts : Exported.Pages, StateOf(post.State));
                progress.Did(1, 0);
            }
        }
    }

    public static string StateOf(PostState state) => state switch
    {
        PostState.Published => "publish",
        PostState.Scheduled => "future",
        PostState.Private => "private",
        PostState.Trash => "trash",
        _ => "draft",
    };

    private Task<List<Post>> PostsAsync(long after, CancellationToken cancel) =>
        db.Posts.Include(p => p.Author).Where(p => p.Id > after).OrderBy(p => p.Id).Take(AtOnce).ToListAsync(cancel);

    private void Write(Post post, Surroundings around, WxrPictures pictures)
    {
        var at = post.PublishedAt ?? post.CreatedAt;
        var html = wxr.Fit(WordPressHtml.Of(post.Html, address, post.Path));
        wxr.RssText("title", WordPressHtml.Words(post.Title));
        wxr.Rss("link", address.Absolute(post.Path));
        wxr.Rss("pubDate", post.PublishedAt is { } published ? SiteMoments.Rfc822(published) : "");
        wxr.Creator(post.Author!.Slug);
        wxr.Guid(around.GuidOf(post.Id) ?? string.Create(CultureInfo.InvariantCulture, $"{address.Root}/?artikel={post.Id}"));
        wxr.Rss("description", "");
        wxr.EncodedContent(html);
        wxr.EncodedExcerpt(WordPressHtml.Words(post.Summary));
        wxr.Leaf("post_id", post.Id);
        wxr.Leaf("post_date", moments.Local(at));
        wxr.Leaf("post_date_gmt", post.PublishedAt is null ? SiteMoments.None : SiteMoments.Utc(at));
        wxr.Leaf("post_modified", moments.Local(post.UpdatedAt));
        wxr.Leaf("post_modified_gmt", SiteMoments.Utc(post.UpdatedAt));
        wxr.Leaf("comment_status", post.CommentsOpen ? "open" : "closed");
        wxr.Leaf("ping_status", "closed");
        wxr.Text("post_name", post.Slug);
        wxr.Leaf("status", StateOf(post.State));
        wxr.Leaf("post_parent", 0);
        wxr.Leaf("menu_order", 0);
        wxr.Leaf("post_type", post.Kind == PostKind.Article ? "post" : "page");
        wxr.Text("post_password", "");
        wxr.Leaf("is_sticky", 0);
        WriteLabels(post.Id, around);
        WriteNotes(post, html, around, pictures);
    }

    private void WriteLabels(long post, Surroundings around)
    {
        foreach (var (slug, name) in around.Categories[post])
        {
            wxr.Label("category", slug, name);
        }

        foreach (var (slug, name) in around.Tags[post])
        {
            wxr.Label("post_tag", slug, name);
        }
    }

    private void WriteNotes(Post post, string html, Surroundings around, WxrPictures pictures)
    {
        if (post.CoverPath is { } cover && pictures.NumberOf(cover) is { } number)
        {
            wxr.Note("post", "_thumbnail_id", number.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var former in around.Former[post.Id].Where(slug => slug != post.Slug))
        {
            wxr.Note("post", "_wp_old_slug", former);
        }

        wxr.Note("post", Carried.Markdown, post.Markdown);
        wxr.Facts("post", new CarriedPost
        {
            Fits = Carried.PrintOf(html),
            CreatedAt = post.CreatedAt,
            UpdatedAt = post.UpdatedAt,
            PublishedAt = post.PublishedAt,
            WasPublic = post.WasPublic,
            LastNumber = post.LastNumber,
            LastCommentAt = post.LastCommentAt,
            Cover = post.CoverPath is null ? null : CoverOf(post),
            Old = around.OldOf(post.Id, address.Root),
        });
    }

    private CarriedCover CoverOf(Post post) => new()
    {
        Path = post.CoverPath!,
        Alt = wxr.Fit(post.CoverAlt),
        Caption = wxr.Fit(post.CoverCaption),
        Width = post.CoverWidth,
        Height = post.CoverHeight,
        FocusX = post.CoverFocusX,
        FocusY = post.CoverFocusY,
    };

    private async Task<Surroundings> SurroundingsAsync(List<long> ids, CancellationToken cancel) => new(
        (await db.PostCategories.Where(c => ids.Contains(c.PostId)).OrderBy(c => c.Position).ThenBy(c => c.CategoryId).Select(c => new { c.PostId, c.Category!.Slug, c.Category.Name }).ToListAsync(cancel)).ToLookup(c => c.PostId, c => (c.Slug, c.Name)),
        (await db.PostTags.Where(t => ids.Contains(t.PostId)).OrderBy(t => t.Tag!.Slug).Select(t => new { t.PostId, t.Tag!.Slug, t.Tag.Name }).ToListAsync(cancel)).ToLookup(t => t.PostId, t => (t.Slug, t.Name)),
        (await db.FormerSlugs.Where(f => f.PostId != null && ids.Contains(f.PostId.Value)).OrderBy(f => f.Slug).Select(f => new { f.PostId, f.Slug }).ToListAsync(cancel)).ToLookup(f => f.PostId!.Value, f => f.Slug),
        (await db.OldPosts.Where(o => o.PostId != null && ids.Contains(o.PostId.Value)).OrderBy(o => o.Source).ThenBy(o => o.OldId).ToListAsync(cancel)).ToLookup(o => o.PostId!.Value));

    /// <summary>What belongs to some posts, by their ids.</summary>
    private sealed record Surroundings(ILookup<long, (string Slug, string Name)> Categories, ILookup<long, (string Slug, string Name)> Tags, ILookup<long, string> Former, ILookup<long, OldPost> Old)
    {
        /// <summary>The name under which feed readers know it.</summary>
        public string? GuidOf(long post) => Old[post].Select(o => o.Guid).FirstOrDefault(guid => guid is not null);

        /// <summary>What it was elsewhere; what it was here the file says itself.</summary>
        public List<CarriedOldPost>? OldOf(long post, string root) =>
            Old[post].Where(o => !string.Equals(o.Source.TrimEnd('/'), root, StringComparison.OrdinalIgnoreCase))
                .Select(o => new CarriedOldPost { Source = o.Source, Id = o.OldId, Path = o.Path, Slug = o.Slug, Guid = o.Guid ?? "" }).ToList() is { Count: > 0 } some ? some : null;
    }
}
