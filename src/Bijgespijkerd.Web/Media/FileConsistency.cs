using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Data.Consistency;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Media;

/// <summary>
/// Rows of pictures and files in the folder, both ways, and whether what is shown is there. Every file is read to its end. What an
/// upload or a removal of this moment has half done is no fault.
/// </summary>
internal sealed partial class FileConsistency(MediaStore store, IWorkingTexts working, IServiceScopeFactory scopes, TimeProvider time) : IConsistency
{
    private static readonly TimeSpan Underway = TimeSpan.FromMinutes(10);

    public string Of => "pictures and their files";

    public async IAsyncEnumerable<string> FindAsync(BlogDb db, [EnumeratorCancellation] CancellationToken cancel)
    {
        var rows = await db.Set<PictureFile>().ToDictionaryAsync(f => f.Name, f => f.Bytes, StringComparer.Ordinal, cancel);
        var shown = await ShownAsync(db, cancel);
        var there = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in store.Files.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            there.Add(file.Name);
            if (FaultOf(file, rows, shown) is { } fault)
            {
                yield return fault;
            }
        }

        var lost = rows.Keys.Where(name => !there.Contains(name)).Order(StringComparer.Ordinal).ToList();
        foreach (var name in await StillWantedAsync(lost, cancel))
        {
            yield return $"media/{name} belongs to a picture and is not there";
        }

        foreach (var (name, by) in shown.Where(s => !there.Contains(s.Key) && !rows.ContainsKey(s.Key)).OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            yield return $"media/{name} is shown by {by} and is not there";
        }
    }

    /// <summary>Only what an upload that was broken off left behind goes; a picture without its file cannot be made again.</summary>
    public Task RepairAsync(BlogDb db, CancellationToken cancel)
    {
        foreach (var file in store.Files.Where(f => f.Extension == DurableFile.HalfExtension && !IsUnderway(f)))
        {
            file.Delete();
        }

        return Task.CompletedTask;
    }

    private string? FaultOf(FileInfo file, Dictionary<string, long> rows, Dictionary<string, string> shown)
    {
        if (rows.TryGetValue(file.Name, out var bytes))
        {
            return Read(file) is { } length && length == bytes ? null
                : string.Create(CultureInfo.InvariantCulture, $"media/{file.Name} should have {bytes} bytes, and cannot be read or has others");
        }

        if (IsUnderway(file) || (shown.ContainsKey(file.Name) && Read(file) is > 0))
        {
            return null;
        }

        return file.Extension == DurableFile.HalfExtension ? $"media/{file.Name} was left behind by an upload that was broken off"
            : shown.ContainsKey(file.Name) ? $"media/{file.Name} is empty or cannot be read"
            : $"media/{file.Name} belongs to no picture, and nothing shows it";
    }

    private bool IsUnderway(FileInfo file) => !file.Exists || time.GetUtcNow() - new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero) < Underway;

    /// <summary>Null when the disk does not give it.</summary>
    private static long? Read(FileInfo file)
    {
        try
        {
            using var stream = file.OpenRead();
            stream.CopyTo(Stream.Null);
            return stream.Position;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>A picture that was removed since the copy was made took its files with it.</summary>
    private async Task<IReadOnlyList<string>> StillWantedAsync(List<string> lost, CancellationToken cancel)
    {
        if (lost.Count == 0)
        {
            return lost;
        }

        await using var scope = scopes.CreateAsyncScope();
        var now = await scope.ServiceProvider.GetRequiredService<BlogDb>().Set<PictureFile>().Select(f => f.Name).ToHashSetAsync(StringComparer.Ordinal, cancel);
        return lost.FindAll(now.Contains);
    }

    /// <summary>The name of each file that something shows, and what shows it.</summary>
    private async Task<Dictionary<string, string>> ShownAsync(BlogDb db, CancellationToken cancel)
    {
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var post in db.Posts.Where(p => p.Markdown.Contains(PictureAddress.Folder) || p.CoverPath != null)
            .Select(p => new { p.Id, p.Markdown, p.CoverPath }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"post {post.Id}"), post.Markdown, post.CoverPath);
        }

        await foreach (var text in working.Newest(db, PictureAddress.Folder, null).WithCancellation(cancel))
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"the newest version of post {text.PostId}"), text.Markdown, text.CoverPath);
        }

        foreach (var block in await db.Blocks.Select(b => new { b.Name, b.Markdown }).ToListAsync(cancel))
        {
            Add($"block {block.Name}", block.Markdown, null);
        }

        foreach (var author in await db.Authors.Where(a => a.PicturePath != null).Select(a => new { a.Slug, a.PicturePath }).ToListAsync(cancel))
        {
            Add($"author {author.Slug}", "", author.PicturePath);
        }

        foreach (var account in await db.Accounts.Where(a => a.Picture != null).Select(a => new { a.Id, a.Picture }).ToListAsync(cancel))
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"account {account.Id}"), "", account.Picture);
        }

        foreach (var picture in await db.Comments.Where(c => c.Picture != null).Select(c => c.Picture).Distinct().ToListAsync(cancel))
        {
            Add("a comment", "", picture);
        }

        return shown;

        void Add(string by, string text, string? path)
        {
            foreach (var name in Names().Matches(text).Concat(Names().Matches(path ?? "")).Select(m => m.Value))
            {
                shown.TryAdd(name, by);
            }
        }
    }

    [GeneratedRegex(@"(?<=/media/)[0-9a-f]{32}[-0-9x]{0,12}\.[a-z]{3,4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Names();
}
