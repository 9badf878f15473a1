using System.Text.Encodings.Web;
using Bijgespijkerd.Text;
using Microsoft.AspNetCore.Html;

namespace Bijgespijkerd.Web.Filtering;

/// <summary>A text with pieces of it marked; all of it is written as text.</summary>
public sealed class MarkedText(string text, IReadOnlyList<TextPlace> places) : IHtmlContent
{
    public static IHtmlContent Of(string text, IReadOnlyList<TextPlace> places) => new MarkedText(text, places);

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var at = 0;
        foreach (var place in places)
        {
            encoder.Encode(writer, text[at..place.Start]);
            writer.Write("<mark>");
            encoder.Encode(writer, text.Substring(place.Start, place.Length));
            writer.Write("</mark>");
            at = place.Start + place.Length;
        }

        encoder.Encode(writer, text[at..]);
    }
}
