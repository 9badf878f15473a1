using FsCheck;
using FsCheck.Fluent;

namespace Bijgespijkerd.Text.Tests;

public sealed class SpamJudgements
{
    private const double Held = 0.5;

    private static readonly FeatureCounts _base = Base();

    private static readonly string _pasted = string.Join(' ', Enumerable.Repeat("Dank je wel voor dit artikel, ik herken het uit onze eigen winkel en heb het meteen doorgestuurd aan mijn collega’s. Daar ben ik het alleen niet mee eens, want bij ons werkt het andersom.", 12));

    [Fact]
    public void Without_examples_of_both_kinds_nothing_is_known()
    {
        var counts = new FeatureCounts();
        counts.Learn(["w:a"], isSpam: true);
        SpamOpinion opinion = SpamJudge.Judge(["w:a"], counts);
        Assert.Equal(SpamJudge.Prior, opinion.Probability);
        Assert.Empty(opinion.Weights);
    }

    [Fact]
    public void Unknown_words_stay_at_the_prior()
    {
        SpamOpinion opinion = SpamJudge.Judge(["w:xyzzy", "p:xyzzy plugh", "h:nergens.test"], _base);
        Assert.Equal(SpamJudge.Prior, opinion.Probability, 6);
        Assert.InRange(SpamJudge.Prior, 0.001, 0.499);
        Assert.Empty(opinion.Weights);
    }

    [Theory]
    [InlineData(true, "Tuinmeubelen Outlet", "https://tuinmeubelen.test", 1.5, "Geweldig artikel! Bezoek onze website voor tuinmeubelen met hoge korting en gratis verzending: https://tuinmeubelen.test")]
    [InlineData(true, "SEO Company", "https://seo.test", 2.0, "Our SEO company offers dofollow backlinks and guaranteed first page ranking. Get your free audit now https://seo.test")]
    [InlineData(true, "Casino Royal", null, 1.0, "Gratis spins en een bonus van € 100 bij dit online casino, speel nu op https://royal.test")]
    [InlineData(true, "Helena", null, null, "Invest in bitcoin with this expert, I earned $4,000 profit in a week. Contact her on WhatsApp or Telegram today.")]
    [InlineData(true, "insta groei", "https://groei.test", null, "Goedkoop echte Instagram volgers en likes kopen? Bestel direct via https://groei.test")]
    [InlineData(true, "Direct Geld", null, 2.5, "Dringend een lening nodig zonder BKR toetsing? Wij bieden leningen met lage rente, neem contact op per e-mail: geld@krediet.test")]
    [InlineData(false, "Annet", null, 80.0, "Dank voor je uitleg. Ik ga er morgen met mijn collega over praten.")]
    [InlineData(false, "Bob", null, null, "Hoeveel volgers had je toen je begon? Ik zit nu op 120 en vraag me af of het nog zin heeft.")]
    [InlineData(false, "Els", null, null, "Ik krijg zelf ook steeds reclame voor casino’s en leningen onder mijn artikelen. Gek word je ervan.")]
    [InlineData(false, "Ruud", "https://ruud.test", 200.0, "Zie ook https://nl.wikipedia.org/wiki/Sociale_media voor de geschiedenis, daar staat een ander jaartal.")]
    [InlineData(false, "Kate", null, 90.0, "I am not sure about the last paragraph. Have you asked your readers what they think?")]
    [InlineData(false, "Dirk", null, 240.0, "Als specialist in een ziekenhuis mag ik niets over medicijnen plaatsen. Een socialist uit de gemeenteraad vroeg laatst waarom.")]
    public void The_base_set_alone_tells_fresh_examples_apart(bool isSpam, string name, string? website, double? seconds, string text)
    {
        SpamOpinion opinion = Judge(name, website, seconds, text, _base);
        Assert.True(opinion.Probability >= Held == isSpam, Shown(opinion));
    }

    [Fact]
    public void Nearly_all_of_the_base_set_is_told_apart_by_the_rest_of_it()
    {
        FeatureCounts counts = Base();
        int missed = 0;
        foreach (LabelledSample example in SpamBaseSet.Samples)
        {
            IReadOnlyList<string> features = SpamFeatures.Of(example.Sample);
            Assert.True(counts.Forget(features, example.IsSpam));
            bool isHeld = SpamJudge.Judge(features, counts).Probability >= Held;
            counts.Learn(features, example.IsSpam);
            Assert.False(isHeld && !example.IsSpam, example.Sample.Text);
            missed += isHeld == example.IsSpam ? 0 : 1;
        }

        Assert.InRange(missed, 0, 3);
        Assert.InRange(SpamBaseSet.Samples.Count(s => s.IsSpam), 60, 100);
        Assert.InRange(SpamBaseSet.Samples.Count(s => !s.IsSpam), 60, 100);
    }

    [Theory]
    [InlineData("{0}\n\n{1}")]
    [InlineData("{1}\n\n{0}")]
    public void A_good_text_pasted_beside_it_saves_no_advertisement(string together)
    {
        FeatureCounts counts = WithAdvertisements(5);
        Assert.InRange(Judge("Jan", null, null, _pasted, counts).Probability, 0, 0.1);
        SpamOpinion opinion = Judge("Jan", null, null, string.Format(System.Globalization.CultureInfo.InvariantCulture, together, Advertisement(9), _pasted), counts);
        Assert.True(opinion.Probability >= Held, Shown(opinion));
    }

    [Fact]
    public void A_few_wrong_decisions_poison_nothing()
    {
        FeatureCounts counts = WithAdvertisements(10);
        for (int i = 0; i < 3; i++)
        {
            counts.Learn(SpamFeatures.Of(new SpamSample("volgers kopen", Advertisement(i), null, 1, null)), isSpam: false);
            counts.Learn(SpamFeatures.Of(new SpamSample("Truus", "Wat een mooi verhaal, dank je wel.", null, 0, null)), isSpam: true);
        }

        Assert.True(Judge("insta groei", null, null, "Koop nu 400 echte volgers, goedkope prijs en direct geleverd: https://anders.test", counts).Probability >= Held);
        Assert.False(Judge("Gerda", null, null, "Mooi verhaal, en dank voor de uitleg.", counts).Probability >= Held);
    }

    [Fact]
    public void The_explanation_names_the_words_the_strongest_first()
    {
        SpamOpinion opinion = Judge("insta groei", "https://groei.test", null, "Goedkoop echte Instagram volgers en likes kopen? Bestel direct via https://groei.test", WithAdvertisements(5));
        Assert.InRange(opinion.Weights.Count, 3, SpamJudge.MostWeights);
        Assert.Contains(opinion.Weights, w => w.Feature == "w:bestel" && w.Weight > 0);
        Assert.Contains(opinion.Weights, w => w.Feature == "w:echte" && w.Weight > 0);
        Assert.Equal(opinion.Weights.Select(w => Math.Abs(w.Weight)).OrderDescending(), opinion.Weights.Select(w => Math.Abs(w.Weight)));
        Assert.Contains(Judge("Annet", null, 80.0, "Dank voor je uitleg. Ik ga er morgen met mijn collega over praten.", _base).Weights, w => w.Weight < 0);
    }

    [Fact]
    public void The_same_rates_weigh_the_same_whichever_kind_was_learnt_more()
    {
        FeatureCount[] even = [new(10, 10), new(1, 1)];
        Assert.All(even, count => Assert.Empty(SpamJudge.Judge(["w:a"], new FeatureCounts(100, 100, [new("w:a", count)])).Weights));
        Assert.Empty(SpamJudge.Judge(["w:a"], new FeatureCounts(10_000, 100, [new("w:a", new FeatureCount(1_000, 10))])).Weights);

        // Two of ten thousand is no sign of spam when only sixty good ones are known.
        Assert.Empty(SpamJudge.Judge(["w:a"], new FeatureCounts(10_000, 60, [new("w:a", new FeatureCount(2, 0))])).Weights);
    }

    [Fact]
    public void Any_comment_has_a_probability_and_few_features() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(80), Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            var sample = new SpamSample(text ?? "", text + "\u200B https://" + text, text, -1, TimeSpan.MinValue);
            Holds(sample);
        }));

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_input_is_bounded(string piece) =>
        Holds(new SpamSample(Of(piece, 10_000), Of(piece, 10_000), Of(piece, 10_000), int.MaxValue, TimeSpan.MaxValue));

    public static TheoryData<string> Hostile() =>
    [
        "a", " ", "\n", "> ", "a ", "ab ", "http://", "https://a.nl ", "www.", "@", "a@b.c ", "[url=", "<a href=", "\u0301", "\u0301\u0323", "e\u0301", "\uFDFA", "\uD83D", "😀", "\u200B",
        "а1", "a$", "0", "+", "+0-(", "!", "漢字", "א", "\0", "\uFFFE", "q.", "1 ", "' ", "a'",
    ];

    private static void Holds(SpamSample sample)
    {
        IReadOnlyList<string> features = SpamFeatures.Of(sample);
        Assert.InRange(features.Count, 1, SpamFeatures.Most);
        Assert.All(features, feature => Assert.InRange(feature.Length, 3, 100));
        Assert.Equal(features.Count, features.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(features, SpamFeatures.Of(sample));
        SpamOpinion opinion = SpamJudge.Judge(features, _base);
        Assert.True(opinion.Probability is > 0 and < 1);
        Assert.InRange(opinion.Weights.Count, 0, SpamJudge.MostWeights);
    }

    [Fact]
    public void A_long_text_pushes_nothing_out_of_the_form_and_the_links()
    {
        string unknown = string.Join(' ', Enumerable.Range(0, 1_500).Select(i => "woord" + (char)('a' + (i % 26)) + (char)('a' + (i / 26 % 26)) + (char)('a' + (i / 676))));
        IReadOnlyList<string> features = SpamFeatures.Of(new SpamSample("Casino Bonus", unknown + " https://goksite.test", null, 1, TimeSpan.FromSeconds(1)));
        Assert.Equal(SpamFeatures.Most, features.Count);
        Assert.Superset(new HashSet<string>(["h:goksite.test", "l:1", "f:<2s", "n:shop"], StringComparer.Ordinal), features.ToHashSet(StringComparer.Ordinal));

        // Every part of the text is heard.
        int[] quarters = [.. features.Where(f => f.StartsWith("w:woord", StringComparison.Ordinal)).Select(f => unknown.IndexOf(f[2..], StringComparison.Ordinal) * 4 / unknown.Length)];
        Assert.All(Enumerable.Range(0, 4), quarter => Assert.InRange(quarters.Count(q => q == quarter), 80, 120));
    }

    [Fact]
    public void An_example_without_its_head_is_refused()
    {
        Assert.Throws<FormatException>(() => SpamBaseSet.Parse("## maybe | Jan | - | -\ntekst"));
        Assert.Throws<FormatException>(() => SpamBaseSet.Parse("## spam | Jan\ntekst"));
        LabelledSample example = Assert.Single(SpamBaseSet.Parse("voor mensen\n\n## good | Jan | - | 1.5\n\nEen [link](https://a.nl).\n"));
        Assert.Equal(new LabelledSample(new SpamSample("Jan", "Een [link](https://a.nl).", null, 1, TimeSpan.FromSeconds(1.5)), false), example);
    }

    private static string Advertisement(int number) => $"Goedkope volgers kopen? Bestel nu {number}00 echte volgers met korting, direct geleverd: https://volgers{number}.test";

    private static string Of(string piece, int length) => string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1))[..length];

    private static FeatureCounts WithAdvertisements(int number)
    {
        FeatureCounts counts = Base();
        for (int i = 0; i < number; i++)
        {
            counts.Learn(SpamFeatures.Of(new SpamSample("volgers kopen", Advertisement(i), null, 1, null)), isSpam: true);
        }

        return counts;
    }

    private static FeatureCounts Base()
    {
        var counts = new FeatureCounts();
        SpamBaseSet.LearnInto(counts);
        return counts;
    }

    private static SpamOpinion Judge(string name, string? website, double? seconds, string text, FeatureCounts counts) =>
        SpamJudge.Judge(SpamFeatures.Of(new SpamSample(name, text, website, CommentMarkdown.Render(text).Links, seconds is { } s ? TimeSpan.FromSeconds(s) : null)), counts);

    private static string Shown(SpamOpinion opinion) =>
        $"{opinion.Probability:0.00}: {string.Join(", ", opinion.Weights.Select(w => $"{w.Feature} {w.Weight:0.0}"))}";
}
