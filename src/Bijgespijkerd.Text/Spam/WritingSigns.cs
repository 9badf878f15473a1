using System.Globalization;

namespace Bijgespijkerd.Text;

// How a text is written, apart from its words.
internal static class WritingSigns
{
    public const string Phone = "c:phone";

    private const int FewestLetters = 20;
    private const int FewestForeign = 3;
    private const int ManyEmoji = 3;
    private const int PhoneDigits = 9;

    public static IEnumerable<string> Of(string typed, TextWords words, bool hasEmail)
    {
        Tally tally = Count(typed);
        (string Feature, bool Holds)[] signs =
        [
            ("c:capitals", tally.Letters >= FewestLetters && tally.Capitals * 10 > tally.Letters * 4),
            ("c:!", tally.Shouts == 1),
            ("c:!!", tally.Shouts > 1),
            ("c:money", tally.HasMoney),
            ("c:percent", tally.HasPercent),
            (Phone, tally.HasPhone),
            ("c:email", hasEmail),
            ("c:emoji", tally.Emoji >= ManyEmoji),
            ("c:hidden", tally.HasHidden),
            ("c:mixed", words.HasMixed),
            ("c:spaced", words.HasSpaced),
            ("c:endless", words.HasEndless),
            ("c:cyrillic", tally.Cyrillic >= FewestForeign),
            ("c:greek", tally.Greek >= FewestForeign),
            ("c:arabic", tally.Arabic >= FewestForeign),
            ("c:asian", tally.Asian >= FewestForeign),
        ];
        return signs.Where(sign => sign.Holds).Select(sign => sign.Feature);
    }

    private static Tally Count(string typed)
    {
        var tally = new Tally();
        int digits = 0;
        for (int i = 0; i < typed.Length; i++)
        {
            char unit = typed[i];
            UnicodeCategory category = char.GetUnicodeCategory(unit);
            char next = i + 1 < typed.Length ? typed[i + 1] : ' ';
            if (char.IsLetter(unit))
            {
                tally.Letters++;
                tally.Capitals += category == UnicodeCategory.UppercaseLetter ? 1 : 0;
                CountScript(tally, unit);
            }

            tally.Shouts += unit is '!' or '！' ? 1 : 0;
            tally.HasMoney |= unit is '$' or '€' or '£' && (char.IsAsciiDigit(next) || next == ' ');
            tally.HasPercent |= char.IsAsciiDigit(unit) && next == '%';
            tally.HasHidden |= unit is not ('\u200D' or '\uFEFF') && !(unit is >= '\uFE00' and <= '\uFE0F') && Disguises.IsInvisible(unit, category);
            tally.Emoji += unit is >= '\uD83C' and <= '\uD83E' or >= '\u2600' and <= '\u27BF' ? 1 : 0;
            digits = DigitsOfPhone(digits, i > 0 ? typed[i - 1] : ' ', unit, next);
            tally.HasPhone |= digits >= PhoneDigits;
        }

        return tally;
    }

    // A number to call begins with a plus or a zero; a date or an amount does not.
    private static int DigitsOfPhone(int digits, char previous, char unit, char next) => unit switch
    {
        '+' => 1,
        >= '0' and <= '9' => digits > 0 || (unit == '0' && !char.IsAsciiDigit(previous)) ? digits + 1 : 0,
        ' ' or '-' or '(' or ')' when digits > 0 && IsPhonePart(next) => digits,
        _ => 0,
    };

    private static bool IsPhonePart(char unit) => char.IsAsciiDigit(unit) || unit is ' ' or '-' or '(' or ')';

    private static void CountScript(Tally tally, char letter)
    {
        switch (letter)
        {
            case >= '\u0400' and <= '\u052F':
                tally.Cyrillic++;
                break;
            case >= '\u0370' and <= '\u03FF':
                tally.Greek++;
                break;
            case >= '\u0590' and <= '\u08FF':
                tally.Arabic++;
                break;
            case >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF':
                tally.Asian++;
                break;
        }
    }

    private sealed class Tally
    {
        public int Letters { get; set; }

        public int Capitals { get; set; }

        public int Shouts { get; set; }

        public int Emoji { get; set; }

        public int Cyrillic { get; set; }

        public int Greek { get; set; }

        public int Arabic { get; set; }

        public int Asian { get; set; }

        public bool HasMoney { get; set; }

        public bool HasPercent { get; set; }

        public bool HasPhone { get; set; }

        public bool HasHidden { get; set; }
    }
}
