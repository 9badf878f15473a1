namespace Bijgespijkerd.Bench.Data;

/// <summary>A small generator of our own: the same seed gives the same data on every version of the runtime.</summary>
public sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>0 up to, and without, <paramref name="sides"/>.</summary>
    public int Next(int sides) => (int)(Roll() % (ulong)sides);

    public bool OneIn(int times) => Next(times) == 0;

    public T Pick<T>(IReadOnlyList<T> from) => from[Next(from.Count)];

    public byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        for (var i = 0; i < length; i += sizeof(ulong))
        {
            BitConverter.TryWriteBytes(bytes.AsSpan(i), Roll());
        }

        return bytes;
    }

    public void Shuffle<T>(IList<T> list)
    {
        for (var i = list.Count - 1; i > 0; i--)
        {
            var other = Next(i + 1);
            (list[i], list[other]) = (list[other], list[i]);
        }
    }

    /// <summary>SplitMix64.</summary>
    private ulong Roll()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
