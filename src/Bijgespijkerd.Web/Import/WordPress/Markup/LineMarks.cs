namespace Bijgespijkerd.Web.Import.WordPress.Markup;

/// <summary>
/// Puts marks where Markdown can read them: it knows no emphasis that begins or ends with white space, or that stands with
/// punctuation against a letter ("**Let op:**nu"). The words stay, only the mark moves by a character.
/// </summary>
internal static class LineMarks
{
    public static List<Piece> Settle(IEnumerable<Piece> line)
    {
        var pieces = line.SelectMany(Apart).ToList();
        TrimEnds(pieces);
        for (var i = pieces.Count - 2; i > 0; i--)
        {
            if (pieces[i].IsSpace)
            {
                pieces[i] = pieces[i].Under(Piece.Common(pieces[i - 1].Marks, pieces[i + 1].Marks));
            }
        }

        for (var i = pieces.Count - 2; i >= 0; i--)
        {
            SettleEnd(pieces, i);
        }

        for (var i = 1; i < pieces.Count; i++)
        {
            SettleBeginning(pieces, i);
        }

        return pieces;
    }

    /// <summary>White space at a piece's edges becomes a piece of its own.</summary>
    private static IEnumerable<Piece> Apart(Piece piece)
    {
        if (piece.IsRaw)
        {
            yield return piece;
            yield break;
        }

        var core = piece.Text.Trim(' ');
        if (piece.Text.StartsWith(' '))
        {
            yield return piece with { Text = " " };
        }

        if (core.Length > 0)
        {
            yield return piece with { Text = core };
            if (piece.Text.EndsWith(' '))
            {
                yield return piece with { Text = " " };
            }
        }
    }

    private static void TrimEnds(List<Piece> pieces)
    {
        pieces.RemoveRange(0, pieces.TakeWhile(p => p.IsSpace).Count());
        while (pieces is [.., { IsSpace: true }])
        {
            pieces.RemoveAt(pieces.Count - 1);
        }
    }

    /// <summary>Emphasis that ends after piece i, before a letter.</summary>
    private static void SettleEnd(List<Piece> pieces, int i)
    {
        var (piece, next) = (pieces[i], pieces[i + 1]);
        var shared = Piece.Common(piece.Marks, next.Marks);
        var ending = piece.Marks.Skip(shared.Count).ToList();
        if (!ending.Exists(m => m.IsEmphasis) || !IsWord(next.Text[0]) || next.IsRaw || Opens(next, shared) || (IsWord(piece.Text[^1]) && ending.TrueForAll(m => m.IsEmphasis)))
        {
            return;
        }

        var end = piece.Text.TrimEnd([.. piece.Text.Where(c => !IsWord(c) && c != ' ').Distinct()]).Length;
        if (piece.IsRaw || end == 0 || piece.Text[end - 1] == ' ' || !ending.TrueForAll(m => m.IsEmphasis))
        {
            pieces[i] = piece.Under([.. shared, .. ending.Where(m => !m.IsEmphasis)]);
            return;
        }

        pieces[i] = piece with { Text = piece.Text[..end] };
        pieces.Insert(i + 1, new Piece(piece.Text[end..], false, shared));
    }

    /// <summary>Emphasis that begins at piece i against a letter before it, or right where other emphasis ends.</summary>
    private static void SettleBeginning(List<Piece> pieces, int i)
    {
        var (before, piece) = (pieces[i - 1], pieces[i]);
        var shared = Piece.Common(before.Marks, piece.Marks);
        var beginning = piece.Marks.Skip(shared.Count).ToList();
        if (!beginning.Exists(m => m.IsEmphasis))
        {
            return;
        }

        var meets = before.Marks.Skip(shared.Count).Any(m => m.IsEmphasis);
        var isAgainstLetter = IsWord(before.Text[^1]) && !before.IsRaw && before.Marks.Count == shared.Count;
        var beginsWithSign = !IsWord(piece.Text[0]) || piece.IsRaw || beginning.Exists(m => !m.IsEmphasis);
        if (meets || (isAgainstLetter && beginsWithSign))
        {
            pieces[i] = piece.Under([.. shared, .. beginning.Where(m => !m.IsEmphasis)]);
        }
    }

    private static bool Opens(Piece piece, IReadOnlyList<Mark> shared) => piece.Marks.Count > shared.Count;

    private static bool IsWord(char c) => !char.IsWhiteSpace(c) && !char.IsPunctuation(c) && !char.IsSymbol(c);
}
