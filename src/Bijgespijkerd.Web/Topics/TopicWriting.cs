using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Topics;

/// <summary>What became of a change of a topic.</summary>
/// <param name="Before">How it stood; null for a new one.</param>
public sealed record TopicChange(long Id, TopicForm? Before, IReadOnlyDictionary<string, string> Faults)
{
    /// <summary>How it was left; null when nothing was stored.</summary>
    public TopicForm? After { get; init; }

    /// <summary>Somebody saved something else since the form began: nothing was stored.</summary>
    public bool IsBehind { get; init; }
}

/// <summary>Adds and renames categories and tags. What is typed comes cleaned and without faults of its own.</summary>
public sealed class TopicWriting(WriteLane lane, CurrentAccount account, TimeProvider time)
{
    public Task<TopicChange> AddAsync(TopicKind kind, TopicForm typed, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            var faults = await FaultsAsync(db, kind, 0, "", typed, token);
            if (faults.Count > 0)
            {
                return new TopicChange(0, null, faults);
            }

            var slug = await SlugAsync(db, kind, 0, typed, token);
            await db.TakeAsync(kind, slug, token);
            db.Audit(account, TopicAudit.Added, typed.Name!, time.GetUtcNow());
            if (kind == TopicKind.Tag)
            {
                var tag = db.Tags.Add(Tag.Named(typed.Name!, slug)).Entity;
                await db.SaveChangesAsync(token);
                return new(tag.Id, null, faults);
            }

            var parent = typed.ParentId is { } above ? await db.Categories.AsTracking().SingleAsync(c => c.Id == above, token) : null;
            var category = db.Categories.Add(Category.Named(typed.Name!, slug, typed.Description!, parent)).Entity;
            await db.SaveChangesAsync(token);
            return new(category.Id, null, faults);
        },
        cancel);

    /// <summary>Null when it is not there.</summary>
    public Task<TopicChange?> ChangeAsync(TopicKind kind, long id, TopicForm typed, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            var change = kind == TopicKind.Tag ? await ChangeTagAsync(db, id, typed, token) : await ChangeCategoryAsync(db, id, typed, token);
            if (change?.After is not null)
            {
                db.Audit(account, TopicAudit.Changed, typed.Name!, time.GetUtcNow());
                await db.SaveChangesAsync(token);
            }

            return change;
        },
        cancel);

    private async Task<TopicChange?> ChangeCategoryAsync(BlogDb db, long id, TopicForm typed, CancellationToken cancel)
    {
        // All of them, so that a circle is seen however deep.
        var all = await db.Categories.AsTracking().ToListAsync(cancel);
        if (all.Find(c => c.Id == id) is not { } category)
        {
            return null;
        }

        var before = TopicForm.Of(category);
        if (typed.IsBehind(before))
        {
            return new(id, before, FormErrors.None) { IsBehind = true };
        }

        var faults = await FaultsAsync(db, TopicKind.Category, id, category.Name, typed, cancel);
        var parent = all.Find(c => c.Id == typed.ParentId);
        if (faults.Count == 0 && parent is not null && !category.PutUnder(parent))
        {
            faults[nameof(TopicForm.Parent)] = TopicTexts.ErrorCircle;
        }

        if (faults.Count > 0)
        {
            return new(id, before, faults);
        }

        if (parent is null)
        {
            category.StandByItself();
        }

        category.Rename(typed.Name!, typed.Description!);
        var slug = await SlugAsync(db, TopicKind.Category, id, typed, cancel);
        if (slug != category.Slug)
        {
            await db.TakeAsync(TopicKind.Category, slug, cancel);
            await db.RememberAsync(category.MoveTo(slug, time.GetUtcNow()), cancel);
        }

        return new(id, before, faults) { After = TopicForm.Of(category) };
    }

    private async Task<TopicChange?> ChangeTagAsync(BlogDb db, long id, TopicForm typed, CancellationToken cancel)
    {
        if (await db.Tags.AsTracking().SingleOrDefaultAsync(t => t.Id == id, cancel) is not { } tag)
        {
            return null;
        }

        var before = TopicForm.Of(tag);
        if (typed.IsBehind(before))
        {
            return new(id, before, FormErrors.None) { IsBehind = true };
        }

        var faults = await FaultsAsync(db, TopicKind.Tag, id, tag.Name, typed, cancel);
        if (faults.Count > 0)
        {
            return new(id, before, faults);
        }

        var now = time.GetUtcNow();
        var (slug, called) = (await SlugAsync(db, TopicKind.Tag, id, typed, cancel), Slug.From(tag.Name));
        tag.Rename(typed.Name!);
        if (slug != tag.Slug)
        {
            await db.TakeAsync(TopicKind.Tag, slug, cancel);
            await db.RememberAsync(tag.MoveTo(slug, now), cancel);
        }

        // Articles keep the names of their tags as text: what it was called leads to it as well.
        if (called.Length > 0 && called != before.Slug && called != slug && !await db.Tags.AnyAsync(t => t.Slug == called, cancel))
        {
            await db.RememberAsync(FormerTopic.Of(tag, called, now), cancel);
        }

        return new(id, before, faults) { After = TopicForm.Of(tag) };
    }

    private static async Task<Dictionary<string, string>> FaultsAsync(BlogDb db, TopicKind kind, long id, string nameNow, TopicForm typed, CancellationToken cancel)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        var wanted = typed.WantedSlug;
        if (wanted.Length > 0 && await OwnerAsync(db, kind, id, wanted, cancel) is { } owner)
        {
            faults[nameof(TopicForm.Slug)] = string.Format(SiteClock.Dutch, TopicTexts.ErrorTaken, owner);
        }

        // An article's tags are written down by name: two of one name cannot be told apart.
        var name = typed.Name!;
        if (kind == TopicKind.Tag && !string.Equals(name, nameNow, StringComparison.OrdinalIgnoreCase) && await db.Tags.AnyAsync(t => t.Id != id && EF.Functions.Collate(t.Name, "NOCASE") == name, cancel))
        {
            faults[nameof(TopicForm.Name)] = string.Format(SiteClock.Dutch, TopicTexts.ErrorDouble, name);
        }

        if (kind == TopicKind.Category && typed.ParentId is { } parent && !await db.Categories.AnyAsync(c => c.Id == parent, cancel))
        {
            faults[nameof(TopicForm.Parent)] = TopicTexts.ErrorParent;
        }

        return faults;
    }

    private static Task<string?> OwnerAsync(BlogDb db, TopicKind kind, long id, string slug, CancellationToken cancel) => kind == TopicKind.Tag
        ? db.Tags.Where(t => t.Slug == slug && t.Id != id).Select(t => t.Name).SingleOrDefaultAsync(cancel)
        : db.Categories.Where(c => c.Slug == slug && c.Id != id).Select(c => c.Name).SingleOrDefaultAsync(cancel);

    private static Task<string> SlugAsync(BlogDb db, TopicKind kind, long id, TopicForm typed, CancellationToken cancel) => typed.WantedSlug is { Length: > 0 } wanted
        ? Task.FromResult(wanted)
        : FreeSlug.FindAsync(FreeSlug.From(typed.Name!), async slug => TopicForm.IsReserved(slug) || await OwnerAsync(db, kind, id, slug, cancel) is not null);
}
