using System.Globalization;
using System.Text;

namespace Bijgespijkerd.Text;

/// <summary>An example with what was decided about it.</summary>
/// <param name="Sample">The comment.</param>
/// <param name="IsSpam">Whether it is spam.</param>
public sealed record LabelledSample(SpamSample Sample, bool IsSpam);

/// <summary>With what the filter starts: a small Dutch and English set of comments, written for this project. It weighs as much as as many decisions of a
/// moderator, so that it fades as those come in.</summary>
public static class SpamBaseSet
{
    private const string Resource = "SpamBaseSet.txt";
    private const string Nothing = "-";

    private static readonly Lazy<IReadOnlyList<LabelledSample>> _samples = new(() => Parse(Read()));

    /// <summary>The examples, in the order of the file; read once.</summary>
    public static IReadOnlyList<LabelledSample> Samples => _samples.Value;

    /// <summary>Learns every example, as if somebody had decided about each of them.</summary>
    /// <param name="counts">What to add them to.</param>
    public static void LearnInto(FeatureCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        foreach (LabelledSample example in Samples)
        {
            counts.Learn(SpamFeatures.Of(example.Sample), example.IsSpam);
        }
    }

    /// <summary>Reads examples as the file of the base set holds them: a line <c>## spam | name | website | seconds</c> (or <c>good</c>; <c>-</c> for no website and for a
    /// time that is not known), then the text as typed, up to the next such line. What stands before the first is for people.</summary>
    /// <param name="file">The whole file, with line feeds.</param>
    /// <returns>The examples in their order.</returns>
    /// <exception cref="FormatException">A line that begins with <c>## </c> is no such head, or its seconds are no number.</exception>
    public static IReadOnlyList<LabelledSample> Parse(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var samples = new List<LabelledSample>();
        foreach (string part in ("\n" + file).Split("\n## ").Skip(1))
        {
            string[] both = part.Split('\n', 2);
            if (both.Length != 2 || both[0].Split('|', StringSplitOptions.TrimEntries) is not [("spam" or "good") and var kind, var name, var website, var seconds])
            {
                throw new FormatException($"Not an example: {both[0]}");
            }

            TimeSpan? time = seconds == Nothing ? null : TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture));
            string text = both[1].Trim();
            samples.Add(new LabelledSample(new SpamSample(name, text, website == Nothing ? null : website, CommentMarkdown.Render(text).Links, time), kind == "spam"));
        }

        return samples;
    }

    private static string Read()
    {
        using Stream stream = typeof(SpamBaseSet).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
