using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
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
public sealed class Reporting(WriteLane lane, SiteSecret secret, ReportGate gate, TimeProvider time)
{
    public async Task<ReportOutcome> ReportAsync(long id, ReportReason reason, string words, string? address, CancellationToken cancel)
    {
        if (!gate.HasRoom(address))
        {
            return ReportOutcome.TooMany;
        }

        var sender = secret.Hash("report", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id} {address}"));
        var outcome = await lane.WriteAsync(
            async (db, token) =>
            {
                if (await db.Comments.AsTracking().SingleOrDefaultAsync(c => c.Id == id && c.State == CommentState.Published && c.Post!.State == PostState.Published, token) is not { } comment)
                {
                    return ReportOutcome.Gone;
                }

                if (await db.CommentReports.AnyAsync(r => r.CommentId == id && r.SenderHash == sender, token))
                {
                    return ReportOutcome.Known;
                }

                db.CommentReports.Add(CommentReport.Of(comment, reason, words, sender, time.GetUtcNow()));
                comment.CountReports(comment.OpenReports + 1);
                await db.SaveChangesAsync(token);
                return ReportOutcome.Taken;
            },
            cancel);
        if (outcome == ReportOutcome.Taken)
        {
            gate.Count(address);
        }

        return outcome;
    }
}
