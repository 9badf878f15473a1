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
    string source, ImportedAuthors authors, ImportedTopics topics, IdSequence ids, SiteClock clock, PostRendering rendering, int wordsPerMinute, DateTimeOffset now)
{

    /// <summary>The post, new or from an earlier run; null when the item is nothing this site has a place for.</summary>
    public async Task<Post?> BringInAsync(BlogDb db, WxrItem item, ImportReport report, CancellationToken cancel)
    {
        if (item.Type is not ("post" or "page") || item.Status is "auto-draft" or "inherit")
        {
            report.Skip(item.Type is "post" or "page" ? $"{item.Type} that was never saved" : $"item of type '{item.Type}'");
            return null;
        }

        if (item.Id == 0)
        {
            report.Lose($"{item.Type} '{item.Title}' has no wp:post_id");
            return null;
        }

        var what = item.Type == "post" ? Imported.Posts : Imported.Pages;
        if (await db.Posts.SingleOrDefaultAsync(p => p.Source == source && p.SourceId == item.Id, cancel) is { } known)
        {
            report.CountKnown(what);
            return known;
        }

        if (await MakeAsync(db, item, report, cancel) is not { } post)
        {
            return null;
        }

        report.Count(what);
        return post;
    }

    private async Task<Post?> MakeAsync(BlogDb db, WxrItem item, ImportReport report, CancellationToken cancel)
    {
        var content = ClassicContent.Convert(item.Content);
        if (content.Markdown.Length > Limits.Article)
        {
            report.Lose($"{item.Type} {item.Id} '{item.Title}' has {content.Markdown.Length} characters; an article has at most {Limits.Article}");
            return null;
        }

        var kind = item.Type == "post" ? PostKind.Article : PostKind.Page;
        var at = WxrDates.Of(item.Fields, "wp:post_date", clock) ?? now;
        var author = await authors.OfPostAsync(db, item.Creator, report, cancel);
        var id = await IdAsync(db, item, report, cancel);
        var post = Post.Draft(id, kind, TitleOf(item, report), await SlugAsync(db, item, kind, report, cancel), author, at);
        post.ComesFrom(source, item.Id);
        var rendered = ArticleMarkdown.Render(content.Markdown, await rendering.SurroundingsAsync(db, cancel));
        var modified = WxrDates.Of(item.Fields, "wp:post_modified", clock);
        post.Write(content.Markdown, SummaryOf(item, report), rendered, wordsPerMinute, modified > at ? modified.Value : at);
        ImportedState.Give(post, item, at, now, report);
        await topics.FileAsync(db, post, item, report, cancel);
        if (content.LostMarkup)
        {
            report.Say($"{item.Type} {item.Id} '{post.Title}' nests its markup beyond reason: its words came, the markup not");
        }

        db.Posts.Add(post);
        return post;
    }

    private async Task<long> IdAsync(BlogDb db, WxrItem item, ImportReport report, CancellationToken cancel)
    {
        if (item.Id <= OldIds.Highest && !await db.Posts.AnyAsync(p => p.Id == item.Id, cancel))
        {
            ids.PassPost(item.Id);
            return item.Id;
        }

        var id = ids.NextPost();
        report.Say($"{item.Type} {item.Id} '{item.Title}' got the new id {id}: its own is taken");
        return id;
    }

    private static async Task<string> SlugAsync(BlogDb db, WxrItem item, PostKind kind, ImportReport report, CancellationToken cancel)
    {
        var wanted = FreeSlug.From(item.Slug, item.Title);
        var slug = await FreeSlug.FindAsync(wanted, async s =>
            (kind == PostKind.Page && ReservedSlugs.Contains(s))
            || await db.Posts.AnyAsync(p => p.Kind == kind && p.Slug == s, cancel)
            || await db.FormerSlugs.AnyAsync(f => f.Kind == kind && f.Slug == s, cancel));
        if (item.Slug.Length > 0 && slug != item.Slug)
        {
            report.Say($"{item.Type} {item.Id} stood at '{item.Slug}' and stands at '{PostAddress.Of(kind, slug)}' now");
        }

        return slug;
    }

    private static string TitleOf(WxrItem item, ImportReport report)
    {
        var title = PersonName.Clean(ClassicContent.Words(item.Title));
        if (title.Length > Limits.Title)
        {
            report.Say($"{item.Type} {item.Id} had a title of {title.Length} characters, shortened to {Limits.Title}: '{title}'");
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
            report.Say($"{item.Type} {item.Id} had an excerpt of {written.Length} characters, shortened to {Limits.Summary}: '{written}'");
        }

        return Excerpt.Of(written, Limits.Summary);
    }
}

internal static class OldIds
{
    /// <summary>A file with an id near the end of the counter would leave no room for new ones.</summary>
    public const long Highest = 1_000_000_000;
}
