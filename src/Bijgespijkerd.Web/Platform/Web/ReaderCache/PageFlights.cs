using System.Collections.Concurrent;

namespace Bijgespijkerd.Web.Platform.Web.ReaderCache;

/// <summary>
/// Makes a page once for all who wait for it. Who asks after a change never gets a page that began before it: when the one under
/// way is too old they wait for the next, together.
/// </summary>
public sealed class PageFlights(PageStore store, PageRenderer renderer)
{
    private readonly ConcurrentDictionary<string, Flight> _flights = new(StringComparer.Ordinal);
    private long _made;

    /// <summary>How many pages were made.</summary>
    public long Made => Volatile.Read(ref _made);

    /// <param name="asked">The store's version when the page was asked for.</param>
    /// <returns>Null when the address has no page for all.</returns>
    public async Task<CachedPage?> MakeAsync(string path, long asked)
    {
        while (true)
        {
            var flight = _flights.GetOrAdd(path, static (key, own) => new Flight(key, own), this);
            flight.Start();
            var page = await flight.Landed;
            if (flight.Begun >= asked || (page is not null && store.IsTrueSince(page, flight.Begun)))
            {
                return page;
            }
        }
    }

    private async Task FlyAsync(Flight flight)
    {
        try
        {
            Interlocked.Increment(ref _made);
            flight.Begun = store.Version;
            var page = await renderer.RenderAsync(flight.Path);
            if (page is null)
            {
                store.Remove(flight.Path);
            }
            else
            {
                store.Put(page, flight.Begun);
            }

            _flights.TryRemove(flight.Path, out _);
            flight.Land(page);
        }
        catch (Exception failed)
        {
            store.Remove(flight.Path);
            _flights.TryRemove(flight.Path, out _);
            flight.Crash(failed);
        }
    }

    /// <summary>Queued without the context of the request that happens to be first: the page belongs to none of them.</summary>
    private sealed class Flight(string path, PageFlights flights) : IThreadPoolWorkItem
    {
        private readonly TaskCompletionSource<CachedPage?> _landed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _started;

        public string Path => path;

        public Task<CachedPage?> Landed => _landed.Task;

        public long Begun { get; set; }

        public void Start()
        {
            if (Interlocked.Exchange(ref _started, 1) == 0)
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }
        }

        public void Execute() => _ = flights.FlyAsync(this);

        public void Land(CachedPage? page) => _landed.SetResult(page);

        public void Crash(Exception failed) => _landed.SetException(failed);
    }
}
