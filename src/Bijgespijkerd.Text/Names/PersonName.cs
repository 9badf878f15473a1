using System.Globalization;
using System.Text;

namespace Bijgespijkerd.Text;

/// <summary>The name somebody gives to stand above a comment.</summary>
public static class PersonName
{
    // Longer than any name that is accepted (100 characters); bounds the cost of normalising.
    private const int ReadLength = 1_000;

    /// <summary>Takes out control, direction and zero-width characters (a joiner inside an emoji stays) and folds white space to single spaces.</summary>
    /// <param name="name">As typed; <see langword="null"/> counts as empty. Its length is for the caller to judge.</param>
    /// <returns>The name on one line, without white space around it; may be empty.</returns>
    public static string Clean(string? name)
    {
        string text = PlainText.Clean(name);
        var kept = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char unit = text[i];
            if (char.IsWhiteSpace(unit))
            {
                if (kept.Length > 0 && kept[^1] != ' ')
                {
                    kept.Append(' ');
                }
            }
            else if (!IsInvisible(unit) || (unit == '\u200D' && JoinsEmoji(kept, text, i)))
            {
                kept.Append(unit);
            }
        }

        return kept.ToString().TrimEnd(' ');
    }

    /// <summary>The form under which two spellings of a name are the same: cleaned, accents folded, lower case.</summary>
    /// <param name="name">A name; only its first 1 000 UTF-16 units count.</param>
    /// <returns>A key for comparison (ordinal); empty for an empty name. Not for display.</returns>
    public static string Key(string name) => Clean(Folding.Fold(Clean(name.Length > ReadLength ? name[..ReadLength] : name)));

    /// <summary>The first letters of the first and the last word, upper case, for an avatar.</summary>
    /// <param name="name">A name.</param>
    /// <returns>One or two text elements (an emoji stays whole); <c>?</c> when there is none.</returns>
    public static string Initials(string name)
    {
        if (IsPlain(name))
        {
            return PlainInitials(name);
        }

        string[] words = Clean(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string first = words.Select(FirstElement).FirstOrDefault(e => e.Length > 0) ?? string.Empty;
        string last = words.Length > 1 ? FirstElement(words[^1]) : string.Empty;
        return first.Length == 0 ? "?" : (first + last).ToUpperInvariant();
    }

    private static bool IsPlain(string name) => name.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0;

    // A page shows hundreds, and nearly all are ASCII: there a character is a text element.
    private static string PlainInitials(string name)
    {
        ReadOnlySpan<char> words = name.AsSpan().Trim(' ');
        int first = FirstLetter(words);
        int lastWord = words.LastIndexOf(' ') + 1;
        int last = lastWord > 0 ? FirstLetter(words[lastWord..]) : -1;
        if (first < 0)
        {
            return "?";
        }

        char initial = char.ToUpperInvariant(words[first]);
        return last < 0 ? initial.ToString() : string.Create(2, (initial, char.ToUpperInvariant(words[lastWord + last])), static (both, from) => (both[0], both[1]) = from);
    }

    private static int FirstLetter(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    // The first text element that begins with a letter, digit or symbol: "(Jan)" gives J.
    private static string FirstElement(string word)
    {
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(word);
        while (elements.MoveNext())
        {
            string element = elements.GetTextElement();
            if (Rune.TryGetRuneAt(element, 0, out Rune rune) && (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol))
            {
                return element;
            }
        }

        return string.Empty;
    }

    private static bool IsInvisible(char unit) =>
        unit is '\u00AD' or '\u034F' or '\u061C' or '\u115F' or '\u1160' or '\u180E' or '\u2028' or '\u2029' or '\u3164' or '\uFEFF' or '\uFFA0'
        || unit is >= '\u200B' and <= '\u200F' or >= '\u2060' and <= '\u206F' or >= '\uFFF9' and <= '\uFFFB';

    private static bool JoinsEmoji(StringBuilder before, string text, int at) =>
        before.Length > 0 && at + 1 < text.Length
        && (char.IsLowSurrogate(before[^1]) || before[^1] == '\uFE0F')
        && (char.IsHighSurrogate(text[at + 1]) || char.GetUnicodeCategory(text[at + 1]) == UnicodeCategory.OtherSymbol);
}
