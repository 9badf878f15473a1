using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Posts;

/// <summary>A post that says <c>:::blok naam</c>, in whatever state.</summary>
public sealed record BlockUse(long PostId, string Title, PostKind Kind, PostState State, IReadOnlyList<string> Names)
{
    private const string Opening = ":::blok";

    /// <summary>All of them, found by looking through the texts: for pages of the panel and changes of a block only.</summary>
    public static async Task<IReadOnlyList<BlockUse>> FindAsync(BlogDb db, CancellationToken cancel)
    {
        var posts = await db.Posts.AsNoTracking().Where(p => EF.Functions.Like(p.Markdown, "%" + Opening + "%")).OrderBy(p => p.Title).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.Title, p.Kind, p.State, p.Markdown }).ToListAsync(cancel);
        return [.. posts.Select(p => new BlockUse(p.Id, p.Title, p.Kind, p.State, NamedIn(p.Markdown))).Where(u => u.Names.Count > 0)];
    }

    public static async Task<IReadOnlyList<BlockUse>> FindAsync(BlogDb db, string name, CancellationToken cancel) =>
        [.. (await FindAsync(db, cancel)).Where(u => u.Names.Contains(name))];

    /// <summary>What stands in code is named too: it does no harm.</summary>
    public static IReadOnlyList<string> NamedIn(string markdown)
    {
        var names = new List<string>();
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            var text = line.TrimStart("> \t-*");
            if (text.StartsWith(Opening, StringComparison.OrdinalIgnoreCase) && text.Length > Opening.Length && text[Opening.Length] is ' ' or '\t')
            {
                names.Add(text[Opening.Length..].Trim().ToString());
            }
        }

        return [.. names.Distinct(StringComparer.Ordinal)];
    }
}
