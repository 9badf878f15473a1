using System.Net;
using Bijgespijkerd.Text;

namespace Bijgespijkerd.Web.Import.WordPress.Markup;

/// <summary>A post's content as Markdown.</summary>
/// <param name="LostMarkup">The markup was nested beyond reason: only the words were kept.</param>
public sealed record ConvertedPost(string Markdown, bool LostMarkup);

/// <summary>
/// What WordPress keeps of a post: HTML of which the classic editor left the paragraphs out, to be added when it is shown (wpautop),
/// or HTML of the block editor, between comments that name the blocks.
/// </summary>
public static class ClassicContent
{
    private const string More = "<!--more";
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

        html = html.Replace(NextPage, "\n\n", StringComparison.Ordinal);
        return new ConvertedPost(Markdown(html, isOfBlocks), MarkupDepth.IsTooDeep(html));
    }

    /// <summary>A title, name or excerpt: no markup, and its entities read.</summary>
    public static string Words(string html) =>
        WebUtility.HtmlDecode(MarkupDepth.WithoutTags(PlainText.Clean(html))).Trim();

    private static string Markdown(string html, bool isOfBlocks) =>
        string.Join("\n\n", Blocks(html, Dialect.Article, !isOfBlocks).Select(b => b.Text));

    internal static IReadOnlyList<Block> Blocks(string html, Dialect dialect, bool newlinesCount) => MarkupDepth.IsTooDeep(html)
        ? HtmlToMarkdown.Convert(WebUtility.HtmlEncode(WebUtility.HtmlDecode(MarkupDepth.WithoutTags(html))), dialect, newlinesCount)
        : HtmlToMarkdown.Convert(html, dialect, newlinesCount);
}
