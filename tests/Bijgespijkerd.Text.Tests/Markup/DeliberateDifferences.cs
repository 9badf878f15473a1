namespace Bijgespijkerd.Text.Tests;

/// <summary>Examples of CommonMark 0.31.2, by number, that articles render otherwise on purpose.</summary>
internal static class DeliberateDifferences
{
    public static IReadOnlyDictionary<int, string> Reasons { get; } = new Dictionary<int, string>();
}
