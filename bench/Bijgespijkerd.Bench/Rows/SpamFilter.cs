using System.Globalization;
using Bijgespijkerd.Bench.Report;
using Bijgespijkerd.Bench.Spam;
using Bijgespijkerd.Text;

namespace Bijgespijkerd.Bench.Rows;

/// <summary>How well the local filter tells spam from good comments, and what that costs. The comments are generated: these figures compare
/// one version of the filter with another, they promise nothing about a real site.</summary>
public sealed class SpamFilter(Table table, TextWriter output)
{
    public const string Group = "spam";

    private const double Held = 0.5;
    private const double Spam = 0.9;
    private const ulong TrainingSeed = 20_261;
    private const ulong JudgedSeed = 20_262;
    private const int Training = 1_500;
    private const int Judged = 4_000;
    private const int TimedRounds = 5;

    public void Run()
    {
        var judged = SpamCorpus.Make(JudgedSeed, Judged, withNew: true);
        var counts = new FeatureCounts();
        SpamBaseSet.LearnInto(counts);
        output.WriteLine($"  The comments are generated from templates: learnt {Training} + {Training}, judged {Judged} + {Judged} others, one in {SpamCorpus.NewOneIn} of a theme that was never learnt.");

        // The base set alone has no goal: it is a start.
        Report("base set alone", Judge(judged, counts), hasGoal: false);
        foreach (var example in SpamCorpus.Make(TrainingSeed, Training, withNew: false))
        {
            counts.Learn(SpamFeatures.Of(example.Sample), example.IsSpam);
        }

        Report("trained", Judge(judged, counts), hasGoal: true);
        Time(judged, counts);
    }

    private static IReadOnlyList<(CorpusExample Example, double Probability)> Judge(IReadOnlyList<CorpusExample> examples, FeatureCounts counts) =>
        [.. examples.Select(example => (example, SpamJudge.Judge(SpamFeatures.Of(example.Sample), counts).Probability))];

    private void Report(string what, IReadOnlyList<(CorpusExample Example, double Probability)> judged, bool hasGoal)
    {
        output.WriteLine($"  {what}:                 published    held    spam");
        PrintRow("is spam", judged.Where(j => j.Example.IsSpam));
        PrintRow("is good", judged.Where(j => !j.Example.IsSpam));
        PrintRow("spam, made hard", judged.Where(j => j.Example is { IsSpam: true, IsHard: true }));
        PrintRow("good, made hard", judged.Where(j => j.Example is { IsSpam: false, IsHard: true }));
        PrintRow("spam, new theme", judged.Where(j => j.Example is { IsSpam: true, IsNew: true }));
        PrintRow("good, new theme", judged.Where(j => j.Example is { IsSpam: false, IsNew: true }));

        var (caught, caughtSure) = (Rate(judged, true, Held), Rate(judged, true, Spam));
        var (wrong, wrongSure) = (Rate(judged, false, Held), Rate(judged, false, Spam));
        table.Add(new(Group, $"spam caught, {what}", Percent(caught), null, null, ">= 95 %", hasGoal ? caught >= 95 : null) { Note = $"{Percent(caughtSure)} at {Spam}; generated comments, {Judged} of them" });
        table.Add(new(Group, $"good held, {what}", Percent(wrong), null, null, "<= 0.5 %", hasGoal ? wrong <= 0.5 : null) { Note = $"{Percent(wrongSure)} at {Spam}; generated comments, {Judged} of them" });
    }

    private void PrintRow(string what, IEnumerable<(CorpusExample Example, double Probability)> part)
    {
        var probabilities = part.Select(j => j.Probability).ToList();
        var (published, spam) = (probabilities.Count(p => p < Held), probabilities.Count(p => p >= Spam));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {what,-24} {published,14} {probabilities.Count - published - spam,7} {spam,7}"));
    }

    private void Time(IReadOnlyList<CorpusExample> examples, FeatureCounts counts)
    {
        var times = new List<double>();
        for (var round = 0; round < TimedRounds; round++)
        {
            var since = TimeProvider.System.GetTimestamp();
            Judge(examples, counts);
            times.Add(TimeProvider.System.GetElapsedTime(since).TotalMilliseconds / examples.Count);
        }

        var longest = new SpamSample("Jan", string.Concat(examples.Select(e => e.Sample.Text + "\n"))[..10_000], null, 0, null);
        var start = TimeProvider.System.GetTimestamp();
        Judge([.. Enumerable.Repeat(new CorpusExample(longest, true, false, false), 100)], counts);
        var worst = TimeProvider.System.GetElapsedTime(start).TotalMilliseconds / 100;
        var median = Figures.Median(times);
        table.Add(new(Group, "time to classify", $"{median:0.000} ms", null, null, "< 1 ms", median < 1) { Note = $"median of {TimedRounds} rounds over {examples.Count} comments; {worst:0.000} ms for 10,000 characters" });
    }

    private static double Rate(IReadOnlyList<(CorpusExample Example, double Probability)> judged, bool isSpam, double from)
    {
        var part = judged.Where(j => j.Example.IsSpam == isSpam).ToList();
        return 100.0 * part.Count(j => j.Probability >= from) / part.Count;
    }

    private static string Percent(double rate) => rate.ToString("0.00", CultureInfo.InvariantCulture) + " %";
}
