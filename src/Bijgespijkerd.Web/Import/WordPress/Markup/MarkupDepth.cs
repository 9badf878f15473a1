using System.Text;

namespace Bijgespijkerd.Web.Import.WordPress.Markup;

/// <summary>
/// An HTML parser follows the standard even where that takes a square of the time or of the memory: elements nested thousands deep, or
/// hundreds of open formatting elements that every paragraph begins anew. No person writes those; of such a text only the words are kept.
/// </summary>
internal static class MarkupDepth
{
    private const int Most = 200;

    public static bool IsTooDeep(string html)
    {
        var depth = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (html[at + 1] == '/')
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (char.IsAsciiLetter(html[at + 1]) && !EndsItself(html, at + 1) && ++depth > Most)
            {
                return true;
            }
        }

        return false;
    }

    public static string WithoutTags(string html)
    {
        var text = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length;)
        {
            var isTag = html[at] == '<' && at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!');
            var end = isTag ? html.IndexOf('>', at) : -1;
            if (end > 0)
            {
                text.Append(StandsInText(html, at + 1) ? "" : " ");
                at = end + 1;
                continue;
            }

            text.Append(html[at++]);
        }

        return text.ToString();
    }

    /// <summary>Elements that hold nothing, or that the next of their kind ends.</summary>
    private static bool EndsItself(string html, int at) =>
        Name(html, at) is "br" or "img" or "hr" or "p" or "li" or "td" or "th" or "tr" or "dt" or "dd" or "input" or "param" or "embed" or "wbr" or "col" or "source";

    private static bool StandsInText(string html, int at) => Name(html, html[at] == '/' ? at + 1 : at)
        is "a" or "abbr" or "b" or "big" or "cite" or "code" or "del" or "em" or "font" or "i" or "ins" or "q" or "s" or "small" or "span" or "strike" or "strong" or "sub" or "sup" or "u";

    private static string Name(string html, int at)
    {
        var end = at;
        while (end < html.Length && end - at < 10 && char.IsAsciiLetterOrDigit(html[end]))
        {
            end++;
        }

        return html[at..end].ToLowerInvariant();
    }
}
