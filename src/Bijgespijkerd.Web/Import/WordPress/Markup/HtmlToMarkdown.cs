using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Bijgespijkerd.Web.Import.WordPress.Markup;

/// <summary>
/// Walks the HTML of a post or comment and writes Markdown: what Markdown has a form for keeps it, the text of everything else stays.
/// No recursion: old posts hold whatever somebody once pasted.
/// </summary>
internal sealed class HtmlToMarkdown
{
    private const int MaxFrames = 16;
    private const string Unwritten = "sub, sup, ins, mark, kbd, abbr";
    private static readonly HtmlParser Parser = new();

    private readonly Dialect _dialect;
    private readonly bool _newlinesCount;
    private readonly Stack<MarkdownFrame> _frames = new();
    private int _tables;

    private readonly ISet<string>? _left;

    private HtmlToMarkdown(Dialect dialect, bool newlinesCount, ISet<string>? left)
    {
        (_dialect, _newlinesCount, _left) = (dialect, newlinesCount, left);
        _frames.Push(new MarkdownFrame(FrameKind.Root, dialect));
    }

    /// <param name="newlinesCount">As in WordPress's classic editor: a blank line is a paragraph, a single one a line break.</param>
    /// <param name="left">Takes the names of elements that Markdown has no form for.</param>
    public static IReadOnlyList<Block> Convert(string html, Dialect dialect, bool newlinesCount, ISet<string>? left = null)
    {
        var converter = new HtmlToMarkdown(dialect, newlinesCount, left);
        if (!html.AsSpan().ContainsAny('<', '&'))
        {
            converter.Flow.Text(OldSmileys.In(html, dialect), newlinesCount);
            return converter.Frame.Blocks();
        }

        using var document = Parser.ParseDocument("");
        var body = document.Body!;
        foreach (var node in Parser.ParseFragment(html, body).ToArray())
        {
            body.AppendChild(node);
        }

        FigureCaptions.Settle(body);
        return converter.Walk(body);
    }

    private MarkdownFrame Frame => _frames.Peek();

    private TextFlow Flow => Frame.Flow;

    private IReadOnlyList<Block> Walk(INode body)
    {
        var path = new Stack<(INode Node, int Child, Action? Leave)>();
        path.Push((body, 0, null));
        while (path.Count > 0)
        {
            var (node, child, leave) = path.Pop();
            if (child == node.ChildNodes.Length)
            {
                leave?.Invoke();
                continue;
            }

            path.Push((node, child + 1, leave));
            var next = node.ChildNodes[child];
            if (next is IText text)
            {
                Flow.Text(OldSmileys.In(text.Data, _dialect), _newlinesCount && _tables == 0);
            }
            else if (next is IElement element && Enter(element, out var after))
            {
                path.Push((element, 0, after));
            }
        }

        return Frame.Blocks();
    }

    /// <summary>False when the element is dealt with and its contents are not to be read.</summary>
    private bool Enter(IElement element, out Action? leave)
    {
        leave = null;
        if (_dialect == Dialect.Article && TryKeep(element))
        {
            return false;
        }

        if (element.LocalName is "video" or "audio" ? SourceOf(element) is null : element.LocalName is "table" or "form" or "object" or "canvas" or "svg" or "math" or "dl" or "details" or "sup" or "sub" or "u" or "ins" or "kbd" or "mark" or "abbr" or "small" or "q" or "cite" or "script" or "style" or "marquee")
        {
            _left?.Add(element.LocalName);
        }

        switch (element.LocalName)
        {
            case "script" or "style" or "head" or "title" or "template":
                return false;
            case "b" or "strong":
                leave = Open(new Mark(MarkKind.Strong));
                return true;
            case "i" or "em":
                leave = Open(new Mark(MarkKind.Emphasis));
                return true;
            case "del" or "s" or "strike" when _dialect == Dialect.Article:
                leave = Open(new Mark(MarkKind.Deleted));
                return true;
            case "a":
                leave = HtmlInlines.Target(element) is { } target ? Open(new Mark(MarkKind.Link, target)) : null;
                return true;
            case "br":
                Flow.Break();
                return false;
            case "img":
                Flow.Raw(HtmlInlines.Picture(element));
                return false;
            case "code" or "tt":
                AddCode(element);
                return false;
            case "iframe" or "embed":
                AddEmbedded(element.GetAttribute("src"));
                return false;
            case "video" or "audio" when SourceOf(element) is { } source:
                AddEmbedded(source);
                return false;
            default:
                return EnterBlock(element, out leave);
        }
    }

    /// <summary>A table becomes one of Markdown where it can; that, and all else that Markdown has no form for, stays HTML where the site can show it.</summary>
    private bool TryKeep(IElement element)
    {
        if (element.LocalName is "sub" or "sup")
        {
            return TryKeepDigits(element);
        }

        var hasNoForm = element.LocalName is "table" or "dl" or "details" || (element.LocalName == "p" && !_newlinesCount && element.QuerySelector(Unwritten) is not null);
        if (!hasNoForm || Frame.Kind == FrameKind.Heading || (PipeTable.Of(element) ?? KeptHtml.Fence(element)) is not { } markdown)
        {
            return false;
        }

        Frame.Add(new Block(BlockKind.Other, markdown));
        return true;
    }

    /// <summary>In running text: m², H₂O.</summary>
    private bool TryKeepDigits(IElement element)
    {
        var digits = element.TextContent.Trim();
        var signs = element.LocalName == "sub" ? "₀₁₂₃₄₅₆₇₈₉" : "⁰¹²³⁴⁵⁶⁷⁸⁹";
        if (digits.Length is 0 or > 4 || !digits.All(char.IsAsciiDigit))
        {
            return false;
        }

        Flow.Text(string.Concat(digits.Select(d => signs[d - '0'])), newlinesCount: false);
        return true;
    }

    private bool EnterBlock(IElement element, out Action? leave)
    {
        leave = null;
        switch (element.LocalName)
        {
            case "hr":
                Frame.Add(new Block(BlockKind.Other, "---"));
                return false;
            case "pre":
                Frame.Add(new Block(BlockKind.Other, HtmlInlines.Fence(HtmlInlines.TextOf(element))));
                return false;
            case "td" or "th":
                Flow.Space();
                return true;
            case "tr":
                Flow.Break();
                return true;
            case "table":
                Flow.Paragraph();
                _tables++;
                leave = () =>
                {
                    _tables--;
                    Flow.Paragraph();
                };
                return true;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                leave = Push(new MarkdownFrame(FrameKind.Heading, _dialect, level: Math.Max(2, element.LocalName[1] - '0')));
                return true;
            case "blockquote":
                leave = Push(new MarkdownFrame(FrameKind.Quote, _dialect));
                return true;
            case "ul" or "ol":
                var start = int.TryParse(element.GetAttribute("start"), out var number) && number is >= 0 and < 1_000_000 ? number : 1;
                leave = Push(new MarkdownFrame(FrameKind.List, _dialect, new MarkdownList(element.LocalName == "ol", start)));
                return true;
            case "li" when Frame.Kind == FrameKind.List:
                leave = Push(new MarkdownFrame(FrameKind.Item, _dialect));
                return true;
            case var name when HtmlInlines.IsBlock(name):
                Flow.Paragraph();
                leave = () => Flow.Paragraph();
                return true;
            default:
                return true;
        }
    }

    private static string? SourceOf(IElement player) => player.GetAttribute("src") ?? player.QuerySelector("source[src]")?.GetAttribute("src");

    private Action? Open(Mark mark)
    {
        var flow = Flow;
        return flow.Open(mark) ? () => flow.Close(mark.Kind) : null;
    }

    /// <summary>Deeper than anybody means, a frame is only a paragraph. A heading holds no blocks.</summary>
    private Action Push(MarkdownFrame frame)
    {
        if (_frames.Count >= MaxFrames || Frame.Kind == FrameKind.Heading)
        {
            Flow.Paragraph();
            return () => Flow.Paragraph();
        }

        _frames.Push(frame);
        return () => _frames.Pop().CloseInto(_frames.Peek());
    }

    private void AddCode(IElement element)
    {
        if (HtmlInlines.Code(HtmlInlines.TextOf(element)) is { } code)
        {
            Flow.Raw(code);
        }
    }

    /// <summary>A player becomes the address of its film, alone on a line: the site shows films itself.</summary>
    private void AddEmbedded(string? source)
    {
        if (HtmlInlines.FilmOrAddress(source) is { } address)
        {
            Flow.Paragraph();
            Flow.Raw(address);
            Flow.Paragraph();
        }
    }
}
