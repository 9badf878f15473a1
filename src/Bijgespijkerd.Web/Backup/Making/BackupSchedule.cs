using Bijgespijkerd.Web.Platform.Settings;

namespace Bijgespijkerd.Web.Backup.Making;

/// <summary>When the site makes its backups, and how the last try went. One at a time, whoever asks.</summary>
public sealed class BackupSchedule(BackupMaking making, BackupFolder folder, SettingsInForce settings, TimeProvider time, ILogger<BackupSchedule> log)
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private Task<bool>? _running;

    /// <summary>Null when the last one went well.</summary>
    public BackupFailure? Failure { get; private set; }

    public bool IsRunning => _running is { IsCompleted: false };

    /// <summary>Never true while they are switched off.</summary>
    public bool IsDue(DateTimeOffset now)
    {
        var every = settings.Now.Backup.Every;
        return every > TimeSpan.Zero
            && (folder.Newest(now) is not { } newest || now - newest.MadeAt >= every)
            && (Failure is not { } failure || now - failure.At >= AfterFailure);
    }

    public async Task<bool> RunIfDueAsync(CancellationToken cancel) => IsDue(time.GetUtcNow()) && await RunAsync(cancel);

    /// <summary>True when there is a new one; else <see cref="Failure"/> says why not. Who asks while one is being made waits for that one.</summary>
    public Task<bool> RunAsync(CancellationToken cancel)
    {
        lock (_gate)
        {
            return IsRunning ? _running! : _running = Begin(cancel);
        }
    }

    /// <summary>On a thread of its own: it reads and writes for as long as it takes.</summary>
    private Task<bool> Begin(CancellationToken cancel)
    {
        var told = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => told.SetResult(Run(cancel))) { IsBackground = true, Name = "backup" }.UnsafeStart();
        return told.Task;
    }

    private bool Run(CancellationToken cancel)
    {
        try
        {
            var path = folder.PathFor(time.GetUtcNow());
            var made = making.Make(path, passphrase: null, BackupProgress.Untold, cancel);
            folder.Rotate();
            Failure = null;
            log.LogInformation("Made the backup {File}: {Counts}", Path.GetFileName(path), made.Counts);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception e)
        {
            log.LogError(e, "No backup could be made; it is tried again in an hour");
            Failure = new BackupFailure(time.GetUtcNow(), e.Message);
            return false;
        }
    }
}

public sealed record BackupFailure(DateTimeOffset At, string Reason);

public sealed class BackupWorker(BackupSchedule schedule, TimeProvider time) : BackgroundService
{
    /// <summary>The first readers go before.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(AfterStart, time, stoppingToken);
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        do
        {
            await schedule.RunIfDueAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
