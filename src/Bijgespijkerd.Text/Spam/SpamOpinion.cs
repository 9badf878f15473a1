using System.Runtime.InteropServices;

namespace Bijgespijkerd.Text;

/// <summary>What a feature added to an opinion.</summary>
/// <param name="Feature">As <see cref="SpamFeatures.Of"/> gave it.</param>
/// <param name="Weight">In natural log odds: above zero speaks for spam, below zero against. ln 2 ≈ 0.69 doubles the odds.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FeatureWeight(string Feature, double Weight);

/// <summary>What the filter thinks of a comment, and why.</summary>
/// <param name="Probability">That it is spam; strictly between 0 and 1.</param>
/// <param name="Weights">The features that weighed most, the strongest first (by size, whatever the sign), at most <see cref="SpamJudge.MostWeights"/>; may be empty.</param>
public sealed record SpamOpinion(double Probability, IReadOnlyList<FeatureWeight> Weights);
