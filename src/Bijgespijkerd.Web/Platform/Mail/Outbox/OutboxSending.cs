using System.Security.Cryptography;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Platform.Mail.Outbox;

/// <summary>Sends what is due of one kind, one after the other, and takes out what was sent.</summary>
public sealed class OutboxSending(IOutboxHandler handler, Outbox outbox, IServiceScopeFactory scopes, WriteLane lane, TimeProvider time, ILogger<OutboxSending> log) : IDisposable
{
    private const int AtOnce = 50;

    private readonly SemaphoreSlim _turn = new(1);

    // Sent, but not yet taken out when the disk failed: it must not be sent again while this program runs.
    private readonly HashSet<long> _sent = [];

    public string Kind => handler.Kind;

    /// <summary>All that is due.</summary>
    /// <returns>How many were tried.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            var tried = 0;
            while (await DueAsync(cancel) is { Count: > 0 } due)
            {
                foreach (var item in due)
                {
                    await SendAsync(item, cancel);
                    tried++;
                }
            }

            return tried;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Null when nothing waits.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BlogDb>().OutboxItems.Where(i => i.Kind == Kind && !i.IsDead).MinAsync(i => (DateTimeOffset?)i.DueAt, cancel);
    }

    public void Dispose() => _turn.Dispose();

    private async Task<List<OutboxItem>> DueAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.GetUtcNow();
        return await scope.ServiceProvider.GetRequiredService<BlogDb>().OutboxItems
            .Where(i => i.Kind == Kind && !i.IsDead && i.DueAt <= now).OrderBy(i => i.DueAt).ThenBy(i => i.Id).Take(AtOnce).ToListAsync(cancel);
    }

    private async Task SendAsync(OutboxItem item, CancellationToken cancel)
    {
        if (!_sent.Contains(item.Id))
        {
            if (await FaultAsync(item, cancel) is { } fault)
            {
                log.LogWarning("{Kind} {Id} could not be sent: {Problem}", Kind, item.Id, fault.Problem);
                await ChangeAsync(item.Id, stored => stored.Failed(fault.Problem, fault.IsFinal, time.GetUtcNow()), cancel);
                return;
            }

            _sent.Add(item.Id);
        }

        // Also when the program is about to end: what was sent is taken out.
        await lane.WriteWhenThereIsRoomAsync((db, token) => db.OutboxItems.Where(i => i.Id == item.Id).ExecuteDeleteAsync(token), CancellationToken.None);
        _sent.Remove(item.Id);
    }

    /// <summary>Null when it was sent.</summary>
    private async Task<(string Problem, bool IsFinal)?> FaultAsync(OutboxItem item, CancellationToken cancel)
    {
        try
        {
            await handler.HandleAsync(outbox.Open(item), cancel);
            return null;
        }
        catch (Exception e) when (e is RefusedForGoodException or CryptographicException)
        {
            return (ProblemOf(e), true);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            return (ProblemOf(e), false);
        }
    }

    private Task<bool> ChangeAsync(long id, Action<OutboxItem> change, CancellationToken cancel) => lane.WriteWhenThereIsRoomAsync(
        async (db, token) =>
        {
            if (await db.OutboxItems.AsTracking().SingleOrDefaultAsync(i => i.Id == id, token) is not { } stored)
            {
                return false;
            }

            change(stored);
            await db.SaveChangesAsync(token);
            return true;
        },
        cancel);

    /// <summary>One line: what another server says may hold anything.</summary>
    private static string ProblemOf(Exception e)
    {
        var said = e.InnerException is { } inner && !e.Message.Contains(inner.Message, StringComparison.Ordinal) ? $"{e.Message} {inner.Message}" : e.Message;
        return string.Concat(said.Select(c => char.IsControl(c) ? ' ' : c));
    }
}
