using System.Text;

namespace Bijgespijkerd.Web.Import.WordPress.Markup;

internal enum FrameKind
{
    Root,
    Quote,
    Item,
    List,
    Heading,
}

/// <summary>An element that holds blocks, while it is read.</summary>
internal sealed class MarkdownFrame(FrameKind kind, Dialect dialect, MarkdownList? list = null, int level = 0)
{
    private readonly List<Block> _blocks = [];
    private char _lastSign = '*';

    public FrameKind Kind => kind;

    public TextFlow Flow { get; } = new();

    public void Add(Block block)
    {
        EndFlow();
        Keep(block);
    }

    public void Add(MarkdownList inner)
    {
        EndFlow();
        _lastSign = _blocks is [.., var last] && last.Kind == inner.Kind && _lastSign == '-' ? '*' : '-';
        Keep(inner.ToBlock(_lastSign));
    }

    /// <summary>Puts what this frame holds where it belongs in the one around it.</summary>
    public void CloseInto(MarkdownFrame outer)
    {
        EndFlow();
        switch (kind)
        {
            case FrameKind.Item:
                outer.AddItem(_blocks);
                break;
            case FrameKind.List when !list!.IsEmpty:
                outer.Add(list);
                break;
            case FrameKind.Quote when _blocks.Count > 0:
                outer.Add(new Block(BlockKind.Other, string.Join('\n', Markdown().Split('\n').Select(line => line.Length > 0 ? "> " + line : ">"))));
                break;
            case FrameKind.Heading when _blocks.Count > 0:
                outer.Add(new Block(BlockKind.Other, new string('#', level) + " " + Markdown()));
                break;
        }
    }

    public IReadOnlyList<Block> Blocks()
    {
        EndFlow();
        return _blocks;
    }

    private string Markdown() => string.Join("\n\n", _blocks.Select(b => b.Text));

    private void AddItem(List<Block> item)
    {
        EndFlow();
        list!.Add(item);
    }

    private void Keep(Block block)
    {
        if (kind == FrameKind.List)
        {
            list!.Append(block);
            return;
        }

        _blocks.Add(block);
    }

    private void EndFlow()
    {
        var lines = Flow.Take();
        if (lines.Count == 0)
        {
            return;
        }

        if (kind != FrameKind.Heading)
        {
            foreach (var block in new FlowBlocks(lines, dialect).All())
            {
                Keep(block);
            }

            _lastSign = '-';
            return;
        }

        var heading = new StringBuilder();
        foreach (var line in lines)
        {
            heading.Append(heading.Length > 0 ? " " : "").Append(line.ToMarkdown(dialect));
        }

        // Closing signs would be taken for decoration.
        if (heading[^1] == '#')
        {
            heading.Insert(heading.Length - 1, '\\');
        }

        _blocks.Add(new Block(BlockKind.Paragraph, heading.ToString()));
    }
}
