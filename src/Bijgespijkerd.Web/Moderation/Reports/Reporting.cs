using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Comments.Posting;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Moderation.Reports;

public enum ReportOutcome
{
    Taken,

    /// <summary>This sender reported it before: one counts.</summary>
    Known,
    TooMany,
    Gone,
}

/// <summary>
/// Takes a reader's report, no account needed: one of each sender about a comment, and not too many of one sender. Moderators see it beside
/// the comment; by itself it hides nothing.
/// </summary>
public sealed class Reporting(WriteLane lane, SiteSecret secret, ReportGate gate, SettingsInForce settings, TimeProvider time)
{
    /// <param name="network">Where it comes from; nobody's when that is not known.</param>
    public async Task<ReportOutcome> ReportAsync(long id, ReportReason reason, string words, string? network, CancellationToken cancel)
    {
        var sender = network ?? "";
        if (gate.Wait(sender) is not null)
        {
            // Without a place in the lane, which others need.
            return ReportOutcome.TooMany;
        }

        var counted = new GateMark();
        try
        {
            return await lane.WriteAsync((db, token) => TakeAsync(db, id, reason, words, sender, counted, token), cancel);
        }
        catch
        {
            gate.TakeBack(counted);
            throw;
        }
    }

    private async Task<ReportOutcome> TakeAsync(BlogDb db, long id, ReportReason reason, string words, string sender, GateMark counted, CancellationToken cancel)
    {
        if (gate.Wait(sender) is not null)
        {
            return ReportOutcome.TooMany;
        }

        if (await db.Comments.AsTracking().SingleOrDefaultAsync(c => c.Id == id && c.State == CommentState.Published && c.Post!.State == PostState.Published, cancel) is not { } comment)
        {
            return ReportOutcome.Gone;
        }

        var hash = secret.Hash("report", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id} {sender}"));
        if (await db.CommentReports.AnyAsync(r => r.CommentId == id && r.SenderHash == hash, cancel))
        {
            return ReportOutcome.Known;
        }

        var report = CommentReport.Of(comment, reason, words, hash, time.GetUtcNow());
        if (settings.Now.Retention.AddressDays == 0)
        {
            report.ForgetSender();
        }

        db.CommentReports.Add(report);
        comment.CountReports(comment.OpenReports + 1);
        await db.SaveChangesAsync(cancel);
        gate.Count(counted, sender);
        return ReportOutcome.Taken;
    }
}
