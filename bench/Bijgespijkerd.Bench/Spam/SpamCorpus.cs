using System.Globalization;
using System.Text;
using Bijgespijkerd.Bench.Data;
using Bijgespijkerd.Text;

namespace Bijgespijkerd.Bench.Spam;

/// <summary>A generated comment with what it is.</summary>
/// <param name="IsHard">Made to look like the other side: disguised, with a good text beneath, flattering; or talking of spam, money, shops.</param>
/// <param name="IsNew">Of a theme that never occurs in training.</param>
public sealed record CorpusExample(SpamSample Sample, bool IsSpam, bool IsHard, bool IsNew);

/// <summary>Comments made from themes, by seed: the same seed gives the same corpus everywhere.</summary>
public sealed class SpamCorpus
{
    /// <summary>One judged comment in ten has a theme that was kept from training.</summary>
    public const int NewOneIn = 10;

    private static readonly string[] Towns = ["Zwolle", "Gouda", "Breda", "Leeuwarden", "Gent", "Hasselt", "Assen", "Delft"];
    private static readonly string[] Syllables = ["ba", "lo", "ki", "mer", "ton", "sa", "vi", "den", "ru", "pal", "no", "ster"];
    private static readonly string[] Endings = ["test", "example", "invalid"];
    private static readonly string[] EnglishNames = ["Grace", "Owen", "Hannah", "Ben Carter", "Chloe", "Samuel Reed", "Ruth", "Martin Hale"];
    private static readonly string[] HardThemes = ["money nl", "spam talk nl", "business nl", "soft nl", "soft en"];
    private const string Plain = "aeiocs";
    private const string LookAlike = "аеіосѕ";

    private readonly Dice _dice;
    private readonly DutchText _dutch;
    private readonly EnglishText _english;

    private SpamCorpus(ulong seed)
    {
        _dice = new Dice(seed);
        _dutch = new DutchText(_dice);
        _english = new EnglishText(_dice);
    }

    /// <summary>Equally many of both kinds, in a mixed order.</summary>
    /// <param name="withNew">Whether themes that are kept from training occur.</param>
    public static IReadOnlyList<CorpusExample> Make(ulong seed, int each, bool withNew)
    {
        var corpus = new SpamCorpus(seed);
        List<CorpusExample> all =
        [
            .. Enumerable.Range(0, each).Select(_ => corpus.Spam(corpus.ThemeOf(SpamThemes.All, withNew))),
            .. Enumerable.Range(0, each).Select(_ => corpus.Good(corpus.ThemeOf(GoodThemes.All, withNew))),
        ];
        corpus._dice.Shuffle(all);
        return all;
    }

    private Theme ThemeOf(IReadOnlyList<Theme> themes, bool withNew)
    {
        var isNew = withNew && _dice.OneIn(NewOneIn);
        return _dice.Pick([.. themes.Where(t => t.IsNew == isNew)]);
    }

    private CorpusExample Spam(Theme theme)
    {
        var host = Host();
        var text = Text(theme, host);
        var hard = HardThemes.Contains(theme.Name);
        switch (_dice.Next(12))
        {
            case 0:
                (text, hard) = ($"{text}\n\n{Filling(theme, 4 + _dice.Next(20))}", true);
                break;
            case 1:
                (text, hard) = ($"{GoodText()}\n\n{text}", true);
                break;
            case 2:
                (text, hard) = (Disguised(text), true);
                break;
            case 3:
                text = text.ToUpperInvariant();
                break;
        }

        var name = _dice.Next(10) switch { < 5 => Filled(_dice.Pick(theme.NameList), host), < 7 => Filled(_dice.Pick(theme.NameList), host).ToLowerInvariant(), < 8 => _dice.Pick(EnglishNames), _ => _dutch.Name() };
        var website = _dice.OneIn(2) ? $"https://{host}" : null;
        TimeSpan? time = _dice.Next(10) switch { < 5 => null, < 8 => Seconds(0, 4), _ => Seconds(8, 90) };
        return new(Sample(name, text, website, time), true, hard, theme.IsNew);
    }

    private CorpusExample Good(Theme theme)
    {
        var text = Text(theme, Host());
        var hard = HardThemes.Contains(theme.Name);
        switch (_dice.Next(20))
        {
            case < 7:
                text = $"{text}\n\n{Filling(theme, 1 + _dice.Next(6))}";
                break;
            case 7:
                (text, hard) = ($"> {Text(ThemeOf(SpamThemes.All, withNew: false), Host())}\n\n{text}", true);
                break;
            case 8 or 9:
                text = IsEnglish(theme) ? _english.Paragraph(1 + _dice.Next(5)) : _dutch.Comment();
                break;
            case 10:
                text += "!!";
                break;
        }

        var name = theme.NameList.Count > 0 ? Filled(_dice.Pick(theme.NameList), "") : IsEnglish(theme) ? _dice.Pick(EnglishNames) : _dutch.Name();
        name = _dice.Next(10) switch { < 4 => name.Split(' ')[0], 4 => name.ToLowerInvariant(), _ => name };
        var website = _dice.OneIn(8) ? $"https://{Host()}" : null;
        TimeSpan? time = _dice.Next(20) switch { < 7 => null, 7 => Seconds(2, 6), _ => Seconds(12, 500) };
        return new(Sample(name, text, website, time), false, hard, theme.IsNew);
    }

    private string Filling(Theme theme, int sentences) => IsEnglish(theme) ? _english.Paragraph(sentences) : _dutch.Paragraph(sentences);

    private static bool IsEnglish(Theme theme) => theme.Name.EndsWith(" en", StringComparison.Ordinal);

    private string GoodText() => Text(ThemeOf(GoodThemes.All, withNew: false), Host());

    private string Text(Theme theme, string host)
    {
        var text = $"{_dice.Pick(theme.OpeningList)} {_dice.Pick(theme.MiddleList)}{(_dice.OneIn(4) ? " " + _dice.Pick(theme.MiddleList) : "")} {(_dice.OneIn(5) ? "" : _dice.Pick(theme.EndingList))}";
        return Filled(text, host).Trim();
    }

    private string Filled(string text, string host) => text
        .Replace("{n}", (_dice.Next(60) * 5 + 5).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{p}", $"{(_dice.OneIn(2) ? "€ " : "$")}{((_dice.Next(90) + 1) * 10).ToString(CultureInfo.InvariantCulture)}", StringComparison.Ordinal)
        .Replace("{h}", $"https://{host}/{(_dice.OneIn(2) ? _dice.Pick(Syllables) : "")}", StringComparison.Ordinal)
        .Replace("{m}", $"{_dice.Pick(Syllables)}{_dice.Pick(Syllables)}@{host}", StringComparison.Ordinal)
        .Replace("{t}", _dice.Pick(Towns), StringComparison.Ordinal);

    private string Host() => $"{string.Concat(Enumerable.Range(0, 2 + _dice.Next(3)).Select(_ => _dice.Pick(Syllables)))}.{_dice.Pick(Endings)}";

    private TimeSpan Seconds(int least, int most) => TimeSpan.FromMilliseconds((least * 1000) + _dice.Next((most - least) * 1000));

    private string Disguised(string text)
    {
        var disguised = new StringBuilder();
        foreach (var unit in text)
        {
            var at = _dice.OneIn(4) && !text.Contains("://", StringComparison.Ordinal) ? Plain.IndexOf(unit, StringComparison.Ordinal) : -1;
            disguised.Append(at < 0 ? unit : LookAlike[at]);
            if (char.IsLetter(unit) && _dice.OneIn(12))
            {
                disguised.Append('\u200B');
            }
        }

        return disguised.ToString();
    }

    private static SpamSample Sample(string name, string text, string? website, TimeSpan? time) => new(name, text, website, CommentMarkdown.Render(text).Links, time);
}
