using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bijgespijkerd.Text;

// What only articles hold: headings with ids, figures, films, tips, blocks; tables and footnotes have writers of their own.
internal sealed partial class ArticleWriter : DocumentWriter
{
    private const int MaxBlockPlaces = 50;

    private readonly ArticleSurroundings _surroundings;
    private readonly HeadingIds _ids;
    private readonly Dictionary<string, SafeHtml?> _blocks = new(StringComparer.Ordinal);
    private int _blockPlaces;
    private int _tables;

    public ArticleWriter(MarkupWriter markup, ArticleSurroundings surroundings, MarkdownDocument document)
        : base(markup)
    {
        _surroundings = surroundings;
        _ids = new HeadingIds(document, surroundings.IdPrefix);
    }

    protected override void WriteHeading(HeadingBlock heading)
    {
        Markup.Open(_ids.LevelOf(heading) switch { 2 => "h2", 3 => "h3", 4 => "h4", 5 => "h5", _ => "h6" }, ("id", _ids.Of(heading)));
        WriteInlines(heading.Inline);
        Markup.CloseLine();
        Markup.EndOfBlock();
    }

    protected override void WriteRule(ThematicBreakBlock rule)
    {
        Markup.Empty("hr");
        Markup.NewLine();
    }

    protected override void WriteLink(LinkInline link)
    {
        if (LinkAddress.ForArticle(link.Url) is not { } address)
        {
            WriteInlines(link);
            return;
        }

        WriteLinked(link, ("href", _ids.Follow(address)), ("title", NullIfEmpty(link.Title)), ("rel", RelOf(address)));
    }

    protected override void WriteAutolink(string address, string text)
    {
        if (LinkAddress.ForArticle(address) is not { } clean)
        {
            Markup.Text(text);
            return;
        }

        Markup.Open("a", ("href", clean), ("rel", RelOf(clean)));
        Markup.Text(text);
        Markup.Close();
    }

    protected override void WriteCode(CodeBlock code)
    {
        if (code is FencedCodeBlock { Info: RawMarkup.Info } && RawMarkup.Read(code.Lines.ToString()) is { } parts)
        {
            new RawMarkupWriter(Markup, () => ++_tables).Write(parts);
            return;
        }

        base.WriteCode(code);
    }

    protected override void WriteSoftBreak() => Markup.Break("\n");

    protected override void WriteOther(MarkdownObject node)
    {
        switch (node)
        {
            case CustomContainer tip:
                WriteTip(tip);
                break;
            case BlockPlace place:
                WriteBlockPlace(place.Name);
                break;
            case Table table:
                ArticleTable.Write(Markup, table, ++_tables, WriteInlines);
                break;
            case FootnoteGroup notes:
                FootnoteSection.Write(Markup, notes, _surroundings.IdPrefix, WriteBlocks);
                break;
            case FootnoteLink { IsBackLink: true } back:
                FootnoteSection.WriteBackLink(Markup, back, _surroundings.IdPrefix);
                break;
            case FootnoteLink note when !InLink:
                FootnoteSection.WriteLink(Markup, note, _surroundings.IdPrefix);
                break;
            case TaskList { PreviousSibling: null } task:
                string name = NullIfEmpty(InlineText.OfSiblings(task.NextSibling)) ?? "Taak";
                Markup.Empty("input", ("type", "checkbox"), ("disabled", ""), ("checked", task.Checked ? "" : null), ("aria-label", name));
                break;
            case TaskList inText:
                Markup.Text(inText.Checked ? "[x]" : "[ ]");
                break;
        }
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    internal static string? RelOf(string address) => LinkAddress.IsExternal(address) ? "noopener" : null;

    private void WriteTip(CustomContainer tip)
    {
        // A note, not a landmark: several tips on a page may have the same heading.
        string heading = NullIfEmpty(tip.Arguments) ?? "Tip!";
        Markup.Open("aside", ("class", "tip"), ("role", "note"), ("aria-label", heading));
        Markup.NewLine();
        Markup.Open("p", ("class", "tip-kop"));
        Markup.Text(heading);
        Markup.CloseLine();
        Markup.EndOfBlock();
        WriteBlocks(tip);
        Markup.CloseLine();
    }

    private void WriteBlockPlace(string name)
    {
        if (_surroundings.Block is not { } find || ++_blockPlaces > MaxBlockPlaces)
        {
            return;
        }

        if (!_blocks.TryGetValue(name, out SafeHtml? block))
        {
            block = find(name);
            _blocks.Add(name, block);
        }

        if (block is { } html)
        {
            Markup.Insert(html);
        }
    }
}
