using Bijgespijkerd.Web.Comments.Filter;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments;

/// <summary>Empties what was refused long ago: spam, rejected, trash. A row stays only while answers hang on it.</summary>
public sealed class Retention(WriteLane lane, IdSequence ids, SpamFilter filter, SettingsInForce settings, TimeProvider time)
{
    private const int AtOnce = 200;

    /// <summary>How many comments were emptied or deleted; call again until it is none.</summary>
    public Task<int> EmptyAsync(CancellationToken cancel) => lane.WriteWhenThereIsRoomAsync(
        async (db, token) =>
        {
            var now = time.GetUtcNow();
            var (spam, trash) = (now.AddDays(-settings.Now.Retention.SpamDays), now.AddDays(-settings.Now.Retention.TrashDays));
            var due = db.Comments.Where(c => (c.State == CommentState.Spam && c.StateSince < spam)
                || ((c.State == CommentState.Trash || c.State == CommentState.Rejected) && c.StateSince < trash));
            var old = await due.Include(c => c.Reasons).Where(c => c.Name != "").OrderBy(c => c.StateSince).Take(AtOnce).ToListAsync(token);
            foreach (var comment in old)
            {
                await filter.ForgetAsync(db, comment.Id, token);
                comment.Empty();
            }

            await CommentTraces.ForgetAsync(db, [.. old.Select(c => c.Id)], token);
            await ids.RememberAsync(db, token);
            await db.SaveChangesAsync(token);

            // Rows that were emptied earlier go as well, once their last answer is gone.
            var gone = await due.Where(c => c.Name == "" && !db.Comments.Any(child => child.PostId == c.PostId && child.ParentId == c.Id)).ExecuteDeleteAsync(token);
            return old.Count + gone;
        },
        cancel);
}

/// <summary>Where comments were sent from is kept for some days; with a term of none, not at all.</summary>
public sealed class SenderAddresses(SettingsInForce settings) : IExpiring
{
    private const int AtOnce = 500;

    public async Task<int> RemoveSomeAsync(BlogDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var until = now.AddDays(-settings.Now.Retention.AddressDays);
        var old = await db.Comments.Where(c => c.SenderAddress != null && c.CreatedAt <= until).OrderBy(c => c.Id).Select(c => c.Id).Take(AtOnce).ToListAsync(cancel);
        return old.Count == 0 ? 0 : await db.Comments.Where(c => old.Contains(c.Id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.SenderAddress, (string?)null), cancel);
    }
}

public sealed class RetentionWorker(Retention retention, Expiry expiry, TimeProvider time, ILogger<RetentionWorker> log) : BackgroundService
{
    /// <summary>The first readers go before.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(AfterStart, time, stoppingToken);
        using var timer = new PeriodicTimer(TimeSpan.FromHours(6), time);
        do
        {
            try
            {
                while (await retention.EmptyAsync(stoppingToken) is > 0 and var emptied)
                {
                    log.LogInformation("Emptied {Count} old refused comments", emptied);
                }

                if (await expiry.RemoveAsync(stoppingToken) is > 0 and var removed)
                {
                    log.LogInformation("Removed {Count} things whose time was over", removed);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Removing what was kept long enough failed; it is tried again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

/// <summary>Who sent something stays in memory for a few minutes past its window at most, on a quiet site too.</summary>
public sealed class ForgettingWorker(IEnumerable<Posting.SenderGate> gates, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(5), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var gate in gates)
            {
                gate.Forget();
            }
        }
    }
}
