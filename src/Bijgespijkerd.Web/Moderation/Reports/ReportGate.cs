using System.Security.Cryptography;
using System.Text;

namespace Bijgespijkerd.Web.Moderation.Reports;

/// <summary>How often one address reports. In memory, as hashes with a key of this run, for an hour at most: no address is stored.</summary>
public sealed class ReportGate(TimeProvider time)
{
    public const int Most = 5;
    private const int MostSenders = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);
    private readonly Lock _lock = new();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Dictionary<string, Queue<long>> _taken = new(StringComparer.Ordinal);

    public bool HasRoom(string? address)
    {
        lock (_lock)
        {
            return !_taken.TryGetValue(Key(address), out var times) || times.Count(IsRecent) < Most;
        }
    }

    public void Count(string? address)
    {
        lock (_lock)
        {
            if (_taken.Count >= MostSenders)
            {
                Forget();
            }

            var times = _taken.TryGetValue(Key(address), out var known) ? known : _taken[Key(address)] = new Queue<long>(Most);
            if (times.Count == Most)
            {
                times.Dequeue();
            }

            times.Enqueue(time.GetTimestamp());
        }
    }

    private void Forget()
    {
        foreach (var (key, _) in _taken.Where(t => !t.Value.Any(IsRecent)).ToList())
        {
            _taken.Remove(key);
        }
    }

    private bool IsRecent(long at) => time.GetElapsedTime(at) < Window;

    private string Key(string? address) => Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(address ?? "")));
}
