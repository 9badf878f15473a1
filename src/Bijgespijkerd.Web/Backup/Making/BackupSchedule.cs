using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Web.Backup.Making;

/// <summary>When the site makes its backups, and how the last try went. One at a time, whoever asks.</summary>
public sealed class BackupSchedule(BackupMaking making, BackupFolder folder, SettingsInForce settings, TimeProvider time, ILogger<BackupSchedule> log)
{
    /// <summary>ENOSPC, which .NET hands on as it is.</summary>
    private const int NoSpace = 28;

    private static readonly TimeSpan AfterFailure = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private Task<bool>? _running;

    /// <summary>Null when the last one went well.</summary>
    public BackupFailure? Failure { get; private set; }

    public bool IsRunning => _running is { IsCompleted: false };

    /// <summary>Never true while they are switched off.</summary>
    public bool IsWanted(IEnumerable<StoredBackup> all, DateTimeOffset now)
    {
        var every = settings.Now.Backup.Every;
        return every > TimeSpan.Zero && (BackupFolder.Newest(all, now) is not { } newest || now - newest.MadeAt >= every);
    }

    public async Task<bool> RunIfDueAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (settings.Now.Backup.Every == TimeSpan.Zero || (Failure is { } failure && now - failure.At < AfterFailure))
        {
            return false;
        }

        if (folder.Seen() is not { } all)
        {
            log.LogError("The folder of backups, {Folder}, cannot be read; it is tried again in an hour", folder.Place);
            Failure = new BackupFailure(now, BackupTrouble.Folder);
            return false;
        }

        return IsWanted(all, now) && await RunAsync(cancel);
    }

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
            var now = time.GetUtcNow();
            var path = folder.PathFor(now);
            var made = making.Make(path, passphrase: null, BackupProgress.Untold, cancel);
            log.LogInformation("Made the backup {File}: {Counts}", Path.GetFileName(path), made.Counts);
            Failure = Rotate(path, now);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception e)
        {
            log.LogError(e, "No backup could be made; it is tried again in an hour");
            Failure = new BackupFailure(time.GetUtcNow(), Trouble(e));
            return false;
        }
    }

    private BackupFailure? Rotate(string made, DateTimeOffset now)
    {
        try
        {
            folder.Rotate(made, now);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogError(e, "An old backup could not be removed");
            return new BackupFailure(now, BackupTrouble.Rotation);
        }
    }

    private static BackupTrouble Trouble(Exception e) => e switch
    {
        BackupRefusedException refused => refused.Trouble,
        IOException { HResult: NoSpace } => BackupTrouble.NoRoom,
        SqliteException full when DatabaseCheck.IsFull(full) => BackupTrouble.NoRoom,
        _ => BackupTrouble.Other,
    };
}

public sealed record BackupFailure(DateTimeOffset At, BackupTrouble Why);

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
