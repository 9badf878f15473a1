using FsCheck;
using FsCheck.Fluent;

namespace Bijgespijkerd.Text.Tests;

public sealed class Differences
{
    private static readonly string[] _pieces = ["een ", "twee ", "drie", " ", "\n", "\n\n", ".", "é", "😀", "\uD83D", "woord", "-", "plan"];

    private static Arbitrary<string> Anything { get; } = ArbMap.Default.GeneratorFor<string>().Select(text => text ?? string.Empty).ToArbitrary();

    private static Arbitrary<string> Texts { get; } = Gen.Elements(_pieces).ListOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void The_runs_give_both_texts_again() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithEndSize(60), Prop.ForAll(Texts, Texts, (Action<string, string>)Holds));

    [Fact]
    public void Any_two_texts_have_a_difference() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Anything, Anything, (Action<string, string>)Holds));

    [Theory]
    [InlineData("Een plan maken.", "Een goed plan maken.", "=Een |+goed |=plan maken.")]
    [InlineData("Een goed plan.", "Een plan.", "=Een |-goed |=plan.")]
    [InlineData("Een plan.", "Een idee.", "=Een |-plan|+idee|=.")]
    [InlineData("", "Nieuw", "+Nieuw")]
    [InlineData("Oud", "", "-Oud")]
    [InlineData("Gelijk.", "Gelijk.", "=Gelijk.")]
    [InlineData("", "", "")]
    public void Words_are_compared(string before, string after, string expected)
    {
        IReadOnlyList<DifferenceRun> runs = Difference.Between(before, after);

        Assert.Equal(expected, string.Join('|', runs.Select(r => "=-+"[(int)r.Kind] + r.Text)));
    }

    [Fact]
    public void Never_more_changes_than_the_shortest_way_takes()
    {
        // The example of the paper: ABCABBA to CBABAC takes five edits.
        IReadOnlyList<DifferenceRun> runs = Difference.Between("!?;!??!", ";?!?!;");

        Assert.Equal(5, runs.Where(r => r.Kind != DifferenceKind.Same).Sum(r => r.Text.Length));
    }

    [Fact]
    public void A_long_text_is_compared_by_line()
    {
        string[] lines = [.. Enumerable.Range(1, 8_000).Select(n => $"Regel {n} van een lang stuk.\n")];
        string before = string.Concat(lines);
        lines[4_000] = "Regel 4001 van een heel lang stuk.\n";
        string after = string.Concat(lines);

        IReadOnlyList<DifferenceRun> runs = Difference.Between(before, after);

        Holds(before, after);
        Assert.Equal("Regel 4001 van een lang stuk.\n", Assert.Single(runs, r => r.Kind == DifferenceKind.Removed).Text);
        Assert.Equal("Regel 4001 van een heel lang stuk.\n", Assert.Single(runs, r => r.Kind == DifferenceKind.Added).Text);
    }

    [Fact]
    public void Texts_with_nothing_in_common_are_one_change()
    {
        string before = "Begin.\n" + string.Concat(Enumerable.Range(1, 4_000).Select(n => $"a{n}\n"));
        string after = "Begin.\n" + string.Concat(Enumerable.Range(1, 4_000).Select(n => $"b{n}\n"));

        Holds(before, after);
        Assert.Equal(3, Difference.Between(before, after).Count);
    }

    private static void Holds(string before, string after)
    {
        IReadOnlyList<DifferenceRun> runs = Difference.Between(before, after);
        Assert.Equal(before, string.Concat(runs.Where(r => r.Kind != DifferenceKind.Added).Select(r => r.Text)));
        Assert.Equal(after, string.Concat(runs.Where(r => r.Kind != DifferenceKind.Removed).Select(r => r.Text)));
        Assert.All(runs, r => Assert.NotEmpty(r.Text));
        Assert.All(runs.Zip(runs.Skip(1)), pair => Assert.NotEqual(pair.First.Kind, pair.Second.Kind));
    }
}
