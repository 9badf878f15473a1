using System.Globalization;
using Bijgespijkerd.Bench.Data;
using Bijgespijkerd.Bench.Running;

namespace Bijgespijkerd.Bench;

/// <summary>What the command line asks for.</summary>
/// <param name="Only">Groups of rows to measure; none named means all.</param>
/// <param name="SoakMinutes">0: no soak.</param>
public sealed record BenchOptions(bool IsQuick, bool IsStrict, int SoakMinutes, IReadOnlyList<string> Only)
{
    public const string Usage = """
        bin/bench              the whole table, on 10,000 posts and 1,000,000 comments
        bin/bench --quick      the same on less, in under three minutes
        bin/bench --soak[=60]  so many minutes of mixed load: memory, errors, size of the database's log
          --only=cached,cold,size,hot,writing,start,live,spam,import   some groups of rows (spam and import need no data)
          --strict                                         a row that misses its target ends with exit code 1
        """;

    private static readonly string[] Groups = ["cached", "cold", "size", "hot", "writing", "start", "live", "spam", "import"];

    public DataSpec Data => IsQuick ? DataSpec.Quick : DataSpec.Large;

    /// <summary>Rounds of each comparison; what is compared takes turns.</summary>
    public int Rounds => IsQuick ? 3 : 5;

    public double Seconds => IsQuick ? 2 : 5;

    public static BenchOptions From(IEnumerable<string> words)
    {
        var options = new BenchOptions(false, false, 0, []);
        foreach (var word in words)
        {
            var (name, value) = word.Split('=', 2) is [var n, var v] ? (n, v) : (word, null);
            options = (name, value) switch
            {
                ("--quick", null) => options with { IsQuick = true },
                ("--strict", null) => options with { IsStrict = true },
                ("--soak", null) => options with { SoakMinutes = 60 },
                ("--soak", { } minutes) when int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => options with { SoakMinutes = number },
                ("--only", { } groups) when groups.Split(',').All(Groups.Contains) => options with { Only = groups.Split(',') },
                _ => throw new BenchException($"'{word}' is nothing that bin/bench knows.\n{Usage}"),
            };
        }

        return options;
    }

    public bool Wants(string group) => SoakMinutes == 0 && (Only.Count == 0 || Only.Contains(group, StringComparer.Ordinal));

    /// <summary>Where the figures are kept, under artifacts/.</summary>
    public string File => SoakMinutes > 0 ? "bench-soak.json" : "bench.json";
}
