namespace Bijgespijkerd.Text;

// Markdig takes time that grows faster than the text for some inputs (security.md, D1, D2). This reads the source once, line by
// line, before Markdig sees it, and says whether it is worth reading as Markdown.
internal static class SourceWeight
{
    // Lists and quotes on one line; a person needs four or five.
    private const int MaxContainers = 32;

    // Within a paragraph (lines up to a blank one) the work grows with the square of its special characters: measured with
    // Markdig 1.6.0 about 1.5 ns each, so this is a quarter of a second at worst (12 000 specials together), and 40 ms for a comment of
    // 10 000 characters (5 000 specials).
    private const long MaxWork = 150_000_000;
    private const long LeastWork = 5_000_000;
    private const long WorkPerCharacter = 2_000;

    public static bool IsTooHeavy(string source)
    {
        long maxWork = Math.Min(MaxWork, LeastWork + (WorkPerCharacter * source.Length));
        long work = 0;
        long inParagraph = 0;
        long columns = 0;
        long cells = 0;
        foreach (Range range in source.AsSpan().Split('\n'))
        {
            ReadOnlySpan<char> line = source.AsSpan(range);
            if (!line.ContainsAnyExcept(' ', '\t'))
            {
                work += inParagraph * inParagraph;
                inParagraph = columns = 0;
                continue;
            }

            if (Containers(line) > MaxContainers)
            {
                return true;
            }

            inParagraph += 1 + Specials(line);

            // A table gives every row as many cells as its widest row.
            columns = Math.Max(columns, line.Count('|'));
            cells += columns;
            if (work + (inParagraph * inParagraph) > maxWork || cells > 200 + (8L * source.Length))
            {
                return true;
            }
        }

        return false;
    }

    // Markers of containers at the line's start: > - * + 1. 1) [^x]:
    private static int Containers(ReadOnlySpan<char> line)
    {
        int markers = 0;
        for (int i = 0; i < line.Length; i++)
        {
            char unit = line[i];
            if (unit is ' ' or '\t')
            {
                continue;
            }

            if (unit == '>' || (unit is '-' or '*' or '+' && EndsMarker(line, i + 1)))
            {
                markers++;
            }
            else if (char.IsAsciiDigit(unit))
            {
                int end = i;
                while (end < line.Length && end - i < 9 && char.IsAsciiDigit(line[end]))
                {
                    end++;
                }

                if (end >= line.Length || line[end] is not ('.' or ')') || !EndsMarker(line, end + 1))
                {
                    break;
                }

                markers++;
                i = end;
            }
            else if (unit == '[' && i + 1 < line.Length && line[i + 1] == '^' && line[i..].IndexOf("]:", StringComparison.Ordinal) is > 0 and var label)
            {
                markers++;
                i += label + 1;
            }
            else
            {
                break;
            }
        }

        return markers;
    }

    private static bool EndsMarker(ReadOnlySpan<char> line, int at) => at >= line.Length || line[at] is ' ' or '\t';

    // What begins or may begin an inline element. The beginning of a bare address counts for three: Markdig then walks back over all before it.
    private static int Specials(ReadOnlySpan<char> line)
    {
        int specials = 0;
        foreach (char unit in line)
        {
            specials += unit is '[' or ']' or '(' or '!' or '*' or '_' or '`' or '<' or '&' or '\\' or '|' or '~' ? 1 : 0;
        }

        return specials + (3 * (line.Count("www.") + line.Count("://") + line.Count(":")));
    }
}
