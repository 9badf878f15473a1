using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bijgespijkerd.Text;

// Walks Markdig's tree and writes what both articles and comments may hold. A kind of node that is not named, here or in the
// two writers made from it, writes nothing.
internal abstract partial class DocumentWriter(MarkupWriter markup)
{
    private int _depth;

    protected MarkupWriter Markup { get; } = markup;

    // Whether a link stands around this place; HTML has no links in links.
    protected bool InLink { get; private set; }

    public void WriteBlocks(IEnumerable<Block> blocks)
    {
        Enter();
        foreach (Block block in blocks)
        {
            WriteBlock(block);
        }

        _depth--;
    }

    protected abstract void WriteHeading(HeadingBlock heading);

    protected abstract void WriteRule(ThematicBreakBlock rule);

    protected abstract void WriteLink(LinkInline link);

    protected abstract void WriteImage(LinkInline image);

    protected abstract void WriteAutolink(string address, string text);

    protected abstract void WriteSoftBreak();

    // Blocks and inlines that only one of the two knows.
    protected abstract void WriteOther(MarkdownObject node);

    protected virtual void WriteText(string text) => Markup.Text(text);

    protected virtual void WriteParagraph(ParagraphBlock paragraph) => WriteElement("p", paragraph.Inline);

    protected void WriteElement(string tag, ContainerInline? inlines)
    {
        Markup.Open(tag);
        WriteInlines(inlines);
        Markup.CloseLine();
        Markup.EndOfBlock();
    }

    private void WriteBlock(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                WriteHeading(heading);
                break;
            case ParagraphBlock paragraph:
                WriteParagraph(paragraph);
                break;
            case ListBlock list:
                WriteList(list);
                break;
            case QuoteBlock quote:
                Markup.Open("blockquote");
                Markup.NewLine();
                WriteBlocks(quote);
                Markup.CloseLine();
                break;
            case CodeBlock code:
                WriteCode(code);
                break;
            case ThematicBreakBlock rule:
                WriteRule(rule);
                break;
            default:
                WriteOther(block);
                break;
        }
    }

    private void WriteList(ListBlock list)
    {
        string? start = list.IsOrdered && int.TryParse(list.OrderedStart, out int number) && number != 1
            ? number.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : null;
        Markup.Open(list.IsOrdered ? "ol" : "ul", list.IsOrdered ? [("start", start)] : []);
        Markup.NewLine();
        Enter();
        foreach (Block item in list)
        {
            Markup.Open("li");
            if (list.IsLoose && item is ListItemBlock { Count: > 0 })
            {
                Markup.NewLine();
                WriteBlocks((ListItemBlock)item);
            }
            else
            {
                WriteTight((ListItemBlock)item);
            }

            Markup.CloseLine();
            Markup.EndOfBlock();
        }

        _depth--;
        Markup.CloseLine();
    }

    private void WriteTight(ListItemBlock item)
    {
        for (int i = 0; i < item.Count; i++)
        {
            if (item[i] is not ParagraphBlock paragraph)
            {
                Markup.EndOfBlock();
                Markup.NewLine();
                WriteBlocks([item[i]]);
                continue;
            }

            WriteInlines(paragraph.Inline);
        }
    }

    protected virtual void WriteCode(CodeBlock code)
    {
        Markup.Open("pre");
        Markup.Open("code", ("class", code is FencedCodeBlock fenced ? CodeLanguage.ClassOf(fenced.Info) : null));
        for (int i = 0; i < code.Lines.Count; i++)
        {
            Markup.Text(code.Lines.Lines[i].Slice + "\n");
        }

        Markup.Close();
        Markup.CloseLine();
        Markup.EndOfBlock();
    }

    private void Enter()
    {
        if (++_depth > InlineText.MaxDepth)
        {
            throw new UnfitTextException();
        }
    }
}
