using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments.Own;

/// <summary>How long comments that had to wait waited lately, in words.</summary>
public static class WaitingTime
{
    private const int Fewest = 5;
    private const int Most = 50;

    /// <summary>Of so many decisions it is asked which of them had waited: what is published at once tells nothing.</summary>
    private const int LookedAt = 1_000;

    /// <summary>Null when too few waited to say anything.</summary>
    public static async Task<string?> UsualAsync(BlogDb db, CancellationToken cancel)
    {
        var approved = await Latest(db, CommentState.Published).Where(c => c.PublishedAt > c.CreatedAt && c.Source == null)
            .Select(c => new Wait(c.CreatedAt, c.PublishedAt!.Value)).Take(Most).ToListAsync(cancel);
        var rejected = await Latest(db, CommentState.Rejected).Where(c => c.PublishedAt == null && c.Source == null)
            .Select(c => new Wait(c.CreatedAt, c.StateSince)).Take(Most).ToListAsync(cancel);
        var waits = approved.Concat(rejected).OrderByDescending(w => w.Until).Take(Most).Select(w => w.Until - w.From).Order().ToList();
        return waits.Count < Fewest ? null : InWords(waits[waits.Count / 2]);
    }

    public static string InWords(TimeSpan time) => time.TotalMinutes switch
    {
        < 8 => CommentTexts.LatelyMinutes,
        < 53 => Fill(CommentTexts.LatelyAboutMinutes, Math.Round(time.TotalMinutes / 5) * 5),
        < 90 => CommentTexts.LatelyHour,
        < 22 * 60 => Fill(CommentTexts.LatelyHours, Math.Round(time.TotalHours)),
        < 36 * 60 => CommentTexts.LatelyDay,
        _ => Fill(CommentTexts.LatelyDays, Math.Round(time.TotalDays)),
    };

    private static IQueryable<Comment> Latest(BlogDb db, CommentState state) =>
        db.Comments.Where(c => c.State == state).OrderByDescending(c => c.StateSince).Take(LookedAt);

    private static string Fill(string text, double number) => string.Format(SiteClock.Dutch, text, number);

    private sealed record Wait(DateTimeOffset From, DateTimeOffset Until);
}
