using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Blocks;

/// <summary>Fills the pages of blocks.</summary>
public sealed class BlockPages(BlogDb db)
{
    public const string Path = "/beheer/blokken";

    public static string PathOf(long id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Path}/{id}");

    public async Task<BlockListPage> ListAsync(CancellationToken cancel)
    {
        var uses = (await BlockUse.FindAsync(db, cancel)).SelectMany(u => u.Names).CountBy(name => name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var blocks = await db.Blocks.OrderBy(b => b.Name).Select(b => new { b.Id, b.Name, b.Title, Category = b.Category!.Name }).ToListAsync(cancel);
        return new([.. blocks.Select(b => new BlockRow(b.Id, b.Name, b.Title, b.Category, uses.GetValueOrDefault(b.Name)))]);
    }

    public async Task<BlockPage> NewAsync(BlockForm typed, CancellationToken cancel) => new(null, typed, await CategoriesAsync(cancel), []);

    /// <summary>Null when it is not there.</summary>
    /// <param name="typed">What was typed, when that is to be shown instead of what is stored.</param>
    public async Task<BlockPage?> EditAsync(long id, BlockForm? typed, CancellationToken cancel)
    {
        if (await db.Blocks.SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } block)
        {
            return null;
        }

        var form = typed ?? BlockForm.Of(block, (await db.NewestAsync(id, cancel))?.Number ?? 0);
        return new(id, form, await CategoriesAsync(cancel), await BlockUse.FindAsync(db, block.Name, cancel));
    }

    /// <summary>Null when it is not there.</summary>
    public async Task<BlockDeletePage?> DeleteAsync(long id, CancellationToken cancel)
    {
        if (await db.Blocks.Include(b => b.Category).SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } block)
        {
            return null;
        }

        var under = block.CategoryId is { } category ? await db.PostCategories.CountAsync(c => c.CategoryId == category, cancel) : 0;
        return new(id, block.Name, block.Category?.Name, under, await BlockUse.FindAsync(db, block.Name, cancel));
    }

    private async Task<IReadOnlyList<(long Id, string Name)>> CategoriesAsync(CancellationToken cancel) =>
        [.. (await db.Categories.OrderBy(c => c.Name).Select(c => new { c.Id, c.Name }).ToListAsync(cancel)).Select(c => (c.Id, c.Name))];
}

/// <param name="Uses">Posts that name it.</param>
public sealed record BlockRow(long Id, string Name, string Title, string? Category, int Uses);

public sealed record BlockListPage(IReadOnlyList<BlockRow> Rows) : IPanelPage
{
    public PanelHead Head { get; } = new(BlockTexts.Blocks, "blokken");
}

/// <summary>The form of a block; without an id it is new.</summary>
public sealed record BlockPage(long? Id, BlockForm Typed, IReadOnlyList<(long Id, string Name)> Categories, IReadOnlyList<BlockUse> Uses) : IPanelPage
{
    public PanelHead Head { get; } = new(Id is null ? BlockTexts.New : string.Format(SiteClock.Dutch, BlockTexts.EditTitle, Typed.Name), "blokken") { ShowsArticle = true };

    public IReadOnlyDictionary<string, string> Errors { get; init; } = FormErrors.None;

    /// <summary>What somebody else saved meanwhile.</summary>
    public BlockVersion? Theirs { get; init; }

    public string Path => Id is { } id ? BlockPages.PathOf(id) : BlockPages.Path + "/nieuw";

    /// <summary>As readers see it; null while there is nothing to show, or too much.</summary>
    public SafeHtml? Preview => Typed.Markdown is { Length: > 0 and <= Limits.Comment } ? Typed.Cleaned().Render().Html : null;

    public string? Error(string field) => Errors.GetValueOrDefault(field);
}

/// <param name="Under">How many articles stand in the category that shows it.</param>
public sealed record BlockDeletePage(long Id, string Name, string? Category, int Under, IReadOnlyList<BlockUse> Uses) : IPanelPage
{
    public PanelHead Head { get; } = new(string.Format(SiteClock.Dutch, BlockTexts.DeleteTitle, Name), "blokken");
}
