using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.SiteFolder.Format;

/// <summary>The names in the folder. What is in it is told by the files themselves: their names are for people.</summary>
internal static partial class FolderNames
{
    public const int Format = 1;

    public const string ReadMe = "LEESMIJ.md";
    public const string Site = "site.md";
    public const string Settings = "instellingen.md";
    public const string Categories = "onderwerpen.md";
    public const string Tags = "labels.md";
    public const string Rules = "woordregels.md";
    public const string Pictures = "beelden.md";
    public const string Authors = "auteurs";
    public const string Blocks = "blokken";
    public const string Media = "media";
    public const string FormerSlugs = "verwijzingen/artikelen.md";
    public const string FormerTopics = "verwijzingen/onderwerpen.md";
    public const string FormerAuthors = "verwijzingen/auteurs.md";
    public const string OldPosts = "verwijzingen/oude-berichten.md";
    public const string OldAddresses = "verwijzingen/oude-adressen.md";
    public const string Gone = "verwijzingen/verdwenen-reacties.md";

    public const string Extension = ".md";
    public const string Talk = ".reacties.md";
    public const string Newest = ".nieuwste.md";

    /// <summary>Names that some systems keep for their own devices.</summary>
    private static readonly HashSet<string> Devices = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })], StringComparer.Ordinal);

    public static IReadOnlyList<string> Folders { get; } = [Of(PostKind.Article), Of(PostKind.Page), Authors, Blocks, Media, "verwijzingen"];

    public static string Of(PostKind kind) => kind == PostKind.Article ? "artikelen" : "paginas";

    /// <summary>The slug, where every file system takes it; lower case, so that no two are the same somewhere.</summary>
    public static string File(string slug) => Slug.IsValid(slug) && !Devices.Contains(slug)
        ? slug
        : "_" + (Devices.Contains(slug) ? slug : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(slug)))[..16]);

    /// <summary>The names of pictures that a text shows.</summary>
    public static IEnumerable<string> PicturesIn(string? text) => string.IsNullOrEmpty(text) ? [] : Shown().Matches(text).Select(m => m.Value);

    [GeneratedRegex(@"(?<=/media/)[0-9a-f]{32}[-0-9x]{0,12}\.[a-z]{3,4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shown();
}
