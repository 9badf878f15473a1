using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Accounts;

internal static class LocalPath
{
    /// <summary>Only a path of this site: what another says is not followed.</summary>
    public static string? Of(IUrlHelper url, string? path) => url.IsLocalUrl(path) && !path.Contains('\\', StringComparison.Ordinal) && !path.Any(char.IsControl) ? path : null;
}
