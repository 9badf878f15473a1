namespace Bijgespijkerd.Text;

// Features as they are found, each once, no more than there is room for.
internal sealed class FeatureList(int most)
{
    private const int LongestFeature = 100;

    private readonly List<string> _all = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public IReadOnlyList<string> All => _all;

    public void Add(string? feature)
    {
        if (feature is { Length: <= LongestFeature } && _all.Count < most && _known.Add(feature))
        {
            _all.Add(feature);
        }
    }

    public void AddAll(IEnumerable<string> features)
    {
        foreach (string feature in features)
        {
            Add(feature);
        }
    }

    // When they do not all fit: every so many-th, so that no part of a text can push another one out.
    public void Spread(List<string> features)
    {
        int room = most - _all.Count;
        for (int i = 0; i < features.Count; i++)
        {
            if (features.Count <= room || (long)(i + 1) * room / features.Count > (long)i * room / features.Count)
            {
                Add(features[i]);
            }
        }
    }
}
