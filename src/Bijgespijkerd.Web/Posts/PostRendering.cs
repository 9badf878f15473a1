using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Posts;

/// <summary>Renders a post's Markdown with what surrounds it: the re-usable blocks it may name.</summary>
public sealed class PostRendering
{
    public static RenderedArticle RenderBlock(string name, string title, string markdown) =>
        ArticleMarkdown.Render(Block.AsTip(title, markdown), new ArticleSurroundings { IdPrefix = $"blok-{name}-", Picture = Known });

    public async Task<ArticleSurroundings> SurroundingsAsync(BlogDb db, CancellationToken cancel)
    {
        var blocks = await db.Blocks.AsNoTracking().ToDictionaryAsync(b => b.Name, b => b.Html, StringComparer.Ordinal, cancel);
        return With(blocks);
    }

    /// <summary>Headings get ids of their own kind: one called "Reacties" must not take the place of the page's.</summary>
    public static ArticleSurroundings With(IReadOnlyDictionary<string, SafeHtml> blocks) => new()
    {
        IdPrefix = "artikel-",
        Block = name => blocks.TryGetValue(name, out var html) ? html : null,
        Picture = Known,
    };

    private static ArticlePicture? Known(string address) => PictureAddress.Read(address) is { } picture
        ? new ArticlePicture(picture.Width, picture.Height, picture.SourceSet, PictureAddress.InText)
        : null;
}
