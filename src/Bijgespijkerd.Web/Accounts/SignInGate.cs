using System.Security.Cryptography;
using System.Text;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>
/// Slows down who guesses. Failures count for the account and for the sender's address; after some, each next one waits twice as long. A
/// device that signed in to the account before counts for itself alone, so that strangers cannot keep the owner out. Kept in memory, as keyed hashes.
/// </summary>
public sealed class SignInGate(TimeProvider time)
{
    private const int FreeForAccount = 5;
    private const int FreeForAddress = 20;
    private const int MostKept = 100_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly Lock _lock = new();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Dictionary<string, Failures> _failures = new(StringComparer.Ordinal);

    /// <summary>Null when there is room, else how long to wait.</summary>
    public TimeSpan? Wait(SignInAttempt attempt)
    {
        lock (_lock)
        {
            var wait = Longest(Of(attempt.Who, FreeForAccount), Of(attempt.Sender, FreeForAddress));
            return wait > TimeSpan.Zero ? wait : null;
        }
    }

    public void Fail(SignInAttempt attempt)
    {
        lock (_lock)
        {
            if (_failures.Count >= MostKept)
            {
                Forget();
            }

            Count(attempt.Who);
            Count(attempt.Sender);
        }
    }

    /// <summary>
    /// It was right after all. The address only loses what this attempt was counted for: whoever guesses at many accounts may own one of them.
    /// </summary>
    public void Succeed(SignInAttempt attempt)
    {
        lock (_lock)
        {
            if (attempt.Who is { } who)
            {
                _failures.Remove(Key(who));
            }

            if (attempt.Sender is { } sender && _failures.TryGetValue(Key(sender), out var counted))
            {
                _failures[Key(sender)] = counted with { Count = counted.Count - 1 };
            }
        }
    }

    private TimeSpan Of(string? sender, int free)
    {
        if (sender is null || !_failures.TryGetValue(Key(sender), out var failures) || time.GetElapsedTime(failures.Last) >= Window)
        {
            return TimeSpan.Zero;
        }

        return failures.Count < free ? TimeSpan.Zero : Shortest(Window, TimeSpan.FromSeconds(Math.Pow(2, Math.Min(20, failures.Count - free)))) - time.GetElapsedTime(failures.Last);
    }

    private void Count(string? sender)
    {
        if (sender is null)
        {
            return;
        }

        var key = Key(sender);
        var before = _failures.TryGetValue(key, out var known) && time.GetElapsedTime(known.Last) < Window ? known.Count : 0;
        _failures[key] = new(before + 1, time.GetTimestamp());
    }

    private void Forget()
    {
        foreach (var (key, failures) in _failures.ToList())
        {
            if (time.GetElapsedTime(failures.Last) >= Window || _failures.Count >= MostKept)
            {
                _failures.Remove(key);
            }
        }
    }

    private string Key(string sender) => Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(sender)));

    private static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Shortest(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private sealed record Failures(int Count, long Last);
}

/// <summary>Somebody tries something: at which account (or from which known device of it), and from where. What is not known does not count.</summary>
public sealed record SignInAttempt(string? Who, string? Sender)
{
    /// <summary>A device that signed in before is judged by itself: neither the account's strangers nor those at the same address slow it down.</summary>
    public static SignInAttempt At(string emailKey, string? device, HttpContext context) =>
        device is null ? From("address", context) with { Who = "account " + emailKey } : new("device " + device, null);

    /// <summary>At no account in particular: only the sender is counted.</summary>
    public static SignInAttempt From(string what, HttpContext context) => new(null, $"{what} {SenderNetwork.Of(context)}");
}
