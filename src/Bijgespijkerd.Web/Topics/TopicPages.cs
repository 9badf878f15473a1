using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Topics;

/// <summary>Fills the pages of categories and tags.</summary>
public sealed class TopicPages(BlogDb db)
{
    private const int MostLetters = 100;

    /// <summary>Null when there is no such page.</summary>
    public async Task<TopicListPage?> ListAsync(TopicWords words, string? query, int number, CancellationToken cancel)
    {
        var asked = query?.Trim() ?? "";
        asked = asked.Length > MostLetters ? asked[..MostLetters] : asked;
        var like = "%" + asked.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
        var found = Rows(words.Kind).Where(r => EF.Functions.Like(r.Name, like, "\\") || EF.Functions.Like(r.Slug, like, "\\"));
        var total = await found.CountAsync(cancel);
        if (number < 1 || number > Pager.PagesFor(total, TopicListPage.PerPage))
        {
            return null;
        }

        var rows = await found.OrderBy(r => EF.Functions.Collate(r.Name, "NOCASE")).ThenBy(r => r.Id).Skip((number - 1) * TopicListPage.PerPage).Take(TopicListPage.PerPage).ToListAsync(cancel);
        return new(words, asked, number, rows, total);
    }

    public async Task<TopicPage> NewAsync(TopicWords words, TopicForm typed, CancellationToken cancel) =>
        new(words, null, "", typed, await ParentsAsync(words, null, cancel), 0);

    /// <summary>Null when it is not there.</summary>
    /// <param name="typed">What was typed, when that is to be shown instead of what is stored.</param>
    public async Task<TopicPage?> EditAsync(TopicWords words, long id, TopicForm? typed, CancellationToken cancel)
    {
        var stored = words.IsCategory
            ? await db.Categories.SingleOrDefaultAsync(c => c.Id == id, cancel) is { } category ? TopicForm.Of(category) : null
            : await db.Tags.SingleOrDefaultAsync(t => t.Id == id, cancel) is { } tag ? TopicForm.Of(tag) : null;
        if (stored is null)
        {
            return null;
        }

        var articles = words.IsCategory ? await db.PostCategories.CountAsync(c => c.CategoryId == id, cancel) : await db.PostTags.CountAsync(t => t.TagId == id, cancel);
        return new(words, id, stored.Name!, typed ?? stored, await ParentsAsync(words, id, cancel), articles);
    }

    /// <summary>Null when it is not there.</summary>
    public async Task<TopicEndPage?> EndAsync(TopicWords words, long id, string title, string? fault, CancellationToken cancel)
    {
        if (await Rows(words.Kind).SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } topic)
        {
            return null;
        }

        var others = await Rows(words.Kind).Where(r => r.Id != id).OrderBy(r => EF.Functions.Collate(r.Name, "NOCASE")).Select(r => new TopicChoice(r.Id, r.Name, r.Articles)).ToListAsync(cancel);
        var below = words.IsCategory ? await db.Categories.CountAsync(c => c.ParentId == id, cancel) : 0;
        var blocks = words.IsCategory ? await db.Blocks.CountAsync(b => b.CategoryId == id, cancel) : 0;
        return new(words, topic, others, below, blocks, fault) { Head = new PanelHead(string.Format(SiteClock.Dutch, title, topic.Name), words.Word) };
    }

    private IQueryable<TopicRow> Rows(TopicKind kind) => kind == TopicKind.Tag
        ? db.Tags.Select(t => new TopicRow { Id = t.Id, Name = t.Name, Slug = t.Slug, Articles = db.PostTags.Count(p => p.TagId == t.Id) })
        : db.Categories.Select(c => new TopicRow { Id = c.Id, Name = c.Name, Slug = c.Slug, Parent = c.Parent!.Name, Articles = db.PostCategories.Count(p => p.CategoryId == c.Id) });

    /// <summary>Those that can stand above it: not itself, nor what hangs below it.</summary>
    private async Task<IReadOnlyList<TopicChoice>> ParentsAsync(TopicWords words, long? id, CancellationToken cancel)
    {
        if (!words.IsCategory)
        {
            return [];
        }

        var all = await db.Categories.Select(c => new { c.Id, c.Name, c.ParentId }).ToListAsync(cancel);
        var below = new HashSet<long>();
        if (id is { } own)
        {
            below.Add(own);
            while (all.Where(c => c.ParentId is { } parent && below.Contains(parent)).Select(c => c.Id).ToList().Exists(below.Add))
            {
                // Another level was found: look below it.
            }
        }

        return [.. all.Where(c => !below.Contains(c.Id)).OrderBy(c => c.Name, StringComparer.Create(SiteClock.Dutch, ignoreCase: true)).Select(c => new TopicChoice(c.Id, c.Name, 0))];
    }
}
