using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.SiteFolder.Format;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.SiteFolder.Reading;

/// <summary>Categories in their tree, and tags; one that is here by its address stays as it is.</summary>
internal static class IncomingTopics
{
    public static async Task BringInAsync(BlogDb db, FolderFiles folder, SiteFolderReport report, CancellationToken cancel)
    {
        await CategoriesAsync(db, folder, report, cancel);
        var tags = (await db.Tags.Select(t => t.Slug).ToListAsync(cancel)).Concat(await FormerAsync(db, TopicKind.Tag, cancel)).ToHashSet(StringComparer.Ordinal);
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in report.Fit(FolderNames.Tags, folder.Records(FolderNames.Tags)))
        {
            report.Take(FolderNames.Tags, record, () =>
            {
                var (slug, name) = Read(record, met);
                if (!tags.Add(slug))
                {
                    report.AddKnown(Moved.Tags);
                    return;
                }

                db.Tags.Add(Tag.Named(name, slug));
                report.Add(Moved.Tags);
            });
        }
    }

    private static async Task CategoriesAsync(BlogDb db, FolderFiles folder, SiteFolderReport report, CancellationToken cancel)
    {
        var categories = await db.Categories.AsTracking().ToDictionaryAsync(c => c.Slug, StringComparer.Ordinal, cancel);
        var former = await FormerAsync(db, TopicKind.Category, cancel);
        var (met, fresh) = (new HashSet<string>(StringComparer.Ordinal), new List<(Category Category, FolderRecord Record)>());
        foreach (var record in report.Fit(FolderNames.Categories, folder.Records(FolderNames.Categories)))
        {
            report.Take(FolderNames.Categories, record, () =>
            {
                var (slug, name) = Read(record, met);
                var category = Category.Named(name, slug, record.Short("beschrijving", Limits.Description));
                if (former.Contains(slug) || !categories.TryAdd(slug, category))
                {
                    report.AddKnown(Moved.Categories);
                    return;
                }

                db.Categories.Add(category);
                fresh.Add((category, record));
                report.Add(Moved.Categories);
            });
        }

        await db.SaveChangesAsync(cancel);
        foreach (var (category, record) in fresh.Where(f => f.Record.Find("onder") is not null))
        {
            report.Take(FolderNames.Categories, record, () => Put(category, record.Find("onder")!, categories));
        }
    }

    /// <summary>What was renamed, merged or deleted here does not come back.</summary>
    private static async Task<HashSet<string>> FormerAsync(BlogDb db, TopicKind kind, CancellationToken cancel) =>
        (await db.FormerTopics.Where(f => f.Kind == kind).Select(f => f.Slug).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);

    private static void Put(Category category, string under, Dictionary<string, Category> categories)
    {
        if (!categories.TryGetValue(under, out var parent))
        {
            throw new UnfitRecordException($"'{category.Slug}' stands by itself: there is no '{under}'");
        }

        if (!category.PutUnder(parent))
        {
            throw new UnfitRecordException($"'{category.Slug}' stands by itself: it would be under itself");
        }
    }

    private static (string Slug, string Name) Read(FolderRecord record, HashSet<string> met)
    {
        var (slug, name) = (record.Needed("slug", Limits.Slug), PersonName.Clean(record.Needed("naam", Limits.Name)));
        return !Slug.IsValid(slug) || name.Length == 0 ? throw new UnfitRecordException($"'{slug}' cannot be an address, or has no name")
            : !met.Add(slug) ? throw new UnfitRecordException($"'{slug}' stands there twice")
            : (slug, name);
    }
}
