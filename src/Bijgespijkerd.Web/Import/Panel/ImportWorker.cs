using System.Threading.Channels;
using Bijgespijkerd.Web.Import.WordPress;
using Bijgespijkerd.Web.Import.WordPress.Media;
using Bijgespijkerd.Web.Import.WordPress.Wxr;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Outgoing;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Import.Panel;

/// <summary>Brings in what administrators sent, one export at a time, beside the serving site. What was under way when the program ended goes on at its next start.</summary>
public sealed class ImportWorker(
    IServiceScopeFactory scopes, WriteLane lane, WordPressImport import, DryRun dryRun, ImportFiles files, OutgoingRules outgoing, TimeProvider time, ILogger<ImportWorker> log) : BackgroundService
{
    private static readonly TimeSpan TriedAgainAfter = TimeSpan.FromMinutes(1);

    private readonly Channel<bool> _calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile Current? _current;

    /// <summary>There is something to do, or to stop.</summary>
    public void Call() => _calls.Writer.TryWrite(true);

    /// <summary>Null when this one is not under way at the moment.</summary>
    public ImportProgress? ProgressOf(long job) => _current is { } current && current.Job == job ? current.Progress : null;

    public void Stop(long job)
    {
        if (_current is { } current && current.Job == job)
        {
            current.Stop();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var wait = Timeout.InfiniteTimeSpan;
            try
            {
                while (await NextAsync(stoppingToken) is { } job)
                {
                    await RunAsync(job, stoppingToken);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // A full disk, say: then not even that can be written down. The site goes on, and so does this.
                log.LogError(e, "Imports wait: what is to be done cannot be read or written");
                wait = TriedAgainAfter;
            }

            await WaitAsync(wait, stoppingToken);
        }
    }

    /// <summary>For a call, and no longer than this.</summary>
    private async Task WaitAsync(TimeSpan most, CancellationToken cancel)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(_calls.Reader.WaitToReadAsync(over.Token).AsTask(), Task.Delay(most, time, over.Token));
        await over.CancelAsync();
        _calls.Reader.TryRead(out _);
        cancel.ThrowIfCancellationRequested();
    }

    private async Task<ImportJob?> NextAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BlogDb>().Set<ImportJob>()
            .Where(j => j.State == ImportJobState.Sent || j.State == ImportJobState.Looking || j.State == ImportJobState.Asked || j.State == ImportJobState.Running)
            .OrderBy(j => j.Id).FirstOrDefaultAsync(cancel);
    }

    private async Task RunAsync(ImportJob job, CancellationToken ending)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ending);
        var (report, progress) = (new ImportReport(), new ImportProgress(time));
        _current = new Current(job.Id, progress, stop);
        try
        {
            if (!await ChangeAsync(job.Id, j => j.Begin(time.GetUtcNow()), ending))
            {
                return;
            }

            await ImportAsync(job, report, progress, stop.Token);
            await EndAsync(job, report, ending);
        }
        catch (OperationCanceledException) when (!ending.IsCancellationRequested)
        {
            await ChangeAsync(job.Id, j => j.Tell(ImportSummary.Of(report).Write(), Lines(report)) && j.Stop(problem: null, time.GetUtcNow()), ending);
        }
        catch (WxrException e)
        {
            files.Remove(job);
            await ChangeAsync(job.Id, j => j.Refuse(Short(e.Message), time.GetUtcNow()), ending);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The import of {File} broke off", job.FileName);
            await ChangeAsync(job.Id, j => j.Stop(Short(e.Message), time.GetUtcNow()), ending);
        }
        finally
        {
            _current = null;
        }
    }

    private async Task ImportAsync(ImportJob job, ImportReport report, ImportProgress progress, CancellationToken cancel)
    {
        if (job.State is ImportJobState.Sent or ImportJobState.Looking)
        {
            await dryRun.RunAsync(new ImportOrder([files.PathOf(job)], Media: null), report, progress, isServing: true, cancel);
            return;
        }

        using var media = job.FetchesPictures ? new FetchedMedia(outgoing) : null;
        await import.RunAsync(new ImportOrder([files.PathOf(job)], media), report, progress, cancel);
    }

    private async Task EndAsync(ImportJob job, ImportReport report, CancellationToken cancel)
    {
        await ChangeAsync(job.Id, j => j.Tell(ImportSummary.Of(report).Write(), Lines(report)) && j.End(time.GetUtcNow()), cancel);
        if (job.State is ImportJobState.Asked or ImportJobState.Running)
        {
            files.Remove(job);
        }
    }

    private static string Lines(ImportReport report) => ImportSummary.Lines(report) is var lines && lines.Length > ImportFiles.LongestReport ? lines[..ImportFiles.LongestReport] : lines;

    /// <summary>False when there was nothing to change.</summary>
    private Task<bool> ChangeAsync(long id, Func<ImportJob, bool> change, CancellationToken cancel) => lane.WriteWhenThereIsRoomAsync(
        async (db, token) =>
        {
            var changed = await db.Set<ImportJob>().AsTracking().SingleOrDefaultAsync(j => j.Id == id, token) is { } job && change(job);
            await db.SaveChangesAsync(token);
            return changed;
        },
        cancel);

    private static string Short(string message) => message.Length <= Limits.Reason ? message : message[..Limits.Reason];

    private sealed record Current(long Job, ImportProgress Progress, CancellationTokenSource Source)
    {
        public void Stop() => Source.Cancel();
    }
}
