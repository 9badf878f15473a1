namespace Bijgespijkerd.Text;

/// <summary>The shortest edit between two rows of numbers: the greedy algorithm of E. W. Myers, "An O(ND) Difference Algorithm and Its
/// Variations", Algorithmica 1 (1986), section 4, after taking off the equal beginning and end.</summary>
internal static class ShortestEdit
{
    /// <summary>Which numbers of both rows stay. Not complete when more than <paramref name="maxEdits"/> would have to go or come: then
    /// only the equal beginning and end stay.</summary>
    public static (bool[] First, bool[] Second, bool IsComplete) Find(int[] first, int[] second, int maxEdits)
    {
        var stays = new bool[first.Length];
        var remains = new bool[second.Length];
        int start = 0;
        while (start < first.Length && start < second.Length && first[start] == second[start])
        {
            stays[start] = remains[start] = true;
            start++;
        }

        int end = 0;
        while (end < first.Length - start && end < second.Length - start && first[^(end + 1)] == second[^(end + 1)])
        {
            end++;
            stays[^end] = remains[^end] = true;
        }

        ReadOnlySpan<int> left = first.AsSpan(start, first.Length - start - end);
        ReadOnlySpan<int> right = second.AsSpan(start, second.Length - start - end);
        if (Trace(left, right, maxEdits) is not { } rounds)
        {
            return (stays, remains, false);
        }

        Keep(rounds, stays.AsSpan(start, left.Length), remains.AsSpan(start, right.Length));
        return (stays, remains, true);
    }

    // Round d holds, for each diagonal k from -d to d, how far d edits reach into the first row. Null: not reached within the most edits.
    private static List<int[]>? Trace(ReadOnlySpan<int> left, ReadOnlySpan<int> right, int maxEdits)
    {
        int most = Math.Min(left.Length + right.Length, maxEdits);
        var reach = new int[(2 * most) + 3];
        int middle = most + 1;
        var rounds = new List<int[]>();
        for (int d = 0; d <= most; d++)
        {
            for (int k = -d; k <= d; k += 2)
            {
                int x = IsDown(k, d, reach[middle + k - 1], reach[middle + k + 1]) ? reach[middle + k + 1] : reach[middle + k - 1] + 1;
                while (x < left.Length && x - k < right.Length && left[x] == right[x - k])
                {
                    x++;
                }

                reach[middle + k] = x;
                if (x >= left.Length && x - k >= right.Length)
                {
                    return rounds;
                }
            }

            rounds.Add(reach[(middle - d)..(middle + d + 1)]);
        }

        return null;
    }

    // From the end back through the rounds; every step along a diagonal is a number that stays.
    private static void Keep(List<int[]> rounds, Span<bool> stays, Span<bool> remains)
    {
        int x = stays.Length;
        int y = remains.Length;
        for (int d = rounds.Count; d > 0; d--)
        {
            int[] reach = rounds[d - 1];
            int k = x - y;
            int from = IsDown(k, d, At(k - 1), At(k + 1)) ? k + 1 : k - 1;
            int fromX = At(from);
            while (x > fromX && y > fromX - from)
            {
                stays[--x] = remains[--y] = true;
            }

            (x, y) = (fromX, fromX - from);

            int At(int diagonal) => Math.Abs(diagonal) < d ? reach[diagonal + d - 1] : 0;
        }

        while (x > 0)
        {
            stays[--x] = remains[--y] = true;
        }
    }

    private static bool IsDown(int k, int d, int below, int above) => k == -d || (k != d && below < above);
}
