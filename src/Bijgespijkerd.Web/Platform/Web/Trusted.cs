using Bijgespijkerd.Text;
using Microsoft.AspNetCore.Html;

namespace Bijgespijkerd.Web.Platform.Web;

/// <summary>The one place where text becomes markup without encoding; a house rule counts it.</summary>
public static class Trusted
{
    /// <summary>What a renderer of the text library made.</summary>
    public static IHtmlContent Html(SafeHtml html) => new HtmlString(html.Value);

    /// <summary>JSON whose encoder escapes &lt; &gt; &amp; and the line separators, so that it cannot end its script element.</summary>
    public static IHtmlContent Json(string escapedJson) => new HtmlString(escapedJson);

    /// <summary>A drawing of our own, written in the source.</summary>
    internal static IHtmlContent Drawing(string svg) => new HtmlString(svg);
}
