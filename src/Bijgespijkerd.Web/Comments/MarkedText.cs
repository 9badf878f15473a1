using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using Bijgespijkerd.Text;

namespace Bijgespijkerd.Web.Comments;

/// <summary>Marks pieces of what people wrote; whatever is text stays text.</summary>
public static class MarkedText
{
    /// <param name="places">In the order of the text, without overlap.</param>
    public static SafeHtml Of(string text, IReadOnlyList<TextPlace> places)
    {
        var marked = new StringBuilder();
        Append(marked, text, places);
        return new SafeHtml(marked.ToString());
    }

    /// <summary>In rendered HTML: between its tags only, and what stands there is encoded again.</summary>
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
            var text = WebUtility.HtmlDecode(tag < 0 ? rest : rest[..tag]);
            Append(marked, text, PlacesOf(words, text));
            rest = tag < 0 ? "" : rest[tag..];
            var end = rest.IndexOf('>', StringComparison.Ordinal) + 1;
            marked.Append(rest.AsSpan(0, end));
            rest = rest[end..];
        }

        return new SafeHtml(marked.ToString());
    }

    private static void Append(StringBuilder marked, string text, IReadOnlyList<TextPlace> places)
    {
        var at = 0;
        foreach (var place in places)
        {
            marked.Append(HtmlEncoder.Default.Encode(text[at..place.Start])).Append("<mark>")
                .Append(HtmlEncoder.Default.Encode(text.Substring(place.Start, place.Length))).Append("</mark>");
            at = place.Start + place.Length;
        }

        marked.Append(HtmlEncoder.Default.Encode(text[at..]));
    }

    /// <summary>The first that stands there, of several at one place the longest.</summary>
    private static List<TextPlace> PlacesOf(IReadOnlyList<string> words, string text)
    {
        var places = new List<TextPlace>();
        for (var at = 0; at < text.Length; at = places[^1].Start + places[^1].Length)
        {
            var from = at;
            var found = words.Where(w => w.Length > 0).Select(w => new TextPlace(text.IndexOf(w, from, StringComparison.OrdinalIgnoreCase), w.Length))
                .Where(p => p.Start >= 0).OrderBy(p => p.Start).ThenByDescending(p => p.Length).FirstOrDefault();
            if (found.Length == 0)
            {
                break;
            }

            places.Add(found);
        }

        return places;
    }
}
