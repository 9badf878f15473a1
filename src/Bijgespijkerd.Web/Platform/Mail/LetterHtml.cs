using System.Net;
using System.Text;

namespace Bijgespijkerd.Web.Platform.Mail;

/// <summary>The HTML part of a letter: its text in paragraphs, quotes and links, with nothing to fetch and nothing that tells it was read.</summary>
internal static class LetterHtml
{
    public static string Of(string text)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\"><title></title></head>\n<body style=\"font-family:sans-serif;line-height:1.5\">\n");
        foreach (var block in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = block.Trim('\n').Split('\n');
            var isQuote = Array.TrueForAll(lines, line => line.StartsWith('>'));
            html.Append(isQuote ? "<blockquote style=\"margin:0;padding-left:1em;border-left:3px solid #999\">" : "<p>");
            html.AppendJoin("<br>\n", lines.Select(line => Line(isQuote ? line[1..].TrimStart() : line)));
            html.Append(isQuote ? "</blockquote>\n" : "</p>\n");
        }

        return html.Append("</body></html>\n").ToString();
    }

    /// <summary>An address that is a line of its own is a link; what stands in somebody's words stays words.</summary>
    private static string Line(string line)
    {
        var safe = WebUtility.HtmlEncode(line);
        return line.StartsWith("http", StringComparison.Ordinal) && !line.Contains(' ', StringComparison.Ordinal) && Uri.TryCreate(line, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? $"<a href=\"{safe}\">{safe}</a>"
            : safe;
    }
}
