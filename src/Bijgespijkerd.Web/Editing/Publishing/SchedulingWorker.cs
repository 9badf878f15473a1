using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Editing.Publishing;

/// <summary>Publishes what is due, each post by a write of its own: one that fails holds up no other, and a second worker finds it done.</summary>
public sealed class Scheduling(IServiceScopeFactory scopes, WriteLane lane, TimeProvider time, ILogger<Scheduling> log)
{
    /// <summary>How many posts went out.</summary>
    public async Task<int> PublishDueAsync(CancellationToken cancel)
    {
        var published = 0;
        foreach (var id in await DueAsync(cancel))
        {
            try
            {
                published += await PublishAsync(id, cancel) ? 1 : 0;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Scheduled post {Post} could not be published; it is tried again", id);
            }
        }

        return published;
    }

    private async Task<List<long>> DueAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.GetUtcNow();
        var db = scope.ServiceProvider.GetRequiredService<BlogDb>();
        var due = new List<long>();

        // Kind by kind, as the index has them: it is asked every minute, of ten thousand posts too.
        foreach (var kind in Enum.GetValues<PostKind>())
        {
            due.AddRange(await db.Posts.Where(p => p.Kind == kind && p.State == PostState.Scheduled && p.PublishedAt <= now).OrderBy(p => p.PublishedAt).Select(p => p.Id).ToListAsync(cancel));
        }

        return due;
    }

    /// <summary>The row says whether it is still to be done: it may have been taken back, or moved to a later moment.</summary>
    private Task<bool> PublishAsync(long id, CancellationToken cancel) => lane.WriteWhenThereIsRoomAsync(
        async (db, token) =>
        {
            var now = time.GetUtcNow();
            if (await db.Posts.AsTracking().SingleOrDefaultAsync(p => p.Id == id && p.State == PostState.Scheduled && p.PublishedAt <= now, token) is not { } post)
            {
                return false;
            }

            post.Publish(now);
            await db.SaveChangesAsync(token);
            return true;
        },
        cancel);
}

/// <summary>Looks at every whole minute, and at the start for what became due while the site stood still.</summary>
public sealed class SchedulingWorker(Scheduling scheduling, TimeProvider time, ILogger<SchedulingWorker> log) : BackgroundService
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The first readers go before.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(AfterStart, time, stoppingToken);
        while (true)
        {
            try
            {
                if (await scheduling.PublishDueAsync(stoppingToken) is > 0 and var published)
                {
                    log.LogInformation("Published {Count} scheduled posts", published);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Looking for scheduled posts failed; it is tried again");
            }

            var now = time.GetUtcNow();
            await Task.Delay(Minute - TimeSpan.FromTicks(now.UtcTicks % Minute.Ticks), time, stoppingToken);
        }
    }
}
