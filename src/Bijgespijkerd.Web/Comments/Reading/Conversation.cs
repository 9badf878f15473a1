using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments.Reading;

/// <summary>What one page shows of the conversation under a post.</summary>
/// <param name="ParentsElsewhere">Names of published comments that are answered here but stand on another page.</param>
public sealed record Conversation(
    IReadOnlyList<PlacedRow> Rows, IReadOnlySet<long> Own, IReadOnlyList<MentionRow> Mentions, ConversationPage Page,
    IReadOnlyDictionary<long, string> ParentsElsewhere)
{
    private static readonly HashSet<long> Nobodys = [];

    /// <summary>It begins inside a thread that a moderator closed.</summary>
    public bool BeginsClosed { get; init; }

    /// <summary>Comments of numbered page <paramref name="number"/>; null when there is no such page.</summary>
    public static async Task<Conversation?> OfPageAsync(
        BlogDb db, PostFacts post, int number, bool newestFirst, byte[]? visitor, CommentSettings settings, CancellationToken cancel)
    {
        var pages = Math.Max(1, post.Talk.Pages);
        if (number < 1 || number > pages)
        {
            return null;
        }

        var (from, end) = Bounds(db, post, newestFirst ? pages - number : number - 1);
        var rows = await RowsAsync(db, post.Id, from, end, visitor, settings.PerPage, cancel);
        var mentions = number == 1 && post.Talk.HasMentions ? MentionRow.Load(db, post.Id) : [];
        var shown = newestFirst ? NewestFirst(rows.Shown) : rows.Shown;
        return new(
            ThreadView.Place(shown, settings.MaxDepth), rows.Own, mentions,
            new ConversationPage(post.Path, number, pages, newestFirst, rows.Next, null), rows.ParentsElsewhere);
    }

    /// <summary>A thread too long for a page, from one of its comments on.</summary>
    public static async Task<Conversation> OfThreadAsync(
        BlogDb db, PostFacts post, CommentRow from, byte[]? visitor, CommentSettings settings, CancellationToken cancel)
    {
        var root = ThreadPath.RootOf(from.Path);
        var rows = await RowsAsync(db, post.Id, from.Path, root + ThreadPath.End, visitor, settings.PerPage, cancel);
        return new(
            ThreadView.Place(rows.Shown, settings.MaxDepth), rows.Own, [],
            new ConversationPage(post.Path, 0, 0, false, rows.Next, ThreadPath.RootId(root)) { From = from.Id }, rows.ParentsElsewhere)
        {
            BeginsClosed = ThreadQueries.IsClosed(db, ThreadPath.RootId(from.Path)),
        };
    }

    /// <summary>The first page begins with the first comment; where it ends came with the post.</summary>
    private static (string From, string End) Bounds(BlogDb db, PostFacts post, int rank)
    {
        if (rank == 0)
        {
            return ("", post.Talk.SecondPage ?? ThreadPath.End);
        }

        var starts = ThreadQueries.StartsFrom(db, post.Id, rank).ToList();
        return (starts.Count > 0 ? starts[0].FirstPath : ThreadPath.End, starts.Count > 1 ? starts[1].FirstPath : ThreadPath.End);
    }

    /// <summary>What fits, the comment that does not any more, and what only this visitor may see: that takes nobody's place.</summary>
    private static async Task<PageRows> RowsAsync(
        BlogDb db, long postId, string from, string end, byte[]? visitor, int perPage, CancellationToken cancel)
    {
        var rows = ThreadQueries.Rows(db, postId, from, end, perPage + 1).ToList();
        var next = rows.Count > perPage ? rows[perPage] : null;
        if (next is not null)
        {
            rows.RemoveAt(perPage);
        }

        var own = visitor is null ? Nobodys : await AddOwnAsync(db, rows, next, postId, from, end, visitor, cancel);
        return new(rows, next?.Id, own, await ThreadQueries.NamesAsync(db, Missing(rows), cancel));
    }

    private static async Task<HashSet<long>> AddOwnAsync(
        BlogDb db, List<CommentRow> rows, CommentRow? next, long postId, string from, string end, byte[] visitor, CancellationToken cancel)
    {
        var own = await db.Comments.Where(c => c.VisitorHash == visitor && c.PostId == postId).OrderByDescending(c => c.Id).Take(100)
            .Select(CommentRow.From).ToListAsync(cancel);
        var shown = rows.Select(r => r.Id).ToHashSet();
        rows.AddRange(own.Where(o => o.IsWaiting && !shown.Contains(o.Id)
            && string.CompareOrdinal(o.Path, from) >= 0 && string.CompareOrdinal(o.Path, end) < 0 && !IsBehindCut(o, next)));
        rows.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
        return own.Select(o => o.Id).ToHashSet();
    }

    /// <summary>What belongs to the thread that is cut here stands on that thread's own page; another thread does not.</summary>
    private static bool IsBehindCut(CommentRow own, CommentRow? next) =>
        next is not null && ThreadPath.RootOf(own.Path) == ThreadPath.RootOf(next.Path) && string.CompareOrdinal(own.Path, next.Path) >= 0;

    /// <summary>Answered comments that stand on another page, or that only answers hold: an answer comes after what it answers.</summary>
    private static HashSet<long> Missing(List<CommentRow> rows)
    {
        HashSet<long>? missing = null;
        var here = new HashSet<long>(rows.Count);
        foreach (var row in rows)
        {
            here.Add(row.Id);
            if (row.ParentId is { } parent && !here.Contains(parent))
            {
                (missing ??= []).Add(parent);
            }
        }

        return missing ?? Nobodys;
    }

    /// <summary>Turns the threads around, and leaves the answers inside each as they are.</summary>
    private static List<CommentRow> NewestFirst(List<CommentRow> rows) =>
        [.. rows.GroupBy(r => ThreadPath.RootOf(r.Path), StringComparer.Ordinal).OrderByDescending(g => g.Key, StringComparer.Ordinal).SelectMany(g => g)];

    private sealed record PageRows(List<CommentRow> Shown, long? Next, HashSet<long> Own, IReadOnlyDictionary<long, string> ParentsElsewhere);
}
