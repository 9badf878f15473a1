using System.Text;

namespace Bijgespijkerd.Text;

/// <summary>What a run of a difference is.</summary>
public enum DifferenceKind
{
    /// <summary>Stands in both texts.</summary>
    Same,

    /// <summary>Stands in the first text only.</summary>
    Removed,

    /// <summary>Stands in the second text only.</summary>
    Added,
}

/// <summary>A piece of a difference.</summary>
/// <param name="Kind">Where it stands.</param>
/// <param name="Text">Its text, never empty.</param>
public sealed record DifferenceRun(DifferenceKind Kind, string Text);

/// <summary>The difference between two texts, word by word.</summary>
public static class Difference
{
    /// <summary>Most words, spaces and punctuation marks of both texts together that are compared one by one; longer texts are compared by line.</summary>
    public const int MaxPieces = 40_000;

    /// <summary>Most words or lines that may differ; beyond that, words give way to lines, and lines to the whole middle of the text.</summary>
    public const int MaxEdits = 1_500;

    /// <summary>The shortest way from one text to the other (Myers, see <see cref="ShortestEdit"/>). It costs at most the pieces times the edits, whatever the texts are.</summary>
    /// <param name="before">The first text.</param>
    /// <param name="after">The second text.</param>
    /// <returns>Runs in reading order, no two of a kind in a row, what was removed before what was added in its place. The runs that are
    /// not added give the first text, those that are not removed the second.</returns>
    public static IReadOnlyList<DifferenceRun> Between(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return ByWord(before, after) ?? ByLine(before, after);
    }

    private static List<DifferenceRun>? ByWord(string before, string after)
    {
        List<string> first = TextPieces.Words(before, MaxPieces);
        List<string> second = TextPieces.Words(after, MaxPieces);
        return first.Count + second.Count > MaxPieces ? null : Runs(first, second, Numbered(first, second), isWhole: false);
    }

    private static List<DifferenceRun> ByLine(string before, string after)
    {
        List<string> first = TextPieces.Lines(before);
        List<string> second = TextPieces.Lines(after);
        return Runs(first, second, Numbered(first, second), isWhole: true)!;
    }

    // Equal pieces get the same number, so that comparing two is comparing numbers.
    private static (int[] First, int[] Second) Numbered(List<string> first, List<string> second)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return (Of(first), Of(second));

        int[] Of(List<string> pieces)
        {
            var numbered = new int[pieces.Count];
            for (int i = 0; i < numbered.Length; i++)
            {
                if (!numbers.TryGetValue(pieces[i], out int number))
                {
                    numbers[pieces[i]] = number = numbers.Count;
                }

                numbered[i] = number;
            }

            return numbered;
        }
    }

    // Null when too much differs, unless the whole is asked for: then what stands between the equal beginning and end is one change.
    private static List<DifferenceRun>? Runs(List<string> first, List<string> second, (int[] First, int[] Second) numbers, bool isWhole)
    {
        var (stays, remains, isComplete) = ShortestEdit.Find(numbers.First, numbers.Second, MaxEdits);
        if (!isComplete && !isWhole)
        {
            return null;
        }

        var runs = new RunWriter();
        int left = 0;
        int right = 0;
        while (left < stays.Length || right < remains.Length)
        {
            if (left < stays.Length && !stays[left])
            {
                runs.Add(DifferenceKind.Removed, first[left++]);
            }
            else if (right < remains.Length && !remains[right])
            {
                runs.Add(DifferenceKind.Added, second[right++]);
            }
            else
            {
                runs.Add(DifferenceKind.Same, first[left++]);
                right++;
            }
        }

        return runs.Done();
    }

    // Joins what is of a kind; a removal after an addition, with nothing between, goes before it.
    private sealed class RunWriter
    {
        private readonly List<DifferenceRun> _runs = [];
        private readonly StringBuilder _same = new();
        private readonly StringBuilder _removed = new();
        private readonly StringBuilder _added = new();

        public void Add(DifferenceKind kind, string text)
        {
            if (kind == DifferenceKind.Same)
            {
                Flush(DifferenceKind.Removed, _removed);
                Flush(DifferenceKind.Added, _added);
                _same.Append(text);
                return;
            }

            Flush(DifferenceKind.Same, _same);
            (kind == DifferenceKind.Removed ? _removed : _added).Append(text);
        }

        public List<DifferenceRun> Done()
        {
            Flush(DifferenceKind.Same, _same);
            Flush(DifferenceKind.Removed, _removed);
            Flush(DifferenceKind.Added, _added);
            return _runs;
        }

        private void Flush(DifferenceKind kind, StringBuilder text)
        {
            if (text.Length > 0)
            {
                _runs.Add(new DifferenceRun(kind, text.ToString()));
                text.Clear();
            }
        }
    }
}
