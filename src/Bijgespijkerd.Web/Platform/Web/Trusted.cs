using Bijgespijkerd.Text;
using Microsoft.AspNetCore.Html;

namespace Bijgespijkerd.Web.Platform.Web;

/// <summary>The one place where text becomes markup without encoding; a house rule counts it.</summary>
public static class Trusted
{
    /// <summary>What a renderer of the text library made.</summary>
    public static IHtmlContent Html(SafeHtml html) => new HtmlString(html.Value);

    /// <summary>A drawing of our own, written in the source.</summary>
    internal static IHtmlContent Drawing(string svg) => new HtmlString(svg);
}
