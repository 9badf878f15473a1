using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Import.WordPress.Markup;
using Bijgespijkerd.Web.Import.WordPress.Wxr;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Import.WordPress;

/// <summary>One item of the file becomes an article or a page.</summary>
internal sealed class ImportedPosts(
    string source, ImportedAuthors authors, ImportedTopics topics, KnownItems known, IdSequence ids, SiteClock clock, PostRendering rendering, int wordsPerMinute, DateTimeOffset now)
{
    /// <summary>WordPress puts this behind the slug of what is thrown away.</summary>
    private const string InTrash = "__trashed";

    /// <summary>False when the item is nothing this site has a place for, and said so.</summary>
    public bool Wants(WxrItem item, ImportReport report)
    {
        if (!item.IsPost || item.Status is "auto-draft" or "inherit")
        {
            report.Skip(item.IsPost ? $"{item.Type} that was never saved" : $"item of type '{item.Type}'");
            return false;
        }

        if (item.Id == 0)
        {
            report.Lose(Noted.ItemWithoutId, item.Type, item.Title);
            return false;
        }

        if (known.IsOtherInThisRun(item))
        {
            report.Lose(Noted.SameNumber, item.Type, item.Id, item.Title);
            return false;
        }

        if (known.HasPost(item.Id) || known.HasDeletedPost(item.Id))
        {
            report.CountKnown(KindOf(item));
        }

        if (known.HasDeletedPost(item.Id))
        {
            report.Say(Noted.DeletedHere, item.Type, item.Id, item.Title);
        }

        return true;
    }

    public Task<Post?> KnownAsync(BlogDb db, WxrItem item, CancellationToken cancel) => db.Posts.SingleOrDefaultAsync(p => p.Source == source && p.SourceId == item.Id, cancel);

    /// <summary>Null when it cannot be stored.</summary>
    public async Task<Post?> BringInAsync(BlogDb db, PreparedPost prepared, ImportReport report, CancellationToken cancel)
    {
        var (item, content) = (prepared.Item, prepared.Content);
        if (content.Markdown.Length > Limits.Article)
        {
            report.Lose(Noted.ArticleTooLong, item.Type, item.Id, item.Title, content.Markdown.Length, Limits.Article);
            return null;
        }

        var kind = item.Type == "post" ? PostKind.Article : PostKind.Page;
        var at = item.At("wp:post_date", clock) ?? now;
        var author = await authors.OfPostAsync(db, item.Creator, report, cancel);
        var id = await IdAsync(db, item, report, cancel);
        var post = Post.Draft(id, kind, TitleOf(item, report), await SlugAsync(db, item, kind, report, cancel), author, at);
        post.ComesFrom(source, item.Id);
        var rendered = ArticleMarkdown.Render(content.Markdown, await rendering.SurroundingsAsync(db, cancel));
        var modified = item.At("wp:post_modified", clock);
        post.Write(content.Markdown, SummaryOf(item, report), rendered, wordsPerMinute, modified > at ? modified.Value : at);
        if (prepared.Cover?.Picture is { Path: { } cover } picture)
        {
            post.Cover(cover, Excerpt.Of(prepared.CoverTold!.AlternativeText, Limits.Summary), Excerpt.Of(prepared.CoverTold.Caption, Limits.Summary), picture.Width, picture.Height);
        }

        ImportedState.Give(post, item, at, now, report);
        await topics.FileAsync(db, post, item, report, cancel);
        SayOf(content, item, post, report);
        db.Posts.Add(post);
        report.Count(KindOf(item));
        return post;
    }

    private static Imported KindOf(WxrItem item) => item.Type == "post" ? Imported.Posts : Imported.Pages;

    private static void SayOf(ConvertedPost content, WxrItem item, Post post, ImportReport report)
    {
        if (content.LostMarkup)
        {
            report.Say(Noted.MarkupLost, item.Type, item.Id, post.Title);
        }

        foreach (var (what, found) in new[] { (Noted.MarkupLeft, content.Left), (Noted.Shortcodes, content.Shortcodes), (Noted.PictureElsewhere, content.PicturesElsewhere) })
        {
            if (found.Count > 0)
            {
                report.Say(what, item.Type, item.Id, post.Title, string.Join(", ", found));
            }
        }
    }

    private async Task<long> IdAsync(BlogDb db, WxrItem item, ImportReport report, CancellationToken cancel)
    {
        if (item.Id <= OldIds.Highest && !await db.Posts.AnyAsync(p => p.Id == item.Id, cancel))
        {
            ids.PassPost(item.Id);
            return item.Id;
        }

        var id = ids.NextPost();
        report.Say(Noted.NewId, item.Type, item.Id, item.Title, id);
        return id;
    }

    private static async Task<string> SlugAsync(BlogDb db, WxrItem item, PostKind kind, ImportReport report, CancellationToken cancel)
    {
        var wanted = FreeSlug.From(item.Slug.EndsWith(InTrash, StringComparison.Ordinal) ? item.Slug[..^InTrash.Length] : item.Slug, item.Title);
        var slug = await FreeSlug.FindAsync(wanted, async s =>
            (kind == PostKind.Page && ReservedSlugs.Contains(s))
            || await db.Posts.AnyAsync(p => p.Kind == kind && p.Slug == s, cancel)
            || await db.FormerSlugs.AnyAsync(f => f.Kind == kind && f.Slug == s, cancel));
        if (item.Slug.Length > 0 && slug != item.Slug)
        {
            report.Say(Noted.Moved, item.Type, item.Id, item.Slug, PostAddress.Of(kind, slug));
        }

        return slug;
    }

    private static string TitleOf(WxrItem item, ImportReport report)
    {
        var title = PersonName.Clean(ClassicContent.Words(item.Title));
        if (title.Length > Limits.Title)
        {
            report.Say(Noted.TitleShortened, item.Type, item.Id, title.Length, Limits.Title, title);
            return Excerpt.Of(title, Limits.Title);
        }

        return title.Length > 0 ? title : "Zonder titel";
    }

    /// <summary>The excerpt somebody wrote. Without one the post makes its own teaser, as WordPress does for its lists.</summary>
    private static string SummaryOf(WxrItem item, ImportReport report)
    {
        var written = ClassicContent.Words(item.Excerpt);
        if (written.Length > Limits.Summary)
        {
            report.Say(Noted.SummaryShortened, item.Type, item.Id, written.Length, Limits.Summary, written);
        }

        return Excerpt.Of(written, Limits.Summary);
    }
}

internal static class OldIds
{
    /// <summary>A file with an id near the end of the counter would leave no room for new ones.</summary>
    public const long Highest = 1_000_000_000;
}
