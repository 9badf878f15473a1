using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using Bijgespijkerd.Text;

namespace Bijgespijkerd.Web.Moderation.Queue;

/// <summary>Marks words in rendered HTML: between its tags only, and what stands there is encoded again.</summary>
public static class MarkedText
{
    public static SafeHtml In(SafeHtml html, IReadOnlyList<string> words)
    {
        if (words.Count == 0)
        {
            return html;
        }

        var marked = new StringBuilder();
        var rest = html.ToString();
        while (rest.Length > 0)
        {
            var tag = rest.IndexOf('<', StringComparison.Ordinal);
            Mark(marked, WebUtility.HtmlDecode(tag < 0 ? rest : rest[..tag]), words);
            rest = tag < 0 ? "" : rest[tag..];
            var end = rest.IndexOf('>', StringComparison.Ordinal) + 1;
            marked.Append(rest.AsSpan(0, end));
            rest = rest[end..];
        }

        return new SafeHtml(marked.ToString());
    }

    private static void Mark(StringBuilder marked, string text, IReadOnlyList<string> words)
    {
        var at = 0;
        while (at < text.Length)
        {
            var (index, length) = words.Select(w => (Index: text.IndexOf(w, at, StringComparison.OrdinalIgnoreCase), w.Length))
                .Where(f => f.Index >= 0).OrderBy(f => f.Index).ThenByDescending(f => f.Length).FirstOrDefault((Index: text.Length, Length: 0));
            marked.Append(HtmlEncoder.Default.Encode(text[at..index]));
            if (length > 0)
            {
                marked.Append("<mark>").Append(HtmlEncoder.Default.Encode(text.Substring(index, length))).Append("</mark>");
            }

            at = index + length;
        }
    }
}
