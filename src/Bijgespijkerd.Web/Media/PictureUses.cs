using System.Text.RegularExpressions;
using Bijgespijkerd.Web.Authors;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Bijgespijkerd.Web.Media;

/// <summary>
/// How many posts show each picture. Every text is read once, the first time anybody asks; after that only what was written
/// since. What another process wrote (an import beside the site) is seen within an hour; a removal looks for itself.
/// </summary>
public sealed partial class PictureUses(IWorkingTexts working) : ICommitListener, IDisposable
{
    /// <summary>Stands for blocks and authors, which are few; no post has it.</summary>
    private const long Elsewhere = 0;

    private const int MostAtOnce = 500;
    private static readonly TimeSpan Trusted = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _gate = new();
    private readonly HashSet<long> _saving = [];
    private readonly HashSet<long> _written = [];
    private readonly Dictionary<long, HashSet<string>> _shown = [];
    private PictureCounts _counts = PictureCounts.None;
    private DateTimeOffset? _readAt;

    public void Dispose() => _turn.Dispose();

    public async Task<PictureCounts> CountAsync(BlogDb db, DateTimeOffset now, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            var posts = TakeWritten(now);
            if (posts is null or { Count: > 0 })
            {
                await ReadAsync(db, posts, cancel);
                _counts = PictureCounts.Of(_shown.Where(s => s.Key != Elsewhere).Select(s => s.Value), _shown.GetValueOrDefault(Elsewhere, []));
            }

            return _counts;
        }
        catch
        {
            _readAt = null;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Saving(ChangeTracker changes, ISet<PageTag> changed)
    {
        foreach (var entry in changes.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            long? place = entry.Entity switch
            {
                Post post when entry.State != EntityState.Modified || entry.Property(nameof(Post.Markdown)).IsModified || entry.Property(nameof(Post.CoverPath)).IsModified => post.Id,
                IPostText text => text.PostId,
                Block or Author => Elsewhere,
                _ => null,
            };
            if (place is { } written)
            {
                lock (_gate)
                {
                    _saving.Add(written);
                }
            }
        }
    }

    public IReadOnlyList<Task> Committed(IReadOnlyList<IReadOnlySet<PageTag>> units)
    {
        lock (_gate)
        {
            _written.UnionWith(_saving);
            _saving.Clear();
        }

        return [.. units.Select(_ => Task.CompletedTask)];
    }

    /// <summary>Null when everything is to be read anew.</summary>
    private List<long>? TakeWritten(DateTimeOffset now)
    {
        lock (_gate)
        {
            var isAll = _readAt is not { } readAt || now - readAt > Trusted || _written.Count > MostAtOnce;
            List<long>? posts = isAll ? null : [.. _written];
            _written.Clear();
            _readAt = isAll ? now : _readAt;
            return posts;
        }
    }

    private async Task ReadAsync(BlogDb db, List<long>? posts, CancellationToken cancel)
    {
        if (posts is null)
        {
            _shown.Clear();
        }

        posts?.ForEach(post => _shown.Remove(post));
        if (posts?.Contains(Elsewhere) != false)
        {
            await ReadElsewhereAsync(db, cancel);
        }

        if (posts?.TrueForAll(post => post == Elsewhere) == true)
        {
            return;
        }

        var some = posts is null ? db.Posts : db.Posts.Where(p => posts.Contains(p.Id));
        await AddAsync(some.AsNoTracking().Where(p => p.Markdown.Contains(PictureAddress.Folder) || p.CoverPath!.StartsWith(PictureAddress.Folder))
            .Select(p => new WorkingText(p.Id, p.Markdown, p.CoverPath ?? "")).AsAsyncEnumerable(), cancel);
        await AddAsync(working.Newest(db, PictureAddress.Folder, posts), cancel);
    }

    private async Task ReadElsewhereAsync(BlogDb db, CancellationToken cancel)
    {
        await AddAsync(db.Blocks.AsNoTracking().Where(b => b.Markdown.Contains(PictureAddress.Folder)).Select(b => new WorkingText(Elsewhere, b.Markdown, "")).AsAsyncEnumerable(), cancel);
        await AddAsync(db.Authors.AsNoTracking().Where(a => a.PicturePath != null).Select(a => new WorkingText(Elsewhere, "", a.PicturePath!)).AsAsyncEnumerable(), cancel);
    }

    private async Task AddAsync(IAsyncEnumerable<WorkingText> texts, CancellationToken cancel)
    {
        await foreach (var text in texts.WithCancellation(cancel))
        {
            var keys = Keys().Matches(text.Markdown).Concat(Keys().Matches(text.CoverPath)).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
            if (keys.Count > 0 && !_shown.TryAdd(text.PostId, keys))
            {
                _shown[text.PostId].UnionWith(keys);
            }
        }
    }

    [GeneratedRegex("(?<=/media/)[0-9a-f]{32}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Keys();
}

/// <param name="Posts">How many posts show the picture of this key; none: no entry.</param>
/// <param name="Elsewhere">The keys that blocks and authors show.</param>
public sealed record PictureCounts(IReadOnlyDictionary<string, int> Posts, IReadOnlySet<string> Elsewhere)
{
    public static PictureCounts None { get; } = Of([], new HashSet<string>(StringComparer.Ordinal));

    public IReadOnlyList<string> Used { get; } = [.. Posts.Keys.Union(Elsewhere, StringComparer.Ordinal)];

    public static PictureCounts Of(IEnumerable<IReadOnlySet<string>> posts, IReadOnlySet<string> elsewhere) =>
        new(posts.SelectMany(keys => keys).CountBy(key => key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal), elsewhere);

    public string Say(string key) => Posts.TryGetValue(key, out var posts) ? Site.Count.Of(posts, MediaTexts.UsedIn1, MediaTexts.UsedInN)
        : Elsewhere.Contains(key) ? MediaTexts.UsedElsewhere
        : MediaTexts.NotUsed;
}
