using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Posts;

/// <summary>Renders a post's Markdown with what surrounds it: the re-usable blocks it may name.</summary>
public sealed class PostRendering
{
    public async Task<ArticleSurroundings> SurroundingsAsync(BlogDb db, CancellationToken cancel)
    {
        var blocks = await db.Blocks.AsNoTracking().ToDictionaryAsync(b => b.Name, b => b.Html, StringComparer.Ordinal, cancel);
        return With(blocks);
    }

    public static ArticleSurroundings With(IReadOnlyDictionary<string, SafeHtml> blocks) => new()
    {
        Block = name => blocks.TryGetValue(name, out var html) ? html : null,
    };
}
