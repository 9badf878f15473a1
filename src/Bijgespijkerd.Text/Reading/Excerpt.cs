using System.Text;

namespace Bijgespijkerd.Text;

/// <summary>The beginning of a text, for lists, feeds and descriptions.</summary>
public static class Excerpt
{
    private const char Ellipsis = '…';

    /// <summary>The text on one line, cut at a word's end with an ellipsis when it is too long.</summary>
    /// <param name="plainText">Text without markup; runs of white space count as one space.</param>
    /// <param name="maxLength">Most UTF-16 units of the result, the ellipsis included.</param>
    /// <returns>At most <paramref name="maxLength"/> units, never half a surrogate pair; empty when there is no room.
    /// A first word that does not fit is cut.</returns>
    public static string Of(string plainText, int maxLength)
    {
        if (maxLength < 1)
        {
            return string.Empty;
        }

        string line = OneLine(plainText, (long)maxLength + 1);
        if (line.Length <= maxLength)
        {
            return line;
        }

        int room = maxLength - 1;
        int end = line[room] == ' ' ? room : line.LastIndexOf(' ', room);
        if (end <= 0)
        {
            end = room > 0 && char.IsHighSurrogate(line[room - 1]) ? room - 1 : room;
        }

        return line[..end].TrimEnd(' ', ',', ';', ':', '-', '–', '(') + Ellipsis;
    }

    // Reads no further than needed: an excerpt of a long article costs as much as one of a short article.
    private static string OneLine(string text, long enough)
    {
        var line = new StringBuilder();
        foreach (char unit in text)
        {
            if (!char.IsWhiteSpace(unit))
            {
                line.Append(unit);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }

            if (line.Length > enough)
            {
                return line.ToString();
            }
        }

        return line.ToString().TrimEnd(' ');
    }
}
