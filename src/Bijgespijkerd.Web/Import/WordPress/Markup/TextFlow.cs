namespace Bijgespijkerd.Web.Import.WordPress.Markup;

/// <summary>Running text: what follows each other in one block until the next block begins. A blank line ends a paragraph, a single one a line.</summary>
internal sealed class TextFlow
{
    private const int MaxMarks = 10;

    private readonly List<Mark> _open = [];
    private IReadOnlyList<Mark> _marks = [];
    private List<Line> _lines = [];
    private bool _space;
    private int _newlines;
    private int _breaks;
    private bool _ends;

    public void Text(string text, bool newlinesCount)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not (' ' or '\t' or '\n' or '\r'))
            {
                continue;
            }

            if (i > start)
            {
                Add(text[start..i], isRaw: false);
            }

            if (i < text.Length)
            {
                _space = true;
                _newlines += newlinesCount && text[i] == '\n' ? 1 : 0;
            }

            start = i + 1;
        }
    }

    /// <summary>Markdown already.</summary>
    public void Raw(string markdown)
    {
        if (markdown.Length > 0)
        {
            Add(markdown, isRaw: true);
        }
    }

    public void Space() => _space = true;

    public void Break() => _breaks++;

    public void Paragraph() => _ends = true;

    public bool Open(Mark mark)
    {
        if (_open.Count == MaxMarks || _open.Exists(m => m.Kind == mark.Kind))
        {
            return false;
        }

        _open.Add(mark);
        _marks = [.. _open];
        return true;
    }

    public void Close(MarkKind kind)
    {
        _open.RemoveAt(_open.FindLastIndex(m => m.Kind == kind));
        _marks = [.. _open];
    }

    /// <summary>The lines so far; the flow begins anew under the marks that are open.</summary>
    public IReadOnlyList<Line> Take()
    {
        var lines = new List<Line>();
        var afterBlank = false;
        foreach (var line in _lines)
        {
            // WordPress's editor keeps an empty paragraph open with a space that does not break.
            afterBlank |= line.AfterBlank || line.IsBlank;
            if (!line.IsBlank)
            {
                lines.Add(line);
                line.AfterBlank = afterBlank;
                afterBlank = false;
            }
        }

        _lines = [];
        (_space, _newlines, _breaks, _ends) = (false, 0, 0, false);
        return lines;
    }

    private void Add(string text, bool isRaw)
    {
        if (_lines.Count == 0 || _ends || _newlines > 1 || _breaks > 1)
        {
            _lines.Add(new Line(afterBlank: true));
        }
        else if (_newlines > 0 || _breaks > 0)
        {
            _lines.Add(new Line(afterBlank: false));
        }
        else if (_space && !_lines[^1].EndsInSpace)
        {
            _lines[^1].Add(new Piece(" ", false, _marks));
        }

        _lines[^1].Add(new Piece(text, isRaw, _marks));
        (_space, _newlines, _breaks, _ends) = (false, 0, 0, false);
    }
}
