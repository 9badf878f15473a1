using System.Runtime.InteropServices;

namespace Bijgespijkerd.Text;

/// <summary>In how many examples a feature occurred, by what was decided about them.</summary>
/// <param name="Spam">Spam examples with the feature.</param>
/// <param name="Good">Good examples with the feature.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FeatureCount(int Spam, int Good);

/// <summary>What the spam filter has learnt: counts, and nothing of the texts themselves.</summary>
public interface IFeatureCounts
{
    /// <summary>Examples learnt as spam.</summary>
    int SpamTotal { get; }

    /// <summary>Examples learnt as good.</summary>
    int GoodTotal { get; }

    /// <summary>The counts of a feature.</summary>
    /// <param name="feature">As <see cref="SpamFeatures.Of"/> gives it (ordinal).</param>
    /// <returns>Both zero for a feature that was never learnt. While somebody learns, a count may run ahead of its total by the examples under way.</returns>
    FeatureCount Of(string feature);
}
