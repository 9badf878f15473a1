using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>Looks at every page of a large database once the site listens. Damage ends the program: nothing more is written to such a file.</summary>
public sealed class WholeCheckWorker(DatabaseFile file, WriteLane lane, IHostApplicationLifetime lifetime, ILogger<WholeCheckWorker> log) : IHostedService
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration _started;
    private bool _isDamaged;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _started = lifetime.ApplicationStarted.Register(Begin);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _started.DisposeAsync();
        if (lifetime.ApplicationStarted.IsCancellationRequested)
        {
            await _ended.Task;
        }
    }

    /// <exception cref="StartRefusedException">The file was found to be damaged.</exception>
    public void Verdict()
    {
        if (_isDamaged)
        {
            throw file.Broken();
        }
    }

    private void Begin()
    {
        if (DatabaseCheck.IsLarge(file))
        {
            // It reads for seconds without yielding: a thread of its own, not one that serves readers.
            new Thread(Look) { IsBackground = true, Name = "database check" }.UnsafeStart();
        }
        else
        {
            _ended.SetResult();
        }
    }

    private void Look()
    {
        try
        {
            using var connection = new SqliteConnection(file.ForReading);
            connection.Open();
            using var stop = lifetime.ApplicationStopping.Register(() => SQLitePCL.raw.sqlite3_interrupt(connection.Handle));
            _isDamaged = !lifetime.ApplicationStopping.IsCancellationRequested && !DatabaseCheck.IsWhole(connection);
        }
        catch (SqliteException e) when (DatabaseCheck.IsDamage(e))
        {
            _isDamaged = true;
        }
        catch (SqliteException e)
        {
            if (!lifetime.ApplicationStopping.IsCancellationRequested)
            {
                log.LogWarning(e, "The database could not be looked at whole");
            }
        }

        _ended.SetResult();
        if (_isDamaged)
        {
            lane.Close();
            lifetime.StopApplication();
        }
    }
}
