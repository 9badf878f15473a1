using System.Text;

namespace Bijgespijkerd.Text;

/// <summary>The readable part of an address: <c>ruimte-voor-ij-en-ae</c>.</summary>
public static class Slug
{
    /// <summary>Most characters of a slug.</summary>
    public const int MaxLength = 80;

    // A title is shorter; what lies beyond never reaches the slug, and normalising it would cost time.
    private const int ReadLength = 1_000;

    /// <summary>Makes a slug: lower-case a-z and 0-9, single hyphens between, accents folded (é→e, ß→ss, ĳ→ij),
    /// apostrophes dropped (foto's→fotos), cut at a word's end (a first word that is too long is cut itself).</summary>
    /// <param name="text">A title or name; only its first 1 000 UTF-16 units count.</param>
    /// <returns>A valid slug, or empty when the text has no Latin letter or digit; the caller then chooses.</returns>
    public static string From(string text)
    {
        string folded = Folding.Fold(text.Length > ReadLength ? text[..ReadLength] : text);
        var slug = new StringBuilder(MaxLength + 1);
        foreach (char unit in folded)
        {
            if (char.IsAsciiLetterLower(unit) || char.IsAsciiDigit(unit))
            {
                slug.Append(unit);
            }
            else if (!JoinsLetters(unit) && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return Cut(slug.ToString().Trim('-'));
    }

    /// <summary>Whether an address part is a slug that <see cref="From"/> could have made.</summary>
    /// <param name="slug">Any string.</param>
    public static bool IsValid(string slug)
    {
        if (slug is null or "" || slug.Length > MaxLength || slug[0] == '-' || slug[^1] == '-')
        {
            return false;
        }

        return slug.All(unit => unit == '-' || char.IsAsciiLetterLower(unit) || char.IsAsciiDigit(unit))
            && !slug.Contains("--", StringComparison.Ordinal);
    }

    // Apostrophes, the soft hyphen, zero-width characters and what marks an accent on its own stand inside a word.
    private static bool JoinsLetters(char unit) =>
        unit is '\'' or '’' or '‘' or '`' or '´' or 'ʼ' or '\u00AD' or >= '\u200B' and <= '\u200D' or '\u2060' or '\uFEFF';

    private static string Cut(string slug)
    {
        if (slug.Length <= MaxLength)
        {
            return slug;
        }

        int end = slug.LastIndexOf('-', MaxLength);
        return end > 0 ? slug[..end] : slug[..MaxLength];
    }
}
