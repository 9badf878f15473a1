using System.Text;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Site;

namespace Bijgespijkerd.Web.Export.WordPress;

/// <summary>Texts as WordPress keeps them.</summary>
internal static class WordPressHtml
{
    private static readonly HashSet<string> InLine = new(StringComparer.Ordinal) { "a", "abbr", "b", "br", "code", "del", "em", "i", "img", "kbd", "mark", "s", "span", "strong", "sub", "sup" };

    /// <summary>With addresses that hold elsewhere. WordPress makes a new line of each line's end in a paragraph: there are none.</summary>
    public static string Of(SafeHtml html, SiteAddress address, string path)
    {
        var text = AbsoluteHtml.Of(html, address, path);
        var (flat, isLiteral) = (new StringBuilder(text.Length), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<')
            {
                isLiteral = text.AsSpan(i).StartsWith("<pre") || (isLiteral && !text.AsSpan(i).StartsWith("</pre"));
            }

            if (text[i] != '\n' || isLiteral)
            {
                flat.Append(text[i]);
            }
            else if (EndsBlock(flat))
            {
                flat.Append('\n');
            }
            else if (flat.Length > 0 && !EndsIn(flat, "<br>"))
            {
                flat.Append(' ');
            }
        }

        return flat.ToString().Trim();
    }

    /// <summary>A name, title or summary: WordPress reads those as HTML too.</summary>
    public static string Words(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static bool EndsBlock(StringBuilder text)
    {
        if (text.Length == 0 || text[^1] != '>')
        {
            return false;
        }

        var start = text.Length - 1;
        while (start > 0 && text[start] != '<')
        {
            start--;
        }

        start += text[start + 1] == '/' ? 2 : 1;
        var end = start;
        while (char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        return !InLine.Contains(text.ToString(start, end - start));
    }

    private static bool EndsIn(StringBuilder text, string end) => text.Length >= end.Length && text.ToString(text.Length - end.Length, end.Length) == end;
}
