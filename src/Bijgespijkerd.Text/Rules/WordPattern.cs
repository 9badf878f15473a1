using System.Globalization;

namespace Bijgespijkerd.Text;

/// <summary>A word, or several in a row, to look for in what people write.</summary>
/// <remarks>A word is a run of letters and digits. Accents and case do not count, invisible characters inside a word neither. Whole words
/// only, so that <c>cialis</c> is not found in <c>specialist</c>; a <c>*</c> stands for any letters and digits, none too, so that
/// <c>*volgers*</c> finds <c>Instagramvolgers</c>.</remarks>
public sealed class WordPattern
{
    /// <summary>Longest pattern in UTF-16 units.</summary>
    public const int MaxLength = 100;

    private const int FewestLetters = 2;

    private readonly string[] _words;

    private WordPattern(string[] words) => _words = words;

    internal string Key => string.Join(' ', _words);

    /// <summary>Reads a pattern.</summary>
    /// <param name="typed">As typed; signs between words count as spaces.</param>
    /// <returns><see langword="null"/> when it is longer than <see cref="MaxLength"/>, or has fewer than two letters or digits beside its stars.</returns>
    public static WordPattern? Parse(string? typed)
    {
        string text = PlainText.Clean(typed);
        if (text.Length > MaxLength)
        {
            return null;
        }

        string[] words = [.. WordsOf(text, withStars: true).Select(w => w.Folded)];
        return words.Sum(w => w.Count(c => c != '*')) < FewestLetters ? null : new WordPattern(words);
    }

    /// <summary>Where it stands in a text.</summary>
    /// <param name="text">The text, as <see cref="WordText.Of"/> reads it.</param>
    /// <returns>Every place, in the order of the text, without overlap; bounds in UTF-16 units of the text that was read.</returns>
    public IReadOnlyList<TextPlace> Find(WordText text)
    {
        List<TextPlace>? found = null;
        IReadOnlyList<TextWord> words = text.Words;
        for (int at = 0; at + _words.Length <= words.Count; at++)
        {
            if (StandsAt(words, at))
            {
                TextWord last = words[at + _words.Length - 1];
                (found ??= []).Add(new TextPlace(words[at].Start, last.Start + last.Length - words[at].Start));
                at += _words.Length - 1;
            }
        }

        return found ?? [];
    }

    internal static List<TextWord> WordsOf(string text, bool withStars)
    {
        var words = new List<TextWord>();
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && IsOfWord(text, i, withStars))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                string folded = Folded(text[start..i]);
                if (folded.Length > 0)
                {
                    words.Add(new TextWord(start, i - start, folded));
                }

                start = -1;
            }
        }

        return words;
    }

    // Two pointers and the last star: at most the product of both lengths, and both are words.
    internal static bool Fits(ReadOnlySpan<char> word, ReadOnlySpan<char> pattern)
    {
        int w = 0, p = 0, star = -1, from = 0;
        while (w < word.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, from) = (p++, w);
            }
            else if (p < pattern.Length && pattern[p] == word[w])
            {
                w++;
                p++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                w = ++from;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].IndexOfAnyExcept('*') < 0;
    }

    private bool StandsAt(IReadOnlyList<TextWord> words, int at)
    {
        for (int i = 0; i < _words.Length; i++)
        {
            if (!Fits(words[at + i].Folded, _words[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOfWord(string text, int at, bool withStars)
    {
        char unit = text[at];
        return char.IsSurrogate(unit) || char.IsLetterOrDigit(unit) || (withStars && unit == '*')
            || CharUnicodeInfo.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;
    }

    private static string Folded(string word)
    {
        string folded = Folding.Fold(word);
        return folded.Any(unit => CharUnicodeInfo.GetUnicodeCategory(unit) == UnicodeCategory.Format)
            ? string.Concat(folded.Where(unit => CharUnicodeInfo.GetUnicodeCategory(unit) != UnicodeCategory.Format))
            : folded;
    }
}

/// <summary>A piece of a text.</summary>
/// <param name="Start">Of its first UTF-16 unit, from 0.</param>
/// <param name="Length">In UTF-16 units.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct TextPlace(int Start, int Length);

/// <summary>A text as the words it is made of, read once for any number of patterns.</summary>
public sealed class WordText
{
    private WordText(IReadOnlyList<TextWord> words) => Words = words;

    internal IReadOnlyList<TextWord> Words { get; }

    /// <summary>Reads a text; linear in its length.</summary>
    /// <param name="text">Any text; places that are found are places in it.</param>
    /// <returns>Its words.</returns>
    public static WordText Of(string? text) => new(string.IsNullOrEmpty(text) ? [] : WordPattern.WordsOf(text, withStars: false));
}

[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct TextWord(int Start, int Length, string Folded);
