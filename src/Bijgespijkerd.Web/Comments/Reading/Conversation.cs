using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments.Reading;

/// <summary>What one page shows of the conversation under a post.</summary>
public sealed record Conversation(
    IReadOnlyList<PlacedRow> Rows, IReadOnlySet<long> Own, IReadOnlyList<MentionRow> Mentions, ConversationPage Page)
{
    /// <summary>Comments of numbered page <paramref name="number"/>; null when there is no such page.</summary>
    public static async Task<Conversation?> OfPageAsync(
        BlogDb db, PostFacts post, int number, bool newestFirst, byte[]? visitor, CommentSettings settings, CancellationToken cancel)
    {
        var pages = await db.ThreadPages.CountAsync(p => p.PostId == post.Id, cancel);
        if (number < 1 || number > Math.Max(1, pages))
        {
            return null;
        }

        var rank = newestFirst ? Math.Max(1, pages) - number : number - 1;
        var starts = await db.ThreadPages.Where(p => p.PostId == post.Id).OrderBy(p => p.FirstPath).Skip(rank).Take(2).Select(p => p.FirstPath).ToListAsync(cancel);
        var end = starts.Count > 1 ? starts[1] : ThreadPath.End;
        var (rows, next, own) = await RowsAsync(db, post.Id, starts.FirstOrDefault() ?? "", end, visitor, settings.PerPage, cancel);
        var mentions = number == 1 ? await MentionRow.LoadAsync(db, post.Id, cancel) : [];
        return new(
            ThreadView.Place(newestFirst ? NewestFirst(rows) : rows, settings.MaxDepth), own, mentions,
            new ConversationPage(post.Path, number, Math.Max(1, pages), newestFirst, next, null));
    }

    /// <summary>A thread too long for a page, from one of its comments on.</summary>
    public static async Task<Conversation> OfThreadAsync(
        BlogDb db, PostFacts post, CommentRow from, byte[]? visitor, CommentSettings settings, CancellationToken cancel)
    {
        var root = ThreadPath.RootOf(from.Path);
        var (rows, next, own) = await RowsAsync(db, post.Id, from.Path, root + ThreadPath.End, visitor, settings.PerPage, cancel);
        var first = await db.Comments.Where(c => c.PostId == post.Id && c.Path == root).Select(c => (long?)c.Id).FirstOrDefaultAsync(cancel);
        return new(ThreadView.Place(rows, settings.MaxDepth), own, [], new ConversationPage(post.Path, 0, 0, false, next, first ?? from.Id) { From = from.Id });
    }

    /// <summary>What fits, the comment that does not any more, and what only this visitor may see: that takes nobody's place.</summary>
    private static async Task<(List<CommentRow> Rows, long? Next, HashSet<long> Own)> RowsAsync(
        BlogDb db, long postId, string from, string end, byte[]? visitor, int perPage, CancellationToken cancel)
    {
        var rows = await db.Comments
            .Where(c => c.PostId == postId && c.IsShown && string.Compare(c.Path, from) >= 0 && string.Compare(c.Path, end) < 0)
            .OrderBy(c => c.Path).Take(perPage + 1).Select(CommentRow.From).ToListAsync(cancel);
        var next = rows.Count > perPage ? rows[perPage] : null;
        if (next is not null)
        {
            rows.RemoveAt(perPage);
        }

        if (visitor is null)
        {
            return (rows, next?.Id, []);
        }

        var own = await db.Comments.Where(c => c.VisitorHash == visitor && c.PostId == postId).OrderByDescending(c => c.Id).Take(100)
            .Select(CommentRow.From).ToListAsync(cancel);
        var shown = rows.Select(r => r.Id).ToHashSet();
        rows.AddRange(own.Where(o => o.IsWaiting && !shown.Contains(o.Id)
            && string.CompareOrdinal(o.Path, from) >= 0 && string.CompareOrdinal(o.Path, end) < 0 && !IsBehindCut(o, next)));
        rows.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
        return (rows, next?.Id, own.Select(o => o.Id).ToHashSet());
    }

    /// <summary>What belongs to the thread that is cut here stands on that thread's own page; another thread does not.</summary>
    private static bool IsBehindCut(CommentRow own, CommentRow? next) =>
        next is not null && ThreadPath.RootOf(own.Path) == ThreadPath.RootOf(next.Path) && string.CompareOrdinal(own.Path, next.Path) >= 0;

    /// <summary>Turns the threads around, and leaves the answers inside each as they are.</summary>
    private static List<CommentRow> NewestFirst(List<CommentRow> rows) =>
        [.. rows.GroupBy(r => ThreadPath.RootOf(r.Path), StringComparer.Ordinal).OrderByDescending(g => g.Key, StringComparer.Ordinal).SelectMany(g => g)];
}

/// <summary>Where a page of comments stands among the others.</summary>
/// <param name="Continues">The comment with which a thread too long for this page goes on.</param>
/// <param name="ThreadStart">On a page of one long thread: its first comment.</param>
public sealed record ConversationPage(string PostPath, int Number, int Pages, bool NewestFirst, long? Continues, long? ThreadStart)
{
    public long? From { get; init; }

    /// <summary>Address of this very page, for forms and links that come back to it.</summary>
    public string Path => From is { } id ? CommentAddress.Thread(id) : Address(Number);

    public string? Earlier => Number > 1 ? Address(Number - 1) + Order : null;

    public string? Later => Number < Pages ? Address(Number + 1) + Order : null;

    /// <summary>Only when it differs from what the site does by itself.</summary>
    public string Order { get; init; } = "";

    private string Address(int number) => number == 1 ? PostPath : CommentAddress.Page(PostPath, number);
}

/// <summary>What the conversation needs to know of its post.</summary>
public sealed record PostFacts(long Id, string Path, long AuthorId, bool TakesComments);
