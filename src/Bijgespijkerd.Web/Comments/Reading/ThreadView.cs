namespace Bijgespijkerd.Web.Comments.Reading;

/// <summary>How a row is shown: its level, and how many answers stand inside it on this page.</summary>
public readonly record struct PlacedRow(CommentRow Row, int Level, int Answers);

/// <summary>
/// Gives flat rows in reading order their display level, in one pass with a stack: no tree, no recursion. A level deeper than
/// the maximum stays at it; a run of two people who answer each other, without other branches, is not indented further.
/// </summary>
public static class ThreadView
{
    public static IReadOnlyList<PlacedRow> Place(IReadOnlyList<CommentRow> rows, int maxDepth)
    {
        var placed = new PlacedRow[rows.Count];
        var above = new Stack<int>();
        for (var i = 0; i < rows.Count; i++)
        {
            while (above.Count > 0 && !rows[i].Path.StartsWith(rows[above.Peek()].Path, StringComparison.Ordinal))
            {
                above.Pop();
            }

            placed[i] = new PlacedRow(rows[i], LevelOf(rows, placed, above, i, maxDepth), 0);
            above.Push(i);
        }

        CountAnswers(placed);
        return placed;
    }

    private static int LevelOf(IReadOnlyList<CommentRow> rows, PlacedRow[] placed, Stack<int> above, int i, int maxDepth)
    {
        if (above.Count == 0)
        {
            return 1;
        }

        var parent = above.Peek();
        return IsRunOfTwo(rows, i) ? placed[i - 1].Level : Math.Min(placed[parent].Level + 1, maxDepth);
    }

    /// <summary>An only answer stands right below what it answers, also where paths no longer tell levels apart.</summary>
    private static bool IsRunOfTwo(IReadOnlyList<CommentRow> rows, int i)
    {
        if (i < 2)
        {
            return false;
        }

        var (row, answered, before) = (rows[i], rows[i - 1], rows[i - 2]);
        return row.ParentId == answered.Id && answered.ParentId == before.Id
            && answered.VisibleReplies == 1 && before.VisibleReplies == 1
            && !row.IsMarker && !answered.IsMarker && !before.IsMarker
            && row.Name == before.Name && row.Tint == before.Tint && row.Name != answered.Name;
    }

    /// <summary>Backwards: a row's answers are all that follow it on a deeper level.</summary>
    private static void CountAnswers(PlacedRow[] placed)
    {
        Span<int> waiting = stackalloc int[12];
        for (var i = placed.Length - 1; i >= 0; i--)
        {
            var level = placed[i].Level;
            var answers = waiting[level + 1];
            placed[i] = placed[i] with { Answers = answers };
            waiting[level + 1] = 0;
            waiting[level] += answers + (placed[i].Row.IsMarker ? 0 : 1);
        }
    }
}
