using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Editing.Revisions;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Editing.Publishing;

/// <summary>Finds the topics that a manuscript names. What was renamed or merged since it was written is found where it went.</summary>
internal sealed class NamedTopics
{
    private readonly Dictionary<string, Category> _categories;
    private readonly ILookup<string, Tag> _tagsByName;
    private readonly Dictionary<string, Tag> _tagsBySlug;
    private readonly ILookup<(TopicKind Kind, string Slug), FormerTopic> _former;

    private NamedTopics(IEnumerable<Category> categories, IReadOnlyCollection<Tag> tags, IEnumerable<FormerTopic> former)
    {
        _categories = categories.ToDictionary(c => c.Slug, StringComparer.Ordinal);
        _tagsByName = tags.ToLookup(t => t.Name, StringComparer.OrdinalIgnoreCase);
        _tagsBySlug = tags.ToDictionary(t => t.Slug, StringComparer.Ordinal);
        _former = former.ToLookup(f => (f.Kind, f.Slug));
    }

    public static async Task<NamedTopics> OfAsync(BlogDb db, Manuscript text, bool toChange, CancellationToken cancel)
    {
        var tracking = toChange ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking;
        var (categories, names) = (text.CategorySlugs, text.TagNames);
        var slugs = names.Select(Slug.From).ToList();
        return new(
            await db.Categories.AsTracking(tracking).Where(c => categories.Contains(c.Slug)).ToListAsync(cancel),
            await db.Tags.AsTracking(tracking).Where(t => slugs.Contains(t.Slug) || names.Contains(EF.Functions.Collate(t.Name, "NOCASE"))).ToListAsync(cancel),
            await db.FormerTopics.AsTracking(tracking).Include(f => f.Category).Include(f => f.Tag)
                .Where(f => (f.Kind == TopicKind.Category && categories.Contains(f.Slug)) || (f.Kind == TopicKind.Tag && slugs.Contains(f.Slug))).ToListAsync(cancel));
    }

    /// <summary>Null when there is none, by any name.</summary>
    public Category? Category(string slug) => _categories.GetValueOrDefault(slug) ?? _former[(TopicKind.Category, slug)].FirstOrDefault()?.Category;

    /// <summary>By its name first: the address of a tag need not be made of it.</summary>
    public Tag? Tag(string name) => _tagsByName[name].OrderByDescending(t => t.Name == name).FirstOrDefault()
        ?? _tagsBySlug.GetValueOrDefault(Slug.From(name)) ?? _former[(TopicKind.Tag, Slug.From(name))].FirstOrDefault()?.Tag;

    /// <summary>
    /// The text with its topics as they are called now. What was deleted after it was written is left out, or storing it would bring
    /// that back; a name written later means something new.
    /// </summary>
    public Manuscript Renew(Manuscript text, DateTimeOffset written) => text with
    {
        Categories = string.Join(", ", text.CategorySlugs.Where(slug => !IsGone(TopicKind.Category, slug, Category(slug), written)).Select(slug => Category(slug)?.Slug ?? slug).Distinct(StringComparer.Ordinal)),
        Tags = string.Join(", ", text.TagNames.Where(name => !IsGone(TopicKind.Tag, Slug.From(name), Tag(name), written)).Select(NameNow).Distinct(StringComparer.Ordinal)),
    };

    /// <summary>What only folds to the address of another tag stays as it was typed: the checks say that it does not come along.</summary>
    private string NameNow(string name) => _tagsByName[name].Any() || !_tagsBySlug.ContainsKey(Slug.From(name)) ? Tag(name)?.Name ?? name : name;

    private bool IsGone(TopicKind kind, string slug, object? found, DateTimeOffset written) =>
        found is null && _former[(kind, slug)].Any(f => f.Since >= written);
}
