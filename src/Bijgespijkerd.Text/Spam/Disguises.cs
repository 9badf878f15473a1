using System.Buffers;
using System.Globalization;
using System.Text;

namespace Bijgespijkerd.Text;

// What people do to a word so that a filter does not see it: accents, full-width and mathematical letters (Folding undoes those),
// characters nobody sees inside it, letters of another script that look the same, digits for letters.
internal static class Disguises
{
    // Enough for any spelling; longer rows of marks only cost time (putting them in order is quadratic).
    private const int MarksInARow = 4;

    // Cyrillic and Greek, and the Latin letter that looks like it.
    private const string Foreign = "авекмнорстухіѕјԁһԛԝѵгпαβεικνορτυχγηω";
    private const string Latin = "abekmhopctyxisjdhqwvrnabeikvoptuxynw";

    private const string Digits = "0134578@$";
    private const string Letters = "oieastbas";

    private static readonly SearchValues<char> _foreign = SearchValues.Create(Foreign);
    private static readonly SearchValues<char> _digits = SearchValues.Create(Digits);

    // Lower case, without accents and without what cannot be seen.
    public static string Undo(string text)
    {
        var seen = new StringBuilder(text.Length);
        int marks = 0;
        foreach (char unit in text)
        {
            UnicodeCategory category = char.GetUnicodeCategory(unit);
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark ? marks + 1 : 0;
            if (marks <= MarksInARow && !IsInvisible(unit, category))
            {
                seen.Append(unit);
            }
        }

        return Folding.Fold(seen.ToString());
    }

    // A variation selector is a mark; the joiner inside an emoji is left out as well: no word needs it.
    public static bool IsInvisible(char unit, UnicodeCategory category) =>
        category == UnicodeCategory.Format || unit is '\u034F' or '\u115F' or '\u1160' or '\u3164' or '\uFFA0' or (>= '\uFE00' and <= '\uFE0F');

    // A word in two scripts: the letters that look Latin become Latin. A word wholly in another script stays as it is.
    public static bool IsMixed(ReadOnlySpan<char> word) => word.ContainsAnyInRange('a', 'z') && word.ContainsAny(_foreign);

    public static string ToLatin(ReadOnlySpan<char> word) => Replace(word, Foreign, Latin);

    // "c4sino" -> casino, "v1agra" -> viagra; the digits of "mp3" and "2026" stand at an end and stay.
    public static bool HasDigitsInside(ReadOnlySpan<char> word)
    {
        int digit = word.IndexOfAny(_digits);
        return digit > 0 && digit < word.Length - 1 && char.IsAsciiLetter(word[digit - 1]) && char.IsAsciiLetter(word[digit + 1]);
    }

    public static string ToLetters(ReadOnlySpan<char> word) => Replace(word, Digits, Letters);

    private static string Replace(ReadOnlySpan<char> word, string from, string to)
    {
        var replaced = new StringBuilder(word.Length);
        foreach (char unit in word)
        {
            int at = from.IndexOf(unit, StringComparison.Ordinal);
            replaced.Append(at < 0 ? unit : to[at]);
        }

        return replaced.ToString();
    }
}
