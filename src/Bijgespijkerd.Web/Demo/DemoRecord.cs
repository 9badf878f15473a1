using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bijgespijkerd.Web.Authors;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Demo;

/// <summary>
/// What the demo brought. Posts, comments and mentions carry a source; of authors, topics, labels and blocks a print is kept, so that
/// one that somebody changed since is known to be theirs.
/// </summary>
public static class DemoRecord
{
    public const string Source = "demo";

    private const string Name = "demo-site";
    private const string Removed = "removed";

    public static Task<bool> WasLoadedAsync(BlogDb db, CancellationToken cancel) => db.SiteValues.AnyAsync(v => v.Key == Name, cancel);

    public static bool IsThere(BlogDb db) => db.SiteValues.Any(v => v.Key == Name && v.Value != Removed);

    public static async Task WriteAsync(BlogDb db, CancellationToken cancel) => db.SiteValues.Add(new SiteValue(Name, string.Concat(await PrintsAsync(db, cancel))));

    /// <summary>Prints of what is there now and is as the demo brought it.</summary>
    public static async Task<IReadOnlySet<string>> UnchangedAsync(BlogDb db, CancellationToken cancel)
    {
        var kept = await db.SiteValues.AsNoTracking().Where(v => v.Key == Name).Select(v => v.Value).SingleOrDefaultAsync(cancel) ?? "";
        var brought = kept.Chunk(PrintLength).Select(print => new string(print));
        return brought.Intersect(await PrintsAsync(db, cancel), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
    }

    public static async Task ForgetAsync(BlogDb db, CancellationToken cancel) =>
        (await db.SiteValues.AsTracking().SingleAsync(v => v.Key == Name, cancel)).Becomes(Removed);

    /// <param name="author">With its links.</param>
    public static string Print(Author author) => Print(
        "author", author.Id, author.Name, author.Slug, author.Bio,
        string.Join('\0', author.Links.OrderBy(l => l.Id).SelectMany(l => new[] { l.Label, l.Address }).Prepend(author.PicturePath).Append(author.Links.Count.ToString(CultureInfo.InvariantCulture))));

    public static string Print(Category category) => Print("category", category.Id, category.Name, category.Slug, category.Description, At(category.ParentId));

    public static string Print(Tag tag) => Print("tag", tag.Id, tag.Name, tag.Slug, null, null);

    public static string Print(Block block) => Print("block", block.Id, block.Name, block.Title, block.Markdown, At(block.CategoryId));

    private const int PrintLength = 12;

    private static async Task<IEnumerable<string>> PrintsAsync(BlogDb db, CancellationToken cancel) =>
    [
        .. (await db.Authors.AsNoTracking().Include(a => a.Links).ToListAsync(cancel)).Select(Print),
        .. (await db.Categories.AsNoTracking().ToListAsync(cancel)).Select(Print),
        .. (await db.Tags.AsNoTracking().ToListAsync(cancel)).Select(Print),
        .. (await db.Blocks.AsNoTracking().ToListAsync(cancel)).Select(Print),
    ];

    /// <summary>Never empty: a print from before this counted says nothing about it, so that it must fit nothing of now.</summary>
    private static string At(long? id) => (id ?? 0).ToString(CultureInfo.InvariantCulture);

    private static string Print(string kind, long id, string name, string address, string? text, string? more) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', kind, id.ToString(CultureInfo.InvariantCulture), name, address, text, more))))[..PrintLength];
}
