namespace Bijgespijkerd.Bench.Report;

/// <summary>A line of the table.</summary>
/// <param name="Figure">What was measured, with its unit.</param>
/// <param name="Beside">The limit or comparison of the same run; null when the target is absolute.</param>
/// <param name="Ratio">Figure against what stands beside it.</param>
/// <param name="Holds">Null when there is nothing to judge: the row then says why.</param>
public sealed record Row(string Group, string What, string Figure, string? Beside, double? Ratio, string Target, bool? Holds)
{
    public string? Note { get; init; }

    public string Verdict => Holds switch { true => "holds", false => "misses", null => "-" };

    public static Row None(string group, string what, string target, string why) => new(group, what, why, null, null, target, null);
}
