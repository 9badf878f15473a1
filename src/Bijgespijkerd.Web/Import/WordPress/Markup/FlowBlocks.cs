using System.Text;

namespace Bijgespijkerd.Web.Import.WordPress.Markup;

internal enum BlockKind
{
    Paragraph,
    Bullets,
    Numbers,
    Other,
}

/// <summary>A block of Markdown, and whether its items stand apart.</summary>
internal sealed record Block(BlockKind Kind, string Text);

/// <summary>Makes paragraphs of lines, and lists of those lines that people typed as lists.</summary>
internal sealed class FlowBlocks(IReadOnlyList<Line> lines, Dialect dialect)
{
    private readonly ListMarker?[] _markers = [.. lines.Select(l => ListMarker.Of(l))];

    public IEnumerable<Block> All()
    {
        var nextMarked = NextMarked();
        var paragraph = new List<Line>();
        for (var i = 0; i < lines.Count;)
        {
            var items = _markers[i] is { } marker ? Items(i, marker, nextMarked) : [];
            if (items.Count == 0)
            {
                if (lines[i].AfterBlank && paragraph.Count > 0)
                {
                    yield return Paragraph(paragraph);
                }

                paragraph.Add(lines[i++]);
                continue;
            }

            if (paragraph.Count > 0)
            {
                yield return Paragraph(paragraph);
            }

            yield return List(items, _markers[i]!.Value, i);
            i += items.Sum(item => item.Count);
        }

        if (paragraph.Count > 0)
        {
            yield return Paragraph(paragraph);
        }
    }

    /// <summary>The lines of each item from here on; none when this is no list after all.</summary>
    private List<List<Line>> Items(int from, ListMarker first, int[] nextMarked)
    {
        var items = new List<List<Line>> { new() { lines[from] } };
        for (var i = from + 1; i < lines.Count; i++)
        {
            if (_markers[i] is { } marker && first.GoesOnAs(marker, items.Count))
            {
                items.Add([lines[i]]);
                continue;
            }

            // A line between two items of one paragraph goes on with the first of them.
            var next = nextMarked[i];
            if (_markers[i] is not null || lines[i].AfterBlank || next < 0 || !first.GoesOnAs(_markers[next]!.Value, items.Count))
            {
                break;
            }

            items[^1].Add(lines[i]);
        }

        return first.IsSure || items.Count > 1 ? items : [];
    }

    /// <summary>For every line the next with a marker in its paragraph, or -1.</summary>
    private int[] NextMarked()
    {
        var next = new int[lines.Count];
        for (var (i, found) = (lines.Count - 1, -1); i >= 0; i--)
        {
            found = _markers[i] is not null ? i : found;
            next[i] = found;
            found = lines[i].AfterBlank ? -1 : found;
        }

        return next;
    }

    private Block Paragraph(List<Line> paragraph)
    {
        var text = Join(paragraph);
        paragraph.Clear();
        return new Block(BlockKind.Paragraph, text);
    }

    private Block List(List<List<Line>> items, ListMarker first, int from)
    {
        var list = new MarkdownList(first.Sign is '.' or ')', first.Number);
        var at = from;
        foreach (var item in items)
        {
            item[0].Drop(_markers[at]!.Value.Length);
            list.Add([new Block(BlockKind.Paragraph, Join(item))], isApart: at > from && item[0].AfterBlank);
            at += item.Count;
        }

        return list.ToBlock('-');
    }

    private string Join(List<Line> paragraph)
    {
        var text = new StringBuilder();
        foreach (var line in paragraph)
        {
            if (text.Length > 0)
            {
                // A backslash right behind a bare address would become part of it.
                text.Append(dialect == Dialect.Comment ? "" : BareAddress.EndsWithOne(text) ? "  " : "\\").Append('\n');
            }

            text.Append(line.ToMarkdown(dialect));
        }

        return text.ToString();
    }
}
