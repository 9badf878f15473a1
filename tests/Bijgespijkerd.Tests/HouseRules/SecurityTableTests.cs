using System.Text.RegularExpressions;

namespace Bijgespijkerd.Tests.HouseRules;

/// <summary>The table of security requirements names tests that are there.</summary>
public sealed partial class SecurityTableTests
{
    [Fact]
    public void Every_test_in_the_table_is_a_test()
    {
        var sources = Repository.Sources("tests").Select(Repository.Read).ToList();
        var table = Repository.Read("docs/security.md");

        Assert.True(Named(table).Count() > 50);
        Assert.Equal([], Missing(table, sources));
        Assert.Equal(["KillTests.Nothing_like_this", "Nowhere.No_acknowledged_comment_is_lost_or_doubled_by_a_kill"], Missing(
            "`KillTests.Nothing_like_this`, `Nowhere.No_acknowledged_comment_is_lost_or_doubled_by_a_kill`", sources));
    }

    [Fact]
    public void Every_row_of_the_table_names_a_test()
    {
        var rows = Repository.Read("docs/security.md").Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal) && !l.StartsWith("| id ", StringComparison.Ordinal));

        Assert.All(rows, row => Assert.NotEmpty(Named(row)));
    }

    private static IEnumerable<string> Missing(string table, IReadOnlyList<string> sources) => Named(table).Where(name => !sources.Any(source => Holds(source, name)));

    private static bool Holds(string source, string name)
    {
        var parts = name.Split('.');
        return source.Contains($"class {parts[0]}", StringComparison.Ordinal) && source.Contains($" {parts[1]}(", StringComparison.Ordinal);
    }

    private static IEnumerable<string> Named(string table) => TestNames().Matches(table).Select(m => m.Groups["name"].Value);

    [GeneratedRegex(@"`(?<name>\w+\.[A-Z]\w+_\w+)`", RegexOptions.None, 2000)]
    private static partial Regex TestNames();
}
