using System.Security.Cryptography;
using System.Text;
using Bijgespijkerd.Web.Platform.Settings;

namespace Bijgespijkerd.Web.Comments.Posting;

/// <summary>
/// How often one address or e-mail comments. Kept in memory as keyed hashes with a key of this run, for ten minutes at most:
/// no address is stored. It counts what was taken, so that correcting a mistake is never too fast.
/// </summary>
public sealed class FloodGate(SettingsInForce settings, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private readonly Lock _lock = new();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Dictionary<string, List<long>> _taken = new(StringComparer.Ordinal);

    /// <summary>Moments that are kept: of one sender only as many as a limit looks back at, however many comment from one address.</summary>
    public int Remembered
    {
        get
        {
            lock (_lock)
            {
                return _taken.Values.Sum(times => times.Count);
            }
        }
    }

    /// <summary>Null when there is room, else how long to wait.</summary>
    public TimeSpan? Wait(params ReadOnlySpan<string?> senders)
    {
        lock (_lock)
        {
            var wait = TimeSpan.Zero;
            foreach (var sender in senders)
            {
                if (sender is not null && _taken.TryGetValue(Key(sender), out var times))
                {
                    wait = Max(wait, WaitOf(times));
                }
            }

            return wait > TimeSpan.Zero ? wait : null;
        }
    }

    /// <summary>Something from this sender was taken in the last ten minutes; a sender that is not known cannot be told apart.</summary>
    public bool HasSeen(string? sender)
    {
        lock (_lock)
        {
            return sender is null || (_taken.TryGetValue(Key(sender), out var times) && times.Exists(t => time.GetElapsedTime(t) < Window));
        }
    }

    /// <summary>Forgets who is past the window; also when nobody comments any more.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            foreach (var (key, times) in _taken.ToList())
            {
                if (times.TrueForAll(t => time.GetElapsedTime(t) >= Window))
                {
                    _taken.Remove(key);
                }
            }
        }
    }

    public void Count(FloodMark mark, params ReadOnlySpan<string?> senders)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            foreach (var sender in senders)
            {
                if (sender is not null)
                {
                    var key = Key(sender);
                    Add(_taken.TryGetValue(key, out var times) ? times : _taken[key] = [], now);
                    mark.Add(key, now);
                }
            }
        }
    }

    /// <summary>What was counted but came to nothing, such as a disk that was full: trying again is not too fast.</summary>
    public void TakeBack(FloodMark mark)
    {
        lock (_lock)
        {
            foreach (var (key, at) in mark.Counted)
            {
                if (_taken.TryGetValue(key, out var times))
                {
                    times.Remove(at);
                }
            }
        }
    }

    /// <summary>Twice what the limit looks back at: something may be taken back.</summary>
    private void Add(List<long> times, long now)
    {
        if (times.Count >= 2 * Math.Max(1, settings.Now.Comments.FloodPerTenMinutes))
        {
            times.RemoveAt(0);
        }

        times.Add(now);
    }

    private TimeSpan WaitOf(List<long> times)
    {
        times.RemoveAll(t => time.GetElapsedTime(t) >= Window);
        var wait = TimeSpan.Zero;
        if (settings.Now.Comments.FloodSeconds > 0 && times.Count > 0)
        {
            wait = TimeSpan.FromSeconds(settings.Now.Comments.FloodSeconds) - time.GetElapsedTime(times[^1]);
        }

        if (settings.Now.Comments.FloodPerTenMinutes > 0 && times.Count >= settings.Now.Comments.FloodPerTenMinutes)
        {
            wait = Max(wait, Window - time.GetElapsedTime(times[^settings.Now.Comments.FloodPerTenMinutes]));
        }

        return wait;
    }

    private string Key(string sender) => Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(sender)));

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

/// <summary>What one comment counted for.</summary>
public sealed class FloodMark
{
    private readonly List<(string Key, long At)> _counted = [];

    internal IReadOnlyList<(string Key, long At)> Counted => _counted;

    internal void Add(string key, long at) => _counted.Add((key, at));
}
