using System.Text;
using AngleSharp.Dom;
using Bijgespijkerd.Text;

namespace Bijgespijkerd.Web.Import.WordPress.Markup;

/// <summary>What Markdown has no form for stays HTML between fences, as far as the site allows it (<see cref="RawMarkup"/>).</summary>
internal static class KeptHtml
{
    private const int MaxDepth = 30;

    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["b"] = "strong",
        ["i"] = "em",
        ["s"] = "del",
        ["strike"] = "del",
        ["tt"] = "code",
        ["samp"] = "code",
        ["h1"] = "h2",
        ["acronym"] = "abbr",
    };

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "p", "h2", "h3", "h4", "h5", "h6", "blockquote", "details", "summary", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
        "hr", "br", "img", "em", "strong", "del", "ins", "u", "mark", "small", "sub", "sup", "code", "kbd", "abbr", "cite", "q", "a",
    };

    /// <summary>Of these the words stay, and where they are blocks a space keeps the words apart.</summary>
    private static readonly HashSet<string> Unwrapped = new(StringComparer.Ordinal)
    {
        "span", "font", "big", "nobr", "time", "label", "var", "dfn", "bdi", "bdo", "wbr", "div", "section", "article", "center", "figure", "figcaption", "address", "colgroup", "col",
    };

    private static readonly string[] Attributes = ["href", "title", "src", "alt", "colspan", "rowspan", "scope", "start"];

    /// <summary>Null when not all of it can stay.</summary>
    public static string? Fence(IElement element)
    {
        var html = new StringBuilder();
        return Write(html, element, 0) && RawMarkup.IsAllowed(html.ToString()) ? HtmlInlines.Fence(html.ToString(), RawMarkup.Info) : null;
    }

    private static bool Write(StringBuilder html, INode node, int depth)
    {
        if (node is IText text)
        {
            html.Append(Escape(text.Data));
            return true;
        }

        if (node is not IElement element)
        {
            return true;
        }

        var name = Renamed.GetValueOrDefault(element.LocalName, element.LocalName);
        if (depth > MaxDepth || (!Kept.Contains(name) && !Unwrapped.Contains(name)))
        {
            return false;
        }

        if (!Kept.Contains(name))
        {
            var apart = HtmlInlines.IsBlock(name) ? " " : "";
            html.Append(apart);
            return WriteChildren(html, element, depth, apart);
        }

        html.Append('<').Append(name);
        foreach (var attribute in Attributes.Where(a => element.GetAttribute(a) is { Length: > 0 }))
        {
            html.Append(' ').Append(attribute).Append("=\"").Append(Escape(element.GetAttribute(attribute)!)).Append('"');
        }

        if (name is "br" or "hr" or "img")
        {
            html.Append(" />");
            return true;
        }

        html.Append('>');
        return WriteChildren(html, element, depth, $"</{name}>");
    }

    private static bool WriteChildren(StringBuilder html, IElement element, int depth, string end)
    {
        foreach (var child in element.ChildNodes)
        {
            if (!Write(html, child, depth + 1))
            {
                return false;
            }
        }

        html.Append(end);
        return true;
    }

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
