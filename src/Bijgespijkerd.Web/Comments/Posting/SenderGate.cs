using System.Security.Cryptography;
using System.Text;

namespace Bijgespijkerd.Web.Comments.Posting;

/// <param name="Most">Of one sender within the window; 0: no limit.</param>
/// <param name="Between">How long after one the next may come.</param>
public sealed record GateLimits(int Most, TimeSpan Window, TimeSpan Between = default);

/// <summary>
/// How often one sender does something. Kept in memory as keyed hashes with a key of this run, for one window at most: no address is
/// stored. It counts what was taken, so that correcting a mistake is never too fast. Asked and counted in the write lane, where nobody
/// comes between.
/// </summary>
public abstract class SenderGate(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Dictionary<string, List<long>> _taken = new(StringComparer.Ordinal);

    /// <summary>Moments that are kept: of one sender only as many as a limit looks back at, however much comes from one address.</summary>
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

    protected abstract GateLimits Limits { get; }

    /// <summary>Null when there is room, else how long to wait.</summary>
    public TimeSpan? Wait(params ReadOnlySpan<string?> senders)
    {
        lock (_lock)
        {
            var (limits, wait) = (Limits, TimeSpan.Zero);
            foreach (var sender in senders)
            {
                if (sender is not null && _taken.TryGetValue(Key(sender), out var times))
                {
                    wait = Max(wait, WaitOf(times, limits));
                }
            }

            return wait > TimeSpan.Zero ? wait : null;
        }
    }

    /// <summary>Something from this sender was taken within the window; a sender that is not known cannot be told apart.</summary>
    public bool HasSeen(string? sender)
    {
        lock (_lock)
        {
            return sender is null || (_taken.TryGetValue(Key(sender), out var times) && times.Exists(t => time.GetElapsedTime(t) < Limits.Window));
        }
    }

    /// <summary>Forgets who is past the window; also when nobody comes any more.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            foreach (var (key, times) in _taken.ToList())
            {
                if (times.TrueForAll(t => time.GetElapsedTime(t) >= Limits.Window))
                {
                    _taken.Remove(key);
                }
            }
        }
    }

    public void Count(GateMark mark, params ReadOnlySpan<string?> senders)
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
    public void TakeBack(GateMark mark)
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
        if (times.Count >= 2 * Math.Max(1, Limits.Most))
        {
            times.RemoveAt(0);
        }

        times.Add(now);
    }

    private TimeSpan WaitOf(List<long> times, GateLimits limits)
    {
        times.RemoveAll(t => time.GetElapsedTime(t) >= limits.Window);
        var wait = times.Count > 0 ? limits.Between - time.GetElapsedTime(times[^1]) : TimeSpan.Zero;
        return limits.Most > 0 && times.Count >= limits.Most ? Max(wait, limits.Window - time.GetElapsedTime(times[^limits.Most])) : wait;
    }

    private string Key(string sender) => Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(sender)));

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

/// <summary>What one thing that came counted for.</summary>
public sealed class GateMark
{
    private readonly List<(string Key, long At)> _counted = [];

    internal IReadOnlyList<(string Key, long At)> Counted => _counted;

    internal void Add(string key, long at) => _counted.Add((key, at));
}
