using System.Globalization;

namespace Bijgespijkerd.Text;

/// <summary>What the spam filter looks at: a comment taken apart into features, short strings of which the first letter tells the kind.
/// <list type="table">
/// <item><term><c>w:volgers</c></term><description>a word of the text, folded: lower case, without accents, disguises undone; whole words only, so that <c>specialist</c> shares nothing with <c>cialis</c>; none of the commonest</description></item>
/// <item><term><c>p:goedkope volgers</c></term><description>two words beside each other in a sentence; <c>#</c> is any number</description></item>
/// <item><term><c>q:volgers</c></term><description>a word of a quote, in a text that holds more than quotes: people quote advertisements to laugh at them</description></item>
/// <item><term><c>h:voorbeeld.nl</c>, <c>h:.nl</c></term><description>host of a link or of the website (without <c>www.</c>; of <c>a.b.nl</c> also <c>b.nl</c>), and its last label</description></item>
/// <item><term><c>u:bonus</c></term><description>a word inside such an address</description></item>
/// <item><term><c>l:0</c> <c>l:1</c> <c>l:2</c> <c>l:3+</c></term><description>number of links; <c>l:website</c> one was given with the form; <c>l:none</c> no way is given to reach anybody: no link, website, e-mail address, telephone number or chat service; <c>l:mostly</c> fewer than eight words a link; <c>l:bbcode</c>, <c>l:html</c> a link in a markup that does not work here</description></item>
/// <item><term><c>t:nl</c> <c>t:en</c> <c>t:other</c></term><description>language, guessed by its commonest words; absent when the text is too short to tell</description></item>
/// <item><term><c>f:&lt;2s</c> <c>f:&lt;5s</c> <c>f:&lt;15s</c> <c>f:&lt;60s</c> <c>f:&lt;10m</c> <c>f:10m+</c></term><description>time to fill; absent when unknown</description></item>
/// <item><term><c>n:word jan</c></term><description>a word of the name; <c>n:shop</c> it sells something, <c>n:lower</c> several words without a capital, <c>n:digits</c>, <c>n:address</c>, <c>n:long</c> five words or more</description></item>
/// <item><term><c>c:…</c></term><description>how it is written: <c>c:capitals</c>, <c>c:!</c> (an exclamation mark), <c>c:!!</c>, <c>c:money</c>, <c>c:percent</c>, <c>c:phone</c>, <c>c:email</c>, <c>c:emoji</c>, <c>c:hidden</c> (invisible characters), <c>c:mixed</c> (two scripts in a word), <c>c:spaced</c> (l i k e  t h i s), <c>c:endless</c> (a word beyond 40 letters), <c>c:cyrillic</c>, <c>c:greek</c>, <c>c:arabic</c>, <c>c:asian</c></description></item>
/// </list></summary>
public static class SpamFeatures
{
    /// <summary>Most features of a comment. When a text has more words and pairs, words go before pairs, and what is kept is spread evenly over the text.</summary>
    public const int Most = 400;

    /// <summary>UTF-16 units of a text that are read; a comment that is accepted has at most 10 000 characters.</summary>
    public const int ReadLength = 20_000;

    // Of a name and a website.
    private const int ShortLength = 500;

    private static readonly (double Seconds, string Feature)[] _fillTimes = [(2, "f:<2s"), (5, "f:<5s"), (15, "f:<15s"), (60, "f:<60s"), (600, "f:<10m"), (double.PositiveInfinity, "f:10m+")];

    /// <summary>Takes a comment apart. Linear in the length of the text, whatever it holds; throws for nothing but <see langword="null"/>.</summary>
    /// <param name="sample">The comment.</param>
    /// <returns>Distinct features, at most <see cref="Most"/>, none longer than 100 UTF-16 units, in a fixed order: those of form and links first, then words, then pairs, then quotes.</returns>
    public static IReadOnlyList<string> Of(SpamSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        string typed = Cut(sample.Text, ReadLength);
        LinkScan links = LinkScan.Of(Disguises.Undo(typed));
        links.AddWebsite(Disguises.Undo(Cut(sample.Website, ShortLength)));
        TextWords words = TextWords.Of(links.Rest);

        var features = new FeatureList(Most);
        features.AddAll(NameSigns.Of(Cut(sample.Name, ShortLength)));
        if (sample.FillTime is { } time)
        {
            features.Add(Array.Find(_fillTimes, step => time.TotalSeconds < step.Seconds).Feature ?? _fillTimes[^1].Feature);
        }

        List<string> writing = [.. WritingSigns.Of(typed, words, links.HasEmail)];
        features.AddAll(links.Features(Math.Max(sample.Links, links.Count), words, writing.Contains(WritingSigns.Phone)));
        features.AddAll(writing);
        features.Add(Language.Of(words.All));
        features.Spread(TextWords.Distinct(words.All, "w:"));
        features.Spread(words.Pairs("p:"));
        features.Spread(TextWords.Distinct(words.Quoted, "q:"));
        return features.All;
    }

    internal static string Number(int links) => links >= 3 ? "l:3+" : "l:" + Math.Max(0, links).ToString(CultureInfo.InvariantCulture);

    private static string Cut(string? text, int length) => text is null ? string.Empty : text.Length > length ? text[..length] : text;
}
