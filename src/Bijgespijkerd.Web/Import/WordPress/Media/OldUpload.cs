using System.Text.RegularExpressions;

namespace Bijgespijkerd.Web.Import.WordPress.Media;

/// <summary>A file of the old site's uploads, by an address somebody wrote down.</summary>
/// <param name="Path">Below the uploads folder.</param>
/// <param name="Address">Null when it was written without a host.</param>
public sealed partial record OldUpload(string Path, Uri? Address)
{
    private static readonly string[] Folders = ["/wp-content/uploads/", "/wp-content/blogs.dir/"];

    /// <summary>Null for what is no file of that site.</summary>
    public static OldUpload? Read(string written, Uri? site)
    {
        var folder = Array.Find(Folders, f => written.Contains(f, StringComparison.OrdinalIgnoreCase));
        if (folder is null || !Uri.TryCreate(site ?? new Uri("http://oud.invalid"), written.Trim(), out var address) || address.Scheme is not ("http" or "https") || !IsOf(address, site))
        {
            return null;
        }

        var path = Uri.UnescapeDataString(address.AbsolutePath);
        var at = path.IndexOf(folder, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : new OldUpload(path[(at + folder.Length)..], site is null ? null : address);
    }

    /// <summary>Every address of a file that a text holds, as it is written there.</summary>
    public static IEnumerable<string> WrittenIn(string html) => Written().Matches(html).Select(m => m.Value).Distinct(StringComparer.Ordinal);

    /// <summary>The whole picture first; WordPress writes the name of one of its smaller sizes.</summary>
    public IEnumerable<OldUpload> Candidates()
    {
        var whole = Size().Replace(Path, "");
        if (whole != Path)
        {
            yield return At(whole);
        }

        yield return this;
    }

    public string PathOfWhole => WholeOf(Path);

    /// <summary>The name that all sizes of a picture have in common, the one that WordPress itself made smaller first among them.</summary>
    public static string WholeOf(string path) => Scaled().Replace(Size().Replace(path, ""), "");

    private OldUpload At(string path) => new(path, Address is null ? null : new Uri(Size().Replace(Address.GetLeftPart(UriPartial.Path), "")));

    private static bool IsOf(Uri address, Uri? site) => site is null || Host(address) == Host(site);

    private static string Host(Uri address) => address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..] : address.Host;

    [GeneratedRegex(matchTimeoutMilliseconds: 500, options: RegexOptions.ExplicitCapture, pattern: @"-[0-9]{1,5}x[0-9]{1,5}(?=\.[A-Za-z0-9]{2,5}\z)")]
    private static partial Regex Size();

    [GeneratedRegex(matchTimeoutMilliseconds: 500, options: RegexOptions.ExplicitCapture, pattern: @"-scaled(?=\.[A-Za-z0-9]{2,5}\z)")]
    private static partial Regex Scaled();

    [GeneratedRegex(matchTimeoutMilliseconds: 2000, options: RegexOptions.ExplicitCapture, pattern: @"(?<![\w:/.-])(?:https?:)?(?://[A-Za-z0-9.:-]{1,255})?(?:/[^\s""'<>()\[\]\\]{0,200}?)?/wp-content/(?:uploads|blogs\.dir)/[^\s""'<>()\[\]\\?#,]{1,400}")]
    private static partial Regex Written();
}
