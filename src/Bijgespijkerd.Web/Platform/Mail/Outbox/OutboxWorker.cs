namespace Bijgespijkerd.Web.Platform.Mail.Outbox;

/// <summary>All kinds, each for itself: a mail server that is slow holds up nothing of another kind.</summary>
public sealed class OutboxSenders(IEnumerable<IOutboxHandler> handlers, Func<IOutboxHandler, OutboxSending> make) : IDisposable
{
    public IReadOnlyList<OutboxSending> All { get; } = [.. handlers.Select(make)];

    public async Task<int> SendDueAsync(CancellationToken cancel) => (await Task.WhenAll(All.Select(s => s.SendDueAsync(cancel)))).Sum();

    public void Dispose()
    {
        foreach (var sending in All)
        {
            sending.Dispose();
        }
    }
}

/// <summary>Sleeps until something came in or is due.</summary>
public sealed class OutboxWorker(OutboxSenders senders, Outbox outbox, TimeProvider time, ILogger<OutboxWorker> log) : BackgroundService
{
    /// <summary>The first readers go before; whoever adds something calls it earlier.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(senders.All.Select(sending => WorkAsync(sending, stoppingToken)));

    private async Task WorkAsync(OutboxSending sending, CancellationToken cancel)
    {
        await SleepAsync(outbox.Called, AfterStart, cancel);
        while (!cancel.IsCancellationRequested)
        {
            var (called, wait) = (outbox.Called, Longest);
            try
            {
                await sending.SendDueAsync(cancel);
                wait = await sending.NextAsync(cancel) is { } next ? next - time.GetUtcNow() : Longest;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Sending {Kind} stumbled; it is tried again", sending.Kind);
            }

            await SleepAsync(called, wait < Shortest ? Shortest : wait > Longest ? Longest : wait, cancel);
        }
    }

    private async Task SleepAsync(Task called, TimeSpan wait, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(called, Task.Delay(wait, time, patience.Token));
        await patience.CancelAsync();
        cancel.ThrowIfCancellationRequested();
    }
}
