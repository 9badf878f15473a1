using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Import.WordPress.Markup;
using Bijgespijkerd.Web.Import.WordPress.Wxr;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Import.WordPress;

/// <summary>Categories and tags, known by their slug: one that is here already is used, and left as it is.</summary>
internal sealed class ImportedTopics
{
    private readonly Dictionary<(bool IsCategory, string Nicename), string> _slugs = [];
    private readonly HashSet<(bool IsCategory, string Slug)> _taken = [];
    private readonly HashSet<(TopicKind Kind, string Slug)> _deleted = [];

    public async Task BringInAsync(BlogDb db, IReadOnlyCollection<WxrTopic> topics, ImportReport report, CancellationToken cancel)
    {
        var added = new List<(WxrTopic Topic, Category Category)>();
        foreach (var topic in topics)
        {
            if (topic.IsCategory)
            {
                var (category, isNew) = await CategoryAsync(db, topic, report, cancel);
                if (category is not null && isNew && topic.Parent.Length > 0)
                {
                    added.Add((topic, category));
                }
            }
            else
            {
                await TagAsync(db, topic, report, cancel);
            }
        }

        foreach (var (topic, category) in added)
        {
            var parent = _slugs.TryGetValue((true, topic.Parent), out var slug) ? await db.Categories.SingleOrDefaultAsync(c => c.Slug == slug, cancel) : null;
            if (parent is null || !category.PutUnder(parent))
            {
                report.Say(Noted.CategoryAlone, category.Name, topic.Parent);
            }
        }

        await db.SaveChangesAsync(cancel);
    }

    public async Task FileAsync(BlogDb db, Post post, WxrItem item, ImportReport report, CancellationToken cancel)
    {
        var (categories, tags) = (new List<Category?>(), new List<Tag?>());
        foreach (var label in item.Labels)
        {
            switch (label.Domain)
            {
                case "category" or "":
                    categories.Add((await CategoryAsync(db, new WxrTopic(true, label.Nicename, label.Name, "", ""), report, cancel)).Category);
                    break;
                case "post_tag" or "tag":
                    tags.Add(await TagAsync(db, new WxrTopic(false, label.Nicename, label.Name, "", ""), report, cancel));
                    break;
                default:
                    report.Skip($"label of kind '{label.Domain}'");
                    break;
            }
        }

        post.FileUnder(categories.OfType<Category>(), tags.OfType<Tag>());
    }

    /// <summary>None when it was deleted here.</summary>
    private async Task<(Category? Category, bool IsNew)> CategoryAsync(BlogDb db, WxrTopic topic, ImportReport report, CancellationToken cancel)
    {
        var isKnown = _slugs.ContainsKey(Key(topic));
        var slug = SlugOf(topic);
        var category = await db.Categories.SingleOrDefaultAsync(c => c.Slug == slug, cancel)
            ?? await db.FormerTopics.Where(f => f.Kind == TopicKind.Category && f.Slug == slug).Select(f => f.Category).SingleOrDefaultAsync(cancel);
        if (category is not null)
        {
            if (!isKnown)
            {
                report.CountKnown(Imported.Categories);
                await ImportedAddresses.OfTopicAsync(db, topic, category.Slug, cancel);
            }

            return (category, false);
        }

        if (await WasDeletedAsync(db, TopicKind.Category, slug, topic, report, cancel))
        {
            return (null, false);
        }

        category = Category.Named(NameOf(topic, report), slug, Excerpt.Of(ClassicContent.Words(topic.Description), Limits.Description));
        db.Categories.Add(category);
        await ImportedAddresses.OfTopicAsync(db, topic, slug, cancel);
        await db.SaveChangesAsync(cancel);
        report.Count(Imported.Categories);
        return (category, true);
    }

    /// <summary>Null when it was deleted here.</summary>
    private async Task<Tag?> TagAsync(BlogDb db, WxrTopic topic, ImportReport report, CancellationToken cancel)
    {
        var isKnown = _slugs.ContainsKey(Key(topic));
        var slug = SlugOf(topic);
        var tag = await db.Tags.SingleOrDefaultAsync(t => t.Slug == slug, cancel)
            ?? await db.FormerTopics.Where(f => f.Kind == TopicKind.Tag && f.Slug == slug).Select(f => f.Tag).SingleOrDefaultAsync(cancel);
        if (tag is not null)
        {
            if (!isKnown)
            {
                report.CountKnown(Imported.Tags);
                await ImportedAddresses.OfTopicAsync(db, topic, tag.Slug, cancel);
            }

            return tag;
        }

        if (await WasDeletedAsync(db, TopicKind.Tag, slug, topic, report, cancel))
        {
            return null;
        }

        tag = Tag.Named(NameOf(topic, report), slug);
        db.Tags.Add(tag);
        await ImportedAddresses.OfTopicAsync(db, topic, slug, cancel);
        await db.SaveChangesAsync(cancel);
        report.Count(Imported.Tags);
        return tag;
    }

    private async Task<bool> WasDeletedAsync(BlogDb db, TopicKind kind, string slug, WxrTopic topic, ImportReport report, CancellationToken cancel)
    {
        var was = await db.FormerTopics.AnyAsync(f => f.Kind == kind && f.Slug == slug, cancel);
        if (was && _deleted.Add((kind, slug)))
        {
            report.Say(Noted.TopicDeleted, topic.Name.Length > 0 ? topic.Name : topic.Nicename);
        }

        return was;
    }

    /// <summary>Two nicenames of the file that fold to one slug stay two topics.</summary>
    private string SlugOf(WxrTopic topic)
    {
        if (_slugs.TryGetValue(Key(topic), out var known))
        {
            return known;
        }

        var slug = FreeSlug.Variants(FreeSlug.From(topic.Nicename, topic.Name)).First(s => _taken.Add((topic.IsCategory, s)));
        _slugs.Add(Key(topic), slug);
        return slug;
    }

    private static (bool IsCategory, string Nicename) Key(WxrTopic topic) => (topic.IsCategory, topic.Nicename.Length > 0 ? topic.Nicename : topic.Name);

    private static string NameOf(WxrTopic topic, ImportReport report) => ImportedNames.Of(topic.Name.Length > 0 ? topic.Name : topic.Nicename, report);
}
