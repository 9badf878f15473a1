using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Bijgespijkerd.Web.Import.WordPress.Media;

namespace Bijgespijkerd.Web.Import.WordPress.Markup;

/// <summary>
/// WordPress's own commands in a text become the HTML that it would show: captions, galleries, films, code. Those of plugins mean nothing
/// here; they stay as they are typed, and are named.
/// </summary>
internal static partial class Shortcodes
{
    private const int MostPictures = 200;

    /// <summary>A gallery names its pictures by number, or is of all that were sent with the post: what those are stands elsewhere in the export.</summary>
    public static string WithGalleries(string html, long post, ImportedPictures pictures) => !Has(html, "[gallery") ? html : Gallery().Replace(html, match =>
    {
        var ids = Numbers().Match(match.Value) is { Success: true } numbers ? numbers.Groups["ids"].Value : null;
        var named = ids?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? pictures.Attachment(number) : null).OfType<OldAttachment>();
        var found = (named ?? pictures.SentWith(post)).Take(MostPictures).ToList();
        return found.Count == 0 ? match.Value : "\n\n" + string.Join("\n\n", found.Select(Picture)) + "\n\n";
    });

    public static string Expand(string html)
    {
        if (!Has(html, "["))
        {
            return html;
        }

        html = Caption().Replace(html, Captioned);
        html = Embed().Replace(html, match => Alone(match.Groups["address"].Value));
        html = Film().Replace(html, FilmAddress);
        html = File().Replace(html, match => Alone(match.Groups["address"].Value));
        return Code().Replace(html, match => $"\n\n<pre>{WebUtility.HtmlEncode(WebUtility.HtmlDecode(match.Groups["code"].Value))}</pre>\n\n");
    }

    /// <summary>Names of commands that are left: with an attribute or an end, which no remark between brackets has.</summary>
    public static IReadOnlyList<string> LeftIn(string html) => !Has(html, "[") ? [] :
        [.. Any().Matches(html).Where(m => m.Groups["end"].Success || m.Groups["attribute"].Success || m.Groups["name"].Value is "gallery" or "playlist").Select(m => m.Groups["name"].Value.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Take(20)];

    private static bool Has(string html, string text) => html.Contains(text, StringComparison.OrdinalIgnoreCase);

    private static string Picture(OldAttachment picture) => new StringBuilder("<img src=\"").Append(WebUtility.HtmlEncode(picture.Address)).Append("\" alt=\"")
        .Append(WebUtility.HtmlEncode(picture.AlternativeText)).Append("\" title=\"").Append(WebUtility.HtmlEncode(picture.Caption)).Append("\">").ToString();

    private static string Captioned(Match match)
    {
        var (inner, told) = (match.Groups["inner"].Value, match.Groups["told"].Value);
        var end = inner.IndexOf('>', Math.Max(0, inner.LastIndexOf("<img", StringComparison.OrdinalIgnoreCase)));
        var link = end < 0 ? -1 : inner.IndexOf("</a>", end, StringComparison.OrdinalIgnoreCase);
        end = link >= 0 && inner[(end + 1)..link].Trim().Length == 0 ? link + 3 : end;
        if (end < 0)
        {
            return match.Value;
        }

        var caption = told.Length > 0 ? told : inner[(end + 1)..].Trim();
        return $"\n\n<figure>{inner[..(end + 1)]}<figcaption>{caption}</figcaption></figure>\n\n";
    }

    private static string FilmAddress(Match match)
    {
        var given = WebUtility.HtmlDecode(match.Groups["address"].Value.Trim(' ', '"', '\'', '='));
        if (given.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            return Alone(given);
        }

        return match.Groups["name"].Value.ToLowerInvariant() switch
        {
            "youtube" when given.Length == 11 => Alone("https://www.youtube.com/watch?v=" + given),
            "vimeo" when given.Length > 0 && given.All(char.IsAsciiDigit) => Alone("https://vimeo.com/" + given),
            _ => match.Value,
        };
    }

    private static string Alone(string address) => $"\n\n{address.Trim()}\n\n";

    [GeneratedRegex(matchTimeoutMilliseconds: 2000, options: RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, pattern: """(?<!\[)\[gallery(?:\s[^\]]{0,3000})?\]""")]
    private static partial Regex Gallery();

    [GeneratedRegex(matchTimeoutMilliseconds: 2000, options: RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, pattern: """\b(?:ids|include)=["']?(?<ids>[0-9, ]{1,2000})""")]
    private static partial Regex Numbers();

    [GeneratedRegex(matchTimeoutMilliseconds: 2000, options: RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, pattern: """(?<!\[)\[(?:wp_)?caption\b(?:[^\]]{0,500}?\bcaption="(?<told>[^"]{0,2000})")?[^\]]{0,500}\](?<inner>(?:(?!\[/?(?:wp_)?caption)[\s\S]){1,5000})\[/(?:wp_)?caption\]""")]
    private static partial Regex Caption();

    [GeneratedRegex(matchTimeoutMilliseconds: 2000, options: RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, pattern: """(?<!\[)\[embed[^\]]{0,200}\]\s*(?<address>https?://[^\s\[<]{1,500})\s*\[/embed\]""")]
    private static partial Regex Embed();

    [GeneratedRegex(matchTimeoutMilliseconds: 2000, options: RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, pattern: """(?<!\[)\[(?<name>youtube|vimeo)(?:\s*=\s*|\s+(?:id=|url=|video=)?|\])(?<address>[^\]\[\s]{1,300})[^\]\[]{0,200}(?:\[/\k<name>)?\]""")]
    private static partial Regex Film();

    [GeneratedRegex(matchTimeoutMilliseconds: 2000, options: RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, pattern: """(?<!\[)\[(?:video|audio)\s[^\]]{0,300}?(?:src|mp4|mp3|ogg|m4a|webm)=["'](?<address>https?://[^"']{1,500})["'][^\]]{0,300}\](?:\[/(?:video|audio)\])?""")]
    private static partial Regex File();

    [GeneratedRegex(matchTimeoutMilliseconds: 2000, options: RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, pattern: """(?<!\[)\[(?<name>sourcecode|code)(?:\s[^\]]{0,300})?\](?<code>(?:(?!\[/\k<name>\])[\s\S]){0,100000})\[/\k<name>\]""")]
    private static partial Regex Code();

    [GeneratedRegex(matchTimeoutMilliseconds: 2000, options: RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, pattern: """(?<!\[)\[(?:(?<end>/)?(?<name>gallery|playlist)|(?<end>/)(?<name>[a-z][a-z0-9_-]{1,40})|(?<name>[a-z][a-z0-9_-]{1,40})(?<attribute>\s+[a-z0-9_-]{1,40}=[^\]]{0,1000}))\](?!\])""")]
    private static partial Regex Any();
}
