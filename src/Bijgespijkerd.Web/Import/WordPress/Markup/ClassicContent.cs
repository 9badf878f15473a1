using System.Net;
using System.Text.RegularExpressions;
using Bijgespijkerd.Text;

namespace Bijgespijkerd.Web.Import.WordPress.Markup;

/// <summary>A post's content as Markdown.</summary>
/// <param name="LostMarkup">The markup was nested beyond reason: only the words were kept.</param>
public sealed record ConvertedPost(string Markdown, bool LostMarkup)
{
    /// <summary>Elements that Markdown has no form for, and blocks that a plugin or theme fills; the words of an element came along.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];

    /// <summary>Commands of plugins.</summary>
    public IReadOnlyList<string> Shortcodes { get; init; } = [];

    /// <summary>Addresses of pictures that are not on this site.</summary>
    public IReadOnlyList<string> PicturesElsewhere { get; init; } = [];
}

/// <summary>
/// What WordPress keeps of a post: HTML of which the classic editor left the paragraphs out, to be added when it is shown (wpautop),
/// or HTML of the block editor, between comments that name the blocks.
/// </summary>
public static partial class ClassicContent
{
    private const string More = "<!--more";
    private const int MostNamed = 20;
    private const string NextPage = "<!--nextpage-->";

    public static ConvertedPost Convert(string content)
    {
        var html = PlainText.Clean(content);
        var isOfBlocks = html.Contains("<!-- wp:", StringComparison.Ordinal);
        var more = html.IndexOf(More, StringComparison.Ordinal);
        if (more >= 0 && html.IndexOf("-->", more, StringComparison.Ordinal) is > 0 and var end)
        {
            html = html[..more] + "\n\n" + html[(end + 3)..];
        }

        html = Shortcodes.Expand(html.Replace(NextPage, "\n\n", StringComparison.Ordinal));
        var left = new SortedSet<string>(StringComparer.Ordinal);
        var markdown = string.Join("\n\n", Blocks(html, Dialect.Article, !isOfBlocks, left).Select(b => b.Text));
        if (isOfBlocks)
        {
            left.UnionWith(FilledBlock().Matches(html).Select(m => m.Groups["name"].Value).Where(name => name is not ("more" or "nextpage" or "separator" or "spacer" or "pagebreak")));
        }

        return new ConvertedPost(markdown, MarkupDepth.IsTooDeep(html))
        {
            Left = [.. left.Take(MostNamed)],
            Shortcodes = Shortcodes.LeftIn(html),
            PicturesElsewhere = [.. ForeignPicture().Matches(markdown).Select(m => m.Groups["address"].Value).Distinct(StringComparer.Ordinal).Take(MostNamed)],
        };
    }

    /// <summary>A title, name or excerpt: no markup, and its entities read.</summary>
    public static string Words(string html) =>
        WebUtility.HtmlDecode(MarkupDepth.WithoutTags(PlainText.Clean(html))).Trim();

    /// <param name="left">Takes the names of elements that Markdown has no form for.</param>
    internal static IReadOnlyList<Block> Blocks(string html, Dialect dialect, bool newlinesCount, ISet<string>? left = null) => MarkupDepth.IsTooDeep(html)
        ? HtmlToMarkdown.Convert(WebUtility.HtmlEncode(WebUtility.HtmlDecode(MarkupDepth.WithoutTags(html))), dialect, newlinesCount, left)
        : HtmlToMarkdown.Convert(html, dialect, newlinesCount, left);

    /// <summary>A block without contents of its own: what it shows is made when it is shown.</summary>
    [GeneratedRegex(matchTimeoutMilliseconds: 2000, options: RegexOptions.ExplicitCapture, pattern: @"<!-- wp:(?<name>[a-z][a-z0-9/-]{0,60})[^>]{0,2000}/-->")]
    private static partial Regex FilledBlock();

    [GeneratedRegex(matchTimeoutMilliseconds: 2000, options: RegexOptions.ExplicitCapture, pattern: @"!\[[^\]]{0,2000}\]\(<?(?<address>https?://[^)>\s]{1,500})")]
    private static partial Regex ForeignPicture();
}
