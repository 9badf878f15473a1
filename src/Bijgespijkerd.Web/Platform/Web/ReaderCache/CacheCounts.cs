namespace Bijgespijkerd.Web.Platform.Web.ReaderCache;

/// <summary>Pages from memory are too many, and too quick, for a line each in the log: a line a minute tells how many they were.</summary>
public sealed class CacheCounts
{
    private long _hits;

    public void Hit() => Interlocked.Increment(ref _hits);

    public long TakeHits() => Interlocked.Exchange(ref _hits, 0);
}

public sealed class CacheCountsWorker(CacheCounts counts, PageStore store, TimeProvider time, ILogger<CacheCountsWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (counts.TakeHits() is > 0 and var hits)
            {
                log.LogInformation("{Hits} pages answered from memory; {Pages} pages in {Kilobytes} kB", hits, store.Count, store.Bytes / 1024);
            }
        }
    }
}
