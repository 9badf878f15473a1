using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Accounts;

internal static class LocalPath
{
    /// <summary>Only a path of this site, written as a header takes it; null for anything else: what another says is not followed.</summary>
    public static string? Of(IUrlHelper url, string? path)
    {
        if (!url.IsLocalUrl(path) || path.Contains('\\', StringComparison.Ordinal) || path.Any(char.IsControl) || !Uri.TryCreate("http://localhost" + path, UriKind.Absolute, out var address))
        {
            return null;
        }

        // What dots lead to is judged again: "/..//elders" leaves the site.
        var own = address.PathAndQuery + address.Fragment;
        return url.IsLocalUrl(own) ? own : null;
    }
}
