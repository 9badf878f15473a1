using System.Globalization;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Posts;

/// <summary>Counts the reading time of what is there anew when the reading speed was changed, in the panel or by configuration.</summary>
public sealed class ReadingTimes(WriteLane lane, SettingsInForce settings)
{
    private const int AtOnce = 50;

    /// <summary>The speed all posts were counted with; while it is being done, also the last post that was.</summary>
    private const string CountedWith = "reading-times-counted-with";

    /// <summary>How many posts were looked at; call again until it is none. Each shows its new time at once.</summary>
    public Task<int> CountSomeAsync(CancellationToken cancel) => lane.WriteWhenThereIsRoomAsync(
        async (db, token) =>
        {
            var speed = settings.Now.Posts.WordsPerMinute;
            var stored = await db.SiteValues.AsTracking().SingleOrDefaultAsync(v => v.Key == CountedWith, token);
            if (LastOf(stored?.Value, speed) is not { } last)
            {
                return 0;
            }

            var posts = await db.Posts.AsNoTracking().Where(p => p.Id > last).OrderBy(p => p.Id).Take(AtOnce).Select(p => new { p.Id, p.PlainText, p.ReadingMinutes }).ToListAsync(token);
            var different = posts.Where(p => p.ReadingMinutes != ReadingTime.Minutes(WordCount.Of(p.PlainText), speed)).Select(p => p.Id).ToList();
            foreach (var post in await db.Posts.AsTracking().Where(p => different.Contains(p.Id)).ToListAsync(token))
            {
                post.CountReadingTime(speed);
            }

            Remember(db, stored, posts.Count < AtOnce ? Said(speed) : $"{Said(speed)} {Said(posts[^1].Id)}");
            await db.SaveChangesAsync(token);
            return posts.Count;
        },
        cancel);

    /// <summary>The last post that has this speed's time; null when all have.</summary>
    private static long? LastOf(string? stored, int speed)
    {
        var parts = stored?.Split(' ') ?? [];
        if (parts.Length == 0 || parts[0] != Said(speed))
        {
            return 0;
        }

        return parts.Length == 1 ? null : long.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    private static void Remember(BlogDb db, SiteValue? stored, string value)
    {
        if (stored is null)
        {
            db.SiteValues.Add(new SiteValue(CountedWith, value));
        }
        else
        {
            stored.Becomes(value);
        }
    }

    private static string Said(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Looks after the start, and whenever other settings come into force.</summary>
public sealed class ReadingTimesWorker(ReadingTimes times, SettingsInForce settings, TimeProvider time, ILogger<ReadingTimesWorker> log) : BackgroundService
{
    /// <summary>The first readers go before.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(AfterStart, time, stoppingToken);
        while (true)
        {
            var changed = settings.Changed;
            try
            {
                while (await times.CountSomeAsync(stoppingToken) > 0)
                {
                    await Task.Yield();
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Counting reading times anew failed; it is tried again at the next change of a setting or start");
            }

            await changed.WaitAsync(stoppingToken);
        }
    }
}
