using System.Text.RegularExpressions;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Site;

/// <summary>Addresses of this site become absolute: what leaves is read elsewhere. The renderer writes them with double quotes only.</summary>
public static partial class AbsoluteHtml
{
    public static string Of(SafeHtml html, SiteAddress address, string path) => OtherWidths().Replace(html.Value, "${before}")
        .Replace("href=\"/", $"href=\"{address.Root}/", StringComparison.Ordinal)
        .Replace("href=\"#", $"href=\"{address.Absolute(path)}#", StringComparison.Ordinal)
        .Replace("src=\"/", $"src=\"{address.Root}/", StringComparison.Ordinal);

    /// <summary>Elsewhere a picture has one address.</summary>
    [GeneratedRegex("(?<before><img src=\"[^\"<>]*\") srcset=\"[^\"<>]*\" sizes=\"[^\"<>]*\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex OtherWidths();
}
