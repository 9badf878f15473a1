using Bijgespijkerd.Web.Platform.Settings;

namespace Bijgespijkerd.Web.Live;

/// <summary>Who waits for news of which post, and how many they may be: in all, and from one address.</summary>
public sealed class TalkReaders(SettingsInForce settings)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, HashSet<TalkReader>> _posts = [];
    private readonly Dictionary<string, int> _addresses = new(StringComparer.Ordinal);
    private int _count;
    private bool _isClosed;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _count;
            }
        }
    }

    /// <summary>False when there is no room: whoever asks goes on asking by itself now and then.</summary>
    public bool TryAdd(long post, TalkReader reader)
    {
        var limits = settings.Now.Live;
        lock (_lock)
        {
            var fromThere = reader.Address is { } address ? _addresses.GetValueOrDefault(address) : 0;
            if (_isClosed || _count >= limits.Connections || (limits.PerAddress > 0 && fromThere >= limits.PerAddress))
            {
                return false;
            }

            if (!_posts.TryGetValue(post, out var readers))
            {
                _posts[post] = readers = [];
            }

            readers.Add(reader);
            _count++;
            if (reader.Address is { } known)
            {
                _addresses[known] = fromThere + 1;
            }

            return true;
        }
    }

    public void Remove(long post, TalkReader reader)
    {
        reader.End();
        lock (_lock)
        {
            if (!_posts.TryGetValue(post, out var readers) || !readers.Remove(reader))
            {
                return;
            }

            _count--;
            if (readers.Count == 0)
            {
                _posts.Remove(post);
            }

            if (reader.Address is { } address && --_addresses[address] == 0)
            {
                _addresses.Remove(address);
            }
        }
    }

    public bool HasAny(long post)
    {
        lock (_lock)
        {
            return _posts.ContainsKey(post);
        }
    }

    public TalkReader[] Of(long post)
    {
        lock (_lock)
        {
            return _posts.TryGetValue(post, out var readers) ? [.. readers] : [];
        }
    }

    public TalkReader[] All()
    {
        lock (_lock)
        {
            return [.. _posts.Values.SelectMany(readers => readers)];
        }
    }

    /// <summary>The site ends: nobody is let in any more, and nobody keeps it waiting.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
        }

        foreach (var reader in All())
        {
            reader.End();
        }
    }
}
