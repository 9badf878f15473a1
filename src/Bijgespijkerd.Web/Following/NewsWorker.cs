namespace Bijgespijkerd.Web.Following;

/// <summary>Looks some times a minute whether there is something to tell: by an index that holds only that.</summary>
public sealed class NewsWorker(CommentNews news, ModeratorDigest digest, Follows follows, TimeProvider time, ILogger<NewsWorker> log) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Seldom = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often, time);
        DateTimeOffset? forgot = null;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await news.TellAsync(stoppingToken);
                await digest.SendAsync(stoppingToken);
                if (forgot is null || time.GetUtcNow() - forgot >= Seldom)
                {
                    await follows.ForgetUnconfirmedAsync(stoppingToken);
                    forgot = time.GetUtcNow();
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Telling the news of comments stumbled; it is tried again");
            }
        }
    }
}
