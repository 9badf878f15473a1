using FsCheck;
using FsCheck.Fluent;

namespace Bijgespijkerd.Text.Tests;

public sealed class FeatureCountTexts
{
    private static readonly Gen<(string[] Features, bool IsSpam)> _example =
        Gen.Elements("w:a", "w:b", "p:a b", "h:c.nl", "l:1", "t:nl", "n:word d").ArrayOf().Zip(Gen.Elements(true, false));

    [Fact]
    public void Forgetting_what_was_learnt_restores_the_counts_exactly() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(_example.ArrayOf().ToArbitrary(), _example.ArrayOf().ToArbitrary(), (kept, taken) =>
        {
            var counts = new FeatureCounts();
            LearnAll(counts, kept);
            string before = Shown(counts);
            LearnAll(counts, taken);
            foreach ((string[] features, bool isSpam) in taken)
            {
                Assert.True(counts.Forget(features, isSpam));
            }

            Assert.Equal(before, Shown(counts));
        }));

    [Fact]
    public void Counts_are_those_of_examples_not_of_words()
    {
        var counts = new FeatureCounts();
        counts.Learn(["w:a", "w:a", "w:b"], isSpam: true);
        counts.Learn(["w:a"], isSpam: false);
        Assert.Equal(new FeatureCount(1, 1), counts.Of("w:a"));
        Assert.Equal(new FeatureCount(1, 0), counts.Of("w:b"));
        Assert.Equal(default, counts.Of("w:c"));
        Assert.Equal((1, 1, 2), (counts.SpamTotal, counts.GoodTotal, counts.Count));
    }

    [Fact]
    public void What_was_never_learnt_is_not_forgotten()
    {
        var counts = new FeatureCounts();
        counts.Learn(["w:a", "w:b"], isSpam: true);
        string before = Shown(counts);
        Assert.False(counts.Forget(["w:a", "w:c"], isSpam: true));
        Assert.False(counts.Forget(["w:a"], isSpam: false));
        Assert.False(counts.Forget([], isSpam: false));
        Assert.Equal(before, Shown(counts));
    }

    [Fact]
    public void Stored_counts_come_back_and_impossible_ones_are_refused()
    {
        var counts = new FeatureCounts();
        SpamBaseSet.LearnInto(counts);
        Assert.Equal(Shown(counts), Shown(new FeatureCounts(counts.SpamTotal, counts.GoodTotal, counts.All)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FeatureCounts(1, 0, [new("w:a", new FeatureCount(2, 0))]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FeatureCounts(1, -1, []));
        Assert.Throws<ArgumentException>(() => new FeatureCounts(1, 1, [new("w:a", new FeatureCount(1, 0)), new("w:a", new FeatureCount(0, 1))]));
        Assert.Equal(0, new FeatureCounts(1, 1, [new("w:a", default)]).Count);
    }

    [Fact]
    public async Task Reading_while_somebody_learns_never_breaks()
    {
        var counts = new FeatureCounts();
        SpamBaseSet.LearnInto(counts);
        IReadOnlyList<string> spam = SpamFeatures.Of(SpamBaseSet.Samples[0].Sample);
        using var done = new CancellationTokenSource();
        Task[] readers = [.. Enumerable.Range(0, 2).Select(_ => Task.Factory.StartNew(
            () =>
            {
                do
                {
                    Assert.InRange(SpamJudge.Judge(spam, counts).Probability, 0.5, 1);
                    Assert.InRange(counts.All.Sum(c => c.Value.Spam), 1_000, 100_000);
                }
                while (!done.IsCancellationRequested);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default))];
        for (int i = 0; i < 500; i++)
        {
            counts.Learn([.. spam, $"w:nieuw{i}"], isSpam: true);
            Assert.True(counts.Forget([.. spam, $"w:nieuw{i}"], isSpam: true));
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
    }

    private static void LearnAll(FeatureCounts counts, (string[] Features, bool IsSpam)[] examples)
    {
        foreach ((string[] features, bool isSpam) in examples)
        {
            counts.Learn(features, isSpam);
        }
    }

    private static string Shown(FeatureCounts counts) =>
        $"{counts.SpamTotal} {counts.GoodTotal}: {string.Join(", ", counts.All.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {c.Value.Spam}/{c.Value.Good}"))}";
}
