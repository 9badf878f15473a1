using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Bijgespijkerd.Text.Tests;

/// <summary>What may come out, written down a second time and apart from the library, and checked on parsed output.</summary>
internal static partial class ClosedList
{
    private static readonly Dictionary<string, string[]> _comment = Lines(
        "p", "br", "em", "strong", "code class", "pre", "blockquote", "ul", "ol start", "li", "a href rel");

    private static readonly Dictionary<string, string[]> _article = Lines(
        "p class", "br", "hr", "em", "strong", "del", "code class", "pre", "blockquote", "ul", "ol start", "li id",
        "h2 id", "h3 id", "h4 id", "h5 id", "h6 id", "a href title rel id aria-label", "img src srcset sizes alt title width height loading decoding",
        "figure class data-embed data-id", "figcaption", "span", "aside class role aria-label", "div class role aria-label tabindex",
        "table", "thead", "tbody", "tr", "th scope class colspan rowspan", "td class colspan rowspan", "sup", "caption", "tfoot", "dl", "dt", "dd", "details", "summary",
        "ins", "u", "mark", "small", "sub", "kbd", "abbr title", "cite", "q", "section class aria-label", "input type disabled checked aria-label");

    public static void HoldsForComment(string html)
    {
        IElement body = Check(html, _comment);
        Assert.Equal(html, body.InnerHtml);
        Assert.All(body.QuerySelectorAll("[class]"), element => Assert.Matches(Language(), element.GetAttribute("class")!));
        foreach (IElement link in body.QuerySelectorAll("a"))
        {
            string address = link.GetAttribute("href")!;
            Assert.Matches(CommentAddress(), address);
            Assert.Equal(address[0] is '/' or '#' ? null : "nofollow ugc noopener", link.GetAttribute("rel"));
        }
    }

    public static void HoldsForArticle(string html)
    {
        IElement body = Check(html, _article);
        Assert.All(body.QuerySelectorAll("[class]"), element => Assert.Matches(ArticleClass(), element.GetAttribute("class")!));
        foreach (string? address in body.QuerySelectorAll("a[href], img").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")))
        {
            Assert.Matches(ArticleAddress(), address!);
        }

        string[] ids = [.. body.QuerySelectorAll("[id]").Select(element => element.Id!)];
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(body.QuerySelectorAll("input"), box => Assert.True(box.HasAttribute("disabled") && box.GetAttribute("type") == "checkbox" && box.GetAttribute("aria-label")!.Length > 0));
    }

    private static IElement Check(string html, Dictionary<string, string[]> allowed)
    {
        IElement body = new HtmlParser().ParseDocument("<body>" + html).Body!;
        Assert.Empty(body.Owner!.Head!.Children);
        foreach (INode node in body.Descendants())
        {
            string[]? attributes = null;
            bool listed = node is IText || (node is IElement { NamespaceUri: "http://www.w3.org/1999/xhtml" } element
                && allowed.TryGetValue(element.LocalName, out attributes) && element.Attributes.All(attribute => attributes.Contains(attribute.Name, StringComparer.Ordinal)));
            Assert.True(listed, listed ? null : $"{node.NodeType} {node.NodeName} in {html}");
        }

        Assert.Equal(Tag().Count(html), html.Count(unit => unit == '<'));
        Assert.Equal(0, Tag().Matches(html).Sum(Step));
        Assert.DoesNotMatch(Forbidden(), html);
        return body;
    }

    private static int Step(Match tag) => tag.Groups["name"].Value is "br" or "hr" or "img" or "input" ? 0 : tag.Value[1] == '/' ? -1 : 1;

    private static Dictionary<string, string[]> Lines(params string[] lines) =>
        lines.Select(line => line.Split(' ')).ToDictionary(parts => parts[0], parts => parts[1..], StringComparer.Ordinal);

    [GeneratedRegex("^language-[a-z0-9+-]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Language();

    [GeneratedRegex("^(language-[a-z0-9+-]+|tip|tip-kop|table-scroll|embed|noten|rechts|midden)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ArticleClass();

    [GeneratedRegex("^(https?://[a-z0-9]|mailto:.|/[a-z]|#[a-z])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommentAddress();

    [GeneratedRegex("^(https?:|mailto:|[^:]*$|[^:]*[/?#])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ArticleAddress();

    [GeneratedRegex("</?(?<name>[a-z0-9]+)( [a-z-]+=\"[^\"<>]*\")*>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Tag();

    [GeneratedRegex("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Forbidden();
}
