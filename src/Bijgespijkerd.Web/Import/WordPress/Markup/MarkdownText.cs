using System.Text;

namespace Bijgespijkerd.Web.Import.WordPress.Markup;

/// <summary>Writes plain text so that Markdown shows it as it is: what would be markup gets a backslash, and nothing else does.</summary>
internal static class MarkdownText
{
    /// <param name="before">The character before this text on its line; a line feed at the beginning.</param>
    public static void Append(StringBuilder to, string text, char before, Dialect dialect, bool isInLink)
    {
        var at = before == '\n' ? AppendStart(to, text, dialect) : 0;
        while (at < text.Length)
        {
            var previous = at > 0 ? text[at - 1] : before;
            if (!isInLink && !char.IsLetterOrDigit(previous) && BareAddress.LengthAt(text, at) is > 0 and var length)
            {
                to.Append(BareAddress.Write(text.Substring(at, length)));
                at += length;
                continue;
            }

            if (NeedsBackslash(text, at, previous, dialect))
            {
                to.Append('\\');
            }

            to.Append(text[at++]);
        }
    }

    /// <summary>What begins a block only at the beginning of a line. Returns how much of the text was written.</summary>
    private static int AppendStart(StringBuilder to, string text, Dialect dialect)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is > 0 and <= 9 && digits < text.Length && text[digits] is '.' or ')' && EndsMarker(text, digits + 1))
        {
            to.Append(text, 0, digits).Append('\\').Append(text[digits]);
            return digits + 1;
        }

        var opens = text.Length > 0 && text[0] switch
        {
            '>' => true,
            '#' => EndsMarker(text, text.TakeWhile(c => c == '#').Count()),
            '-' or '+' => EndsMarker(text, 1) || text.All(c => c is '-' or ' '),
            '=' => text.All(c => c is '=' or ' '),
            '~' => text.StartsWith("~~~", StringComparison.Ordinal),
            ':' => dialect == Dialect.Article && text.StartsWith(":::", StringComparison.Ordinal),
            _ => false,
        };
        if (opens)
        {
            to.Append('\\').Append(text[0]);
        }

        return opens ? 1 : 0;
    }

    private static bool EndsMarker(string text, int at) => at >= text.Length || text[at] is ' ' or '\t';

    private static bool NeedsBackslash(string text, int at, char previous, Dialect dialect)
    {
        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        return text[at] switch
        {
            '\\' or '`' or '*' or '[' or ']' => true,
            '_' => !(char.IsLetterOrDigit(previous) && char.IsLetterOrDigit(next)),
            '<' => char.IsAsciiLetter(next) || next is '/' or '!' or '?',
            '&' => IsEntity(text, at),
            '|' or '~' => dialect == Dialect.Article,
            _ => false,
        };
    }

    private static bool IsEntity(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && end - at < 40 && (char.IsAsciiLetterOrDigit(text[end]) || (text[end] == '#' && end == at + 1)))
        {
            end++;
        }

        return end < text.Length && text[end] == ';' && end > at + 1;
    }
}
