using System.Text;

namespace Bijgespijkerd.Web.Import.WordPress.Markup;

/// <summary>One line of a paragraph, on its way from HTML to Markdown.</summary>
internal sealed class Line(bool afterBlank)
{
    private readonly List<Piece> _pieces = [];

    /// <summary>A blank line stands before it.</summary>
    public bool AfterBlank { get; set; } = afterBlank;

    public bool IsBlank => _pieces.TrueForAll(p => !p.IsRaw && string.IsNullOrWhiteSpace(p.Text));

    public string Beginning => _pieces.Count > 0 && !_pieces[0].IsRaw ? _pieces[0].Text : "";

    public bool EndsInSpace => _pieces is [.., { IsRaw: false } last] && last.Text.EndsWith(' ');

    public void Add(Piece piece)
    {
        if (!piece.IsRaw && _pieces is [.., { IsRaw: false } last] && ReferenceEquals(last.Marks, piece.Marks))
        {
            _pieces[^1] = last with { Text = last.Text + piece.Text };
            return;
        }

        _pieces.Add(piece);
    }

    /// <summary>Takes the marker of a list away, and the white space behind it.</summary>
    public void Drop(int length)
    {
        _pieces[0] = _pieces[0] with { Text = _pieces[0].Text[length..] };
        while (_pieces.Count > 0 && !_pieces[0].IsRaw)
        {
            var text = _pieces[0].Text.TrimStart();
            if (text.Length > 0)
            {
                _pieces[0] = _pieces[0] with { Text = text };
                return;
            }

            _pieces.RemoveAt(0);
        }
    }

    public string ToMarkdown(Dialect dialect)
    {
        var pieces = LineMarks.Settle(_pieces);
        var to = new StringBuilder();
        IReadOnlyList<Mark> open = [];
        foreach (var piece in pieces)
        {
            var shared = Piece.Common(open, piece.Marks).Count;
            foreach (var mark in open.Skip(shared).Reverse())
            {
                to.Append(mark.Closing);
            }

            foreach (var mark in piece.Marks.Skip(shared))
            {
                // A "!" right before a link would make a picture of it.
                if (mark.Kind == MarkKind.Link && to.Length > 0 && to[^1] == '!')
                {
                    to.Insert(to.Length - 1, '\\');
                }

                to.Append(mark.Opening);
            }

            Append(to, piece, dialect);
            open = piece.Marks;
        }

        foreach (var mark in open.Reverse())
        {
            to.Append(mark.Closing);
        }

        return to.ToString();
    }

    private static void Append(StringBuilder to, Piece piece, Dialect dialect)
    {
        if (piece.IsRaw)
        {
            to.Append(piece.Text);
            return;
        }

        MarkdownText.Append(to, piece.Text, to.Length == 0 ? '\n' : to[^1], dialect, piece.Marks.Any(m => m.Kind == MarkKind.Link));
    }
}
