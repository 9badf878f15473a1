using System.Collections.Concurrent;

namespace Bijgespijkerd.Text;

/// <summary>Counts in memory. Any number of threads may read while one learns or forgets (those take turns); a reader may see an
/// example half learnt, never a broken table.</summary>
public sealed class FeatureCounts : IFeatureCounts
{
    private readonly ConcurrentDictionary<string, FeatureCount> _counts = new(StringComparer.Ordinal);
    private readonly Lock _writing = new();
    private int _spam;
    private int _good;

    /// <summary>Nothing learnt.</summary>
    public FeatureCounts()
    {
    }

    /// <summary>Counts that were stored.</summary>
    /// <param name="spamTotal">Examples learnt as spam.</param>
    /// <param name="goodTotal">Examples learnt as good.</param>
    /// <param name="counts">Each feature once; rows of zeros are left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A total or a count is below zero, or a count above its total.</exception>
    /// <exception cref="ArgumentException">A feature comes twice.</exception>
    public FeatureCounts(int spamTotal, int goodTotal, IEnumerable<KeyValuePair<string, FeatureCount>> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentOutOfRangeException.ThrowIfNegative(spamTotal);
        ArgumentOutOfRangeException.ThrowIfNegative(goodTotal);
        (_spam, _good) = (spamTotal, goodTotal);
        foreach ((string feature, FeatureCount count) in counts)
        {
            if (count.Spam < 0 || count.Good < 0 || count.Spam > spamTotal || count.Good > goodTotal)
            {
                throw new ArgumentOutOfRangeException(nameof(counts), count, feature);
            }

            if (count != default && !_counts.TryAdd(feature, count))
            {
                throw new ArgumentException($"'{feature}' comes twice.", nameof(counts));
            }
        }
    }

    /// <inheritdoc/>
    public int SpamTotal => Volatile.Read(ref _spam);

    /// <inheritdoc/>
    public int GoodTotal => Volatile.Read(ref _good);

    /// <summary>Features with a count above zero.</summary>
    public int Count => _counts.Count;

    /// <summary>Every feature with its counts, in no order. Safe while somebody learns, but then of no one moment.</summary>
    public IEnumerable<KeyValuePair<string, FeatureCount>> All => _counts;

    /// <inheritdoc/>
    public FeatureCount Of(string feature) => _counts.GetValueOrDefault(feature);

    /// <summary>Adds an example.</summary>
    /// <param name="features">Its features; one that comes twice counts once.</param>
    /// <param name="isSpam">What was decided about it.</param>
    /// <exception cref="OverflowException">There are 2 147 483 647 examples already; nothing is learnt then.</exception>
    public void Learn(IEnumerable<string> features, bool isSpam)
    {
        ArgumentNullException.ThrowIfNull(features);
        var distinct = new HashSet<string>(features, StringComparer.Ordinal);
        lock (_writing)
        {
            ref int total = ref TotalOf(isSpam);
            Volatile.Write(ref total, checked(total + 1));
            foreach (string feature in distinct)
            {
                _counts[feature] = Moved(_counts.GetValueOrDefault(feature), isSpam, 1);
            }
        }
    }

    /// <summary>Takes an example back: afterwards every count is what it was before the same features were learnt, in whatever order others came between.</summary>
    /// <param name="features">The features as they were learnt.</param>
    /// <param name="isSpam">What it was learnt as.</param>
    /// <returns><see langword="false"/>, with nothing changed, when one of the features (or, without features, any example) cannot have been learnt as this.</returns>
    public bool Forget(IEnumerable<string> features, bool isSpam)
    {
        ArgumentNullException.ThrowIfNull(features);
        var distinct = new HashSet<string>(features, StringComparer.Ordinal);
        lock (_writing)
        {
            ref int total = ref TotalOf(isSpam);
            if (total == 0 || distinct.Any(feature => Part(_counts.GetValueOrDefault(feature), isSpam) == 0))
            {
                return false;
            }

            foreach (string feature in distinct)
            {
                FeatureCount left = Moved(_counts[feature], isSpam, -1);
                if (left == default)
                {
                    _counts.TryRemove(feature, out _);
                }
                else
                {
                    _counts[feature] = left;
                }
            }

            Volatile.Write(ref total, total - 1);
            return true;
        }
    }

    private ref int TotalOf(bool isSpam) => ref isSpam ? ref _spam : ref _good;

    private static int Part(FeatureCount count, bool isSpam) => isSpam ? count.Spam : count.Good;

    private static FeatureCount Moved(FeatureCount count, bool isSpam, int by) =>
        isSpam ? count with { Spam = count.Spam + by } : count with { Good = count.Good + by };
}
