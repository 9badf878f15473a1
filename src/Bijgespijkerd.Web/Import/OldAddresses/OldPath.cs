using Bijgespijkerd.Web.Platform.Data;

namespace Bijgespijkerd.Web.Import.OldAddresses;

/// <summary>The address of something on the old site, as it is stored and looked for.</summary>
public static class OldPath
{
    /// <summary>Lower case, decoded, without the old site's folder and without a slash at its end; empty when it says nothing.</summary>
    public static string Of(string link, string source)
    {
        if (!Uri.TryCreate(link, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return "";
        }

        var path = Uri.UnescapeDataString(address.AbsolutePath).ToLowerInvariant().TrimEnd('/');
        var folder = FolderOf(source);
        path = folder.Length > 0 && path.StartsWith(folder + "/", StringComparison.Ordinal) ? path[folder.Length..] : path;
        path = path.StartsWith("/index.php/", StringComparison.Ordinal) ? path["/index.php".Length..] : path;
        return path.Length <= Limits.Address && !path.Any(char.IsControl) ? path : "";
    }

    /// <summary>"/blog" of a site at https://voorbeeld.nl/blog.</summary>
    public static string FolderOf(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out var address) ? Uri.UnescapeDataString(address.AbsolutePath).ToLowerInvariant().TrimEnd('/') : "";

    /// <summary>WordPress keeps other scripts percent-encoded.</summary>
    public static string SlugOf(string slug)
    {
        var plain = Uri.UnescapeDataString(slug).ToLowerInvariant();
        return plain.Length <= Limits.Address && !plain.Any(char.IsControl) ? plain : "";
    }
}
