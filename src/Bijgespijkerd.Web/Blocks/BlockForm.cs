using System.Globalization;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Blocks;

/// <summary>What is filled in of a block.</summary>
/// <param name="Category">The id of the category under whose articles it stands; empty: only where an article names it.</param>
/// <param name="Basis">The newest version its writer knew.</param>
/// <param name="Actie">Which button was pressed.</param>
public sealed record BlockForm(string? Name, string? Title, string? Markdown, string? Category, int Basis, string? Actie)
{
    public static BlockForm Empty { get; } = new("", "", "", "", 0, null);

    public static BlockForm Of(Block block, int basis) => new(block.Name, block.Title, block.Markdown, block.CategoryId?.ToString(CultureInfo.InvariantCulture) ?? "", basis, null);

    public long? CategoryId => long.TryParse(Category, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    public bool IsPreview => Actie == "voorbeeld";

    /// <summary>A name is made like an address, so that it is typed in one way only.</summary>
    public BlockForm Cleaned() => this with
    {
        Name = Slug.From(Name ?? ""),
        Title = PlainText.Clean(Title).ReplaceLineEndings(" ").Trim(),
        Markdown = PlainText.Clean(Markdown).Trim('\n'),
    };

    public Dictionary<string, string> Faults()
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Name!.Length == 0)
        {
            faults[nameof(Name)] = BlockTexts.ErrorName;
        }

        if (Title!.Length is 0 or > Limits.Title)
        {
            faults[nameof(Title)] = BlockTexts.ErrorTitle;
        }

        if (string.IsNullOrWhiteSpace(Markdown))
        {
            faults[nameof(Markdown)] = BlockTexts.ErrorEmpty;
        }
        else if (Markdown.Length > Limits.Comment)
        {
            faults[nameof(Markdown)] = BlockTexts.ErrorTooLong;
        }

        return faults;
    }

    public RenderedArticle Render() => PostRendering.RenderBlock(Name!, Title!, Markdown!);
}
