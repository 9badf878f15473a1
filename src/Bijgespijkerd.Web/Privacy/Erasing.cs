using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Site.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Privacy;

/// <summary>Has every feature let go of what it keeps of somebody. First it is written down, then done: a process that ends in the middle goes on later.</summary>
public sealed class Erasing(WriteLane lane, IEnumerable<IPersonalData> parts, ErasureFile beside, SiteSecret secret, IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>False when the link was used meanwhile.</summary>
    public async Task<bool> EraseAsync(PersonalLink link, ErasureKind kind, CancellationToken cancel)
    {
        var erasure = await lane.WriteAsync<Erasure?>(
            async (db, token) =>
            {
                // All links to this address: whoever holds another would find nothing.
                if (await db.Set<PersonalLink>().Where(l => l.EmailKey == link.EmailKey).ExecuteDeleteAsync(token) == 0)
                {
                    return null;
                }

                var begun = Erasure.Begun(kind, link.EmailKey, HashOf(link.EmailKey), time.GetUtcNow());
                db.Add(begun);
                await db.SaveChangesAsync(token);
                return begun;
            },
            cancel);
        if (erasure is not null)
        {
            // Whoever closes the page meanwhile wants it no less.
            await FinishAsync(erasure, CancellationToken.None);
        }

        return erasure is not null;
    }

    public async Task CorrectAsync(PersonalLink link, PersonalName to, CancellationToken cancel)
    {
        foreach (var part in parts)
        {
            await part.CorrectAsync(link.EmailKey, to, cancel);
        }

        await lane.WriteAsync(
            async (db, token) =>
            {
                db.Add(Erasure.Corrected(HashOf(link.EmailKey), time.GetUtcNow()));
                return await db.SaveChangesAsync(token);
            },
            cancel);
    }

    /// <summary>What was begun and not finished.</summary>
    public async Task<int> ResumeAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var begun = await scope.ServiceProvider.GetRequiredService<BlogDb>().Set<Erasure>().Where(e => e.EmailKey != null).OrderBy(e => e.Id).ToListAsync(cancel);
        foreach (var erasure in begun)
        {
            await FinishAsync(erasure, cancel);
        }

        return begun.Count;
    }

    /// <summary>Does again what the list says was done, to what a backup brought back.</summary>
    /// <returns>How many addresses it found.</returns>
    public async Task<int> RepeatAsync(IReadOnlyCollection<ErasedAddress> list, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BlogDb>();
        var addresses = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            addresses.UnionWith(await part.AddressesAsync(db, DateTimeOffset.MinValue, cancel));
        }

        var erased = list.Where(e => e.Kind != ErasureKind.Corrected).ToLookup(e => e.Hash, StringComparer.OrdinalIgnoreCase);
        var found = 0;
        foreach (var address in addresses)
        {
            foreach (var erasure in erased[Convert.ToHexString(HashOf(address))].OrderBy(e => e.At))
            {
                await LetGoAsync(address, erasure.At, erasure.Kind, cancel);
                found++;
            }
        }

        return found;
    }

    private async Task FinishAsync(Erasure erasure, CancellationToken cancel)
    {
        await LetGoAsync(erasure.EmailKey!, erasure.At, erasure.Kind, cancel);
        beside.Note(erasure);
        await lane.WriteWhenThereIsRoomAsync(
            async (db, token) =>
            {
                var done = await db.Set<Erasure>().AsTracking().SingleAsync(e => e.Id == erasure.Id, token);
                done.IsDone();
                return await db.SaveChangesAsync(token);
            },
            cancel);
    }

    private async Task LetGoAsync(string emailKey, DateTimeOffset until, ErasureKind kind, CancellationToken cancel)
    {
        foreach (var part in parts)
        {
            await part.LetGoAsync(emailKey, until, kind == ErasureKind.Anonymised, cancel);
        }
    }

    private byte[] HashOf(string emailKey) => secret.Hash("erasure", emailKey);
}

/// <summary>Goes on with what a stop broke off, and has the list beside the backups follow.</summary>
public sealed class ErasingWorker(Erasing erasing, ErasureList list, TimeProvider time, ILogger<ErasingWorker> log) : BackgroundService
{
    /// <summary>The first readers go before.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(AfterStart, time, stoppingToken);
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(10), time);
        do
        {
            try
            {
                if (await erasing.ResumeAsync(stoppingToken) is > 0 and var resumed)
                {
                    log.LogInformation("Finished {Count} erasures that were broken off", resumed);
                }

                await list.FollowAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "An erasure could not be finished, or not be written beside the backups; it is tried again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
