using System.Net;
using System.Text.RegularExpressions;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Import.WordPress.Wxr;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Site.Carrying;

namespace Bijgespijkerd.Web.Import.WordPress.Own;

/// <summary>
/// Of a file that this program wrote, what WordPress's format has no place for. Whoever made the file could have made these notes too:
/// they are cleaned and limited like everything else, and say nothing that the rest of the file could not say.
/// </summary>
internal static partial class OwnTexts
{
    private const int HighestNumber = 1_000_000_000;

    /// <summary>The source of the HTML beside it; null when somebody changed that since.</summary>
    public static string? Markdown(string markdown, string fits, string html, int most) =>
        markdown.Length > 0 && fits.Length > 0 && fits == Carried.PrintOf(html) && PlainText.Clean(markdown) is { } clean && clean.Length <= most ? clean : null;

    public static string Fitting(string text, int most) => PlainText.Clean(text) is { } clean && clean.Length <= most ? clean : Excerpt.Of(text, most);

    /// <summary>Null when it is no address of a site; as it was written, also without the slash that ends a host.</summary>
    public static string? Address(string text) => !WebAddress.TryClean(text, out var clean) ? null : clean == text + "/" ? text : clean;

    public static int Number(int number) => Math.Clamp(number, 0, HighestNumber);

    /// <summary>The file says it to the second, in UTC or in the site's zone, and its notes to the millisecond.</summary>
    public static bool IsSame(DateTimeOffset own, DateTimeOffset said, SiteClock clock) =>
        Math.Abs((own - said).TotalDays) < 1 && Second(clock.Local(own)) == Second(clock.Local(said));

    /// <summary>Whom each @naam in the HTML leads to.</summary>
    public static IReadOnlyDictionary<string, string> MentionsIn(string html, IReadOnlyDictionary<long, long> ids)
    {
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match match in Mention().Matches(html))
        {
            var old = WxrFields.NumberIn(match.Groups["id"].Value);
            links[PersonName.Key(WebUtility.HtmlDecode(match.Groups["name"].Value))] = CommentAddress.Permalink(ids.GetValueOrDefault(old, old));
        }

        return links;
    }

    /// <summary>Pictures that are not here stay where they are.</summary>
    public static (string Markdown, IReadOnlyList<string> Elsewhere) WithPictures(string markdown, MediaStore media, string source)
    {
        var elsewhere = new SortedSet<string>(StringComparer.Ordinal);
        var text = Picture().Replace(markdown, match =>
        {
            if (media.Find(match.Value[PictureAddress.Folder.Length..]) is not null)
            {
                return match.Value;
            }

            elsewhere.Add(source + match.Value);
            return source + match.Value;
        });
        return text.Length <= Limits.Article ? (text, [.. elsewhere]) : (markdown, []);
    }

    /// <summary>Null for what is no picture of this site.</summary>
    public static string? PictureHere(string path, MediaStore media) =>
        path.StartsWith(PictureAddress.Folder, StringComparison.Ordinal) && media.Find(path[PictureAddress.Folder.Length..]) is not null ? path : null;

    private static DateTime Second(DateTimeOffset at) => new(at.Year, at.Month, at.Day, at.Hour, at.Minute, at.Second, DateTimeKind.Unspecified);

    [GeneratedRegex(matchTimeoutMilliseconds: 2000, options: RegexOptions.ExplicitCapture, pattern: @"<a href=""[^""<>]{0,300}/reactie/(?<id>[0-9]{1,18})"">@(?<name>[^<]{1,500})</a>")]
    private static partial Regex Mention();

    [GeneratedRegex(matchTimeoutMilliseconds: 2000, options: RegexOptions.ExplicitCapture, pattern: @"(?<![\w.:/-])/media/[0-9a-f]{32}(-[0-9]{1,5}x[0-9]{1,5})?\.[a-z]{3,4}\b")]
    private static partial Regex Picture();
}
