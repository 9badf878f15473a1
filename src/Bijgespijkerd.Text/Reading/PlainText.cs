using System.Text;

namespace Bijgespijkerd.Text;

/// <summary>Typed or imported text made fit to keep.</summary>
public static class PlainText
{
    /// <summary>Removes what no text needs and what deceives: control characters other than line feed and tab,
    /// characters that turn the direction of the text (U+202A–202E, U+2066–2069), lone surrogates and noncharacters U+FFFE/FFFF.</summary>
    /// <param name="text">Any string; <see langword="null"/> counts as empty.</param>
    /// <returns>The text with every line end (CR LF, CR, U+0085) as one line feed; the same instance when nothing had to change.</returns>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        int clean = 0;
        while (clean < text.Length && Takes(text, clean) is > 0 and var units)
        {
            clean += units;
        }

        if (clean == text.Length)
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        kept.Append(text, 0, clean);
        for (int i = clean; i < text.Length;)
        {
            int units = Takes(text, i);
            if (units > 0)
            {
                kept.Append(text, i, units);
                i += units;
                continue;
            }

            if (text[i] is '\r' or '\u0085')
            {
                kept.Append('\n');
                i += text.AsSpan(i).StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1;
                continue;
            }

            i++;
        }

        return kept.ToString();
    }

    internal static bool TurnsDirection(char unit) => unit is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    // How many UTF-16 units may stay at this place: 0, 1, or 2 for a whole surrogate pair.
    private static int Takes(string text, int at)
    {
        char unit = text[at];
        if (unit is '\n' or '\t')
        {
            return 1;
        }

        if (char.IsHighSurrogate(unit))
        {
            return at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 0;
        }

        return char.IsControl(unit) || char.IsLowSurrogate(unit) || TurnsDirection(unit) || unit >= '\uFFFE' ? 0 : 1;
    }
}
