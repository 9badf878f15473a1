using Bijgespijkerd.Web.Authors;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.Site.Carrying;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Export.WordPress;

/// <summary>What stands before the first item: the site, who writes there, and what articles are filed under.</summary>
internal sealed class WxrHead(BlogDb db, WxrWriter wxr, SiteAddress address, ExportReport report)
{
    private const int AtOnce = 500;

    /// <summary>WordPress numbers categories and tags in one row; here their slugs say who they are.</summary>
    private long _term;

    public async Task WriteAsync(BlogSettings settings, CancellationToken cancel)
    {
        wxr.RssText("title", settings.Title);
        wxr.Rss("link", address.Root);
        wxr.RssText("description", settings.Tagline);
        wxr.Rss("language", "nl-NL");
        wxr.Leaf("wxr_version", WxrWriter.Version);
        wxr.Leaf("base_site_url", address.Root);
        wxr.Leaf("base_blog_url", address.Root);
        await AuthorsAsync(cancel);
        await CategoriesAsync(cancel);
        await TagsAsync(cancel);
        wxr.Rss("generator", "Bijgespijkerd");
    }

    private async Task AuthorsAsync(CancellationToken cancel)
    {
        for (long after = 0; await AuthorsAsync(after, cancel) is { Count: > 0 } authors; after = authors[^1].Id)
        {
            var ids = authors.ConvertAll(a => (long?)a.Id);
            var former = (await db.FormerAuthors.Where(f => ids.Contains(f.AuthorId)).OrderBy(f => f.Slug).ToListAsync(cancel)).ToLookup(f => f.AuthorId, f => f.Slug);
            foreach (var author in authors)
            {
                wxr.Begin("author");
                wxr.Leaf("author_id", author.Id);
                wxr.Text("author_login", author.Slug);
                wxr.Text("author_email", "");
                wxr.Text("author_display_name", WordPressHtml.Words(author.Name));
                wxr.Text("author_first_name", "");
                wxr.Text("author_last_name", "");
                wxr.Facts("user", new CarriedAuthor
                {
                    Bio = wxr.Fit(author.Bio),
                    Picture = author.PicturePath,
                    Links = Some(author.Links.OrderBy(l => l.Id).Select(l => new CarriedLink { Label = l.Label, Address = l.Address })),
                    Former = Some(former[author.Id]),
                    Old = await OldAsync("/auteur/", former[author.Id].Prepend(author.Slug), cancel),
                });
                wxr.End();
                report.Count(Exported.Authors);
            }
        }
    }

    private Task<List<Author>> AuthorsAsync(long after, CancellationToken cancel) =>
        db.Authors.Include(a => a.Links).Where(a => a.Id > after).OrderBy(a => a.Id).Take(AtOnce).ToListAsync(cancel);

    /// <summary>A category comes after the one above it, or WordPress would put it nowhere.</summary>
    private async Task CategoriesAsync(CancellationToken cancel)
    {
        var categories = await db.Categories.ToDictionaryAsync(c => c.Id, cancel);
        var former = (await db.FormerTopics.Where(f => f.Kind == TopicKind.Category && f.CategoryId != null).OrderBy(f => f.Slug).ToListAsync(cancel)).ToLookup(f => f.CategoryId);
        foreach (var category in categories.Values.OrderBy(DepthOf).ThenBy(c => c.Slug, StringComparer.Ordinal))
        {
            wxr.Begin("category");
            wxr.Leaf("term_id", ++_term);
            wxr.Text("category_nicename", category.Slug);
            wxr.Text("category_parent", category.ParentId is { } parent ? categories[parent].Slug : "");
            wxr.Text("cat_name", WordPressHtml.Words(category.Name));
            wxr.Text("category_description", WordPressHtml.Words(category.Description));
            wxr.Facts("term", new CarriedTopic { Former = Some(former[category.Id].Select(FormerOf)), Old = await OldAsync("/categorie/", former[category.Id].Select(f => f.Slug).Prepend(category.Slug), cancel) });
            wxr.End();
            report.Count(Exported.Categories);
        }

        int DepthOf(Category category)
        {
            var depth = 0;
            for (var above = category.ParentId; above is { } id; above = categories[id].ParentId)
            {
                depth++;
            }

            return depth;
        }
    }

    private async Task TagsAsync(CancellationToken cancel)
    {
        for (var after = ""; await TagsAsync(after, cancel) is { Count: > 0 } tags; after = tags[^1].Slug)
        {
            var ids = tags.ConvertAll(t => (long?)t.Id);
            var former = (await db.FormerTopics.Where(f => f.Kind == TopicKind.Tag && ids.Contains(f.TagId)).OrderBy(f => f.Slug).ToListAsync(cancel)).ToLookup(f => f.TagId);
            foreach (var tag in tags)
            {
                wxr.Begin("tag");
                wxr.Leaf("term_id", ++_term);
                wxr.Text("tag_slug", tag.Slug);
                wxr.Text("tag_name", WordPressHtml.Words(tag.Name));
                wxr.Facts("term", new CarriedTopic { Former = Some(former[tag.Id].Select(FormerOf)), Old = await OldAsync("/tag/", former[tag.Id].Select(f => f.Slug).Prepend(tag.Slug), cancel) });
                wxr.End();
                report.Count(Exported.Tags);
            }
        }
    }

    private Task<List<Tag>> TagsAsync(string after, CancellationToken cancel) =>
        db.Tags.Where(t => string.Compare(t.Slug, after) > 0).OrderBy(t => t.Slug).Take(AtOnce).ToListAsync(cancel);

    private static CarriedFormerTopic FormerOf(FormerTopic former) => new() { Slug = former.Slug, Since = former.Since };

    /// <summary>An address leads on by the name that there was when it came.</summary>
    private async Task<IReadOnlyList<string>?> OldAsync(string place, IEnumerable<string> names, CancellationToken cancel)
    {
        var targets = names.Select(name => place + name).ToList();
        return Some(await db.OldAddresses.Where(o => targets.Contains(o.Target)).OrderBy(o => o.Path).Select(o => o.Path).ToListAsync(cancel));
    }

    private static List<T>? Some<T>(IEnumerable<T> all) => all.ToList() is { Count: > 0 } some ? some : null;
}
