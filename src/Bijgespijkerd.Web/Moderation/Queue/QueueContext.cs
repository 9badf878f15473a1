using System.Text.Json;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Moderation.Queue;

/// <summary>Adds to the comments of a page what stands around them: each kind in one query for all of them.</summary>
internal sealed class QueueContext(BlogDb db)
{
    private const int Streak = 8;

    public async Task<IReadOnlyList<QueueItem>> AddAsync(IReadOnlyList<QueueRow> rows, CancellationToken cancel)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var ids = rows.Select(r => r.Id).ToList();
        var threads = rows.Select(r => r.Thread).Distinct().ToList();
        var reasons = (await db.CommentReasons.Where(r => ids.Contains(r.CommentId)).ToListAsync(cancel)).OrderBy(r => r.Id).ToLookup(r => r.CommentId);
        var reports = (await db.CommentReports.Where(r => ids.Contains(r.CommentId) && r.ClosedAt == null).ToListAsync(cancel)).OrderBy(r => r.Id).ToLookup(r => r.CommentId);
        var versions = (await db.CommentVersions.Where(v => ids.Contains(v.CommentId)).ToListAsync(cancel)).OrderByDescending(v => v.Id).ToLookup(v => v.CommentId);
        var closed = await db.Comments.Where(c => threads.Contains(c.Id) && c.RepliesClosed).Select(c => c.Id).ToListAsync(cancel);
        var near = (await NearAsync(ids, cancel)).OrderBy(n => n.Path, StringComparer.Ordinal).ToLookup(n => n.Of);
        var histories = await HistoriesAsync(rows, cancel);
        return [.. rows.Select(row => new QueueItem(
            row, [.. reasons[row.Id]], [.. near[row.Id]], histories.GetValueOrDefault(WriterKey.Of(row), WriterHistory.None), [.. reports[row.Id]], [.. versions[row.Id]],
            closed.Contains(row.Thread)))];
    }

    /// <summary>The parent, the answers to it before and after, and the first answer: a bounded number, however long the thread is.</summary>
    private Task<List<NearComment>> NearAsync(List<long> ids, CancellationToken cancel)
    {
        var list = JsonSerializer.Serialize(ids);
        return db.Database.SqlQuery<NearComment>(
            $"""
            SELECT c."Id" AS "Of", n."Id", n."ParentId", n."Number", n."Name", n."Path", n."State", substr(n."Markdown", 1, 200) AS "Text"
            FROM json_each({list}) j JOIN "Comments" c ON c."Id" = j.value JOIN "Comments" n ON n."Id" IN (
                c."ParentId",
                (SELECT max(s."Id") FROM "Comments" s WHERE s."PostId" = c."PostId" AND s."ParentId" = c."ParentId" AND s."Id" < c."Id"),
                (SELECT min(s."Id") FROM "Comments" s WHERE s."PostId" = c."PostId" AND s."ParentId" = c."ParentId" AND s."Id" > c."Id"),
                (SELECT min(s."Id") FROM "Comments" s WHERE s."PostId" = c."PostId" AND s."ParentId" = c."Id"))
            """).ToListAsync(cancel);
    }

    private async Task<Dictionary<WriterKey, WriterHistory>> HistoriesAsync(IReadOnlyList<QueueRow> rows, CancellationToken cancel)
    {
        var emails = rows.Select(r => r.EmailKey).OfType<string>().Distinct().ToList();
        var accounts = rows.Select(r => r.AccountId).OfType<long>().Distinct().ToList();
        var counts = await db.Comments.Where(c => emails.Contains(c.EmailKey!)).GroupBy(c => new { c.EmailKey, c.NameKey, c.State })
            .Select(g => new { g.Key.EmailKey, g.Key.NameKey, g.Key.State, Count = g.Count(), Since = g.Min(c => c.StateSince) }).ToListAsync(cancel);
        var ofAccounts = await db.Comments.Where(c => accounts.Contains(c.AccountId!.Value)).GroupBy(c => new { c.AccountId, c.State })
            .Select(g => new { g.Key.AccountId, g.Key.State, Count = g.Count(), Since = g.Min(c => c.StateSince) }).ToListAsync(cancel);
        var streaks = (await StreaksAsync(emails, cancel)).OrderBy(s => s.Since).ToLookup(s => new WriterKey(null, s.EmailKey, s.NameKey), s => s.State);
        return counts.Select(c => (Key: new WriterKey(null, c.EmailKey, c.NameKey), c.State, c.Count, c.Since))
            .Concat(ofAccounts.Select(c => (Key: new WriterKey(c.AccountId, null, null), c.State, c.Count, c.Since)))
            .GroupBy(c => c.Key).ToDictionary(g => g.Key, g => new WriterHistory(
                g.Where(c => c.State == CommentState.Published).Sum(c => c.Count),
                g.Where(c => c.State == CommentState.Spam).Sum(c => c.Count),
                g.Where(c => c.State is not (CommentState.Published or CommentState.Spam)).Sum(c => c.Count),
                g.Min(c => c.Since),
                [.. streaks[g.Key]]));
    }

    /// <summary>The latest comments of each of these writers, from the index alone.</summary>
    private Task<List<StreakPart>> StreaksAsync(List<string> emails, CancellationToken cancel)
    {
        var list = JsonSerializer.Serialize(emails);
        return db.Database.SqlQuery<StreakPart>(
            $"""
            SELECT "EmailKey", "NameKey", "State", "Since" FROM (
                SELECT "EmailKey", "NameKey", "State", "StateSince" AS "Since", row_number() OVER (PARTITION BY "EmailKey", "NameKey" ORDER BY "StateSince" DESC) AS "Rank"
                FROM "Comments" WHERE "EmailKey" IN (SELECT value FROM json_each({list})))
            WHERE "Rank" <= {Streak}
            """).ToListAsync(cancel);
    }

    internal sealed record StreakPart(string EmailKey, string NameKey, CommentState State, long Since);

    private sealed record WriterKey(long? Account, string? Email, string? Name)
    {
        public static WriterKey Of(QueueRow row) => row.AccountId is { } account ? new(account, null, null) : new(null, row.EmailKey, row.NameKey);
    }
}
