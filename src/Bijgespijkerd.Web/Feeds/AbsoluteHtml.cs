using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Feeds;

/// <summary>Addresses of this site become absolute: a feed is read elsewhere. The renderer writes them with double quotes only.</summary>
public static class AbsoluteHtml
{
    public static string Of(SafeHtml html, SiteAddress address, string path) => html.Value
        .Replace("href=\"/", $"href=\"{address.Root}/", StringComparison.Ordinal)
        .Replace("href=\"#", $"href=\"{address.Absolute(path)}#", StringComparison.Ordinal)
        .Replace("src=\"/", $"src=\"{address.Root}/", StringComparison.Ordinal);
}
