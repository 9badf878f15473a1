using System.Collections.Frozen;
using System.Text;

namespace Bijgespijkerd.Text;

// ":-)" and its family, typed as a word of its own, become emoji.
internal static class Smileys
{
    private static readonly FrozenDictionary<string, string> _emoji = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [":-)"] = "🙂",
        [":)"] = "🙂",
        ["=)"] = "🙂",
        [";-)"] = "😉",
        [";)"] = "😉",
        [":-D"] = "😃",
        [":D"] = "😃",
        ["xD"] = "😆",
        ["XD"] = "😆",
        [":-("] = "🙁",
        [":("] = "🙁",
        [":'("] = "😢",
        [":'-("] = "😢",
        [":-P"] = "😛",
        [":P"] = "😛",
        [":-p"] = "😛",
        [":p"] = "😛",
        [":-O"] = "😮",
        [":O"] = "😮",
        [":-o"] = "😮",
        [":o"] = "😮",
        [":-*"] = "😘",
        [":*"] = "😘",
        [":-|"] = "😐",
        [":|"] = "😐",
        [":-/"] = "😕",
        [":/"] = "😕",
        ["8-)"] = "😎",
        ["B-)"] = "😎",
        ["O:-)"] = "😇",
        [">:-("] = "😠",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lookup = _emoji.GetAlternateLookup<ReadOnlySpan<char>>();

    private const int Longest = 4;
    private const int Shortest = 2;

    // Before: the character shown just before this text, '\n' for none.
    public static string Replace(string text, char before)
    {
        StringBuilder? replaced = null;
        int kept = 0;
        for (int i = 0; i + Shortest <= text.Length;)
        {
            if (Begins(i > 0 ? text[i - 1] : before) && Match(text, i, out string? emoji) is > 0 and var length)
            {
                replaced ??= new StringBuilder(text.Length);
                replaced.Append(text, kept, i - kept).Append(emoji);
                i += length;
                kept = i;
                continue;
            }

            i++;
        }

        return replaced is null ? text : replaced.Append(text, kept, text.Length - kept).ToString();
    }

    private static int Match(string text, int at, out string? emoji)
    {
        emoji = null;
        for (int length = Math.Min(Longest, text.Length - at); length >= Shortest; length--)
        {
            if (Ends(text, at + length) && _lookup.TryGetValue(text.AsSpan(at, length), out emoji))
            {
                return length;
            }
        }

        return 0;
    }

    private static bool Begins(char before) => char.IsWhiteSpace(before) || char.IsSurrogate(before) || before is '(' or '"' or '\'' or '“' or '‘' or '.' or ',' or '!' or '?' or '…';

    private static bool Ends(string text, int at) =>
        at >= text.Length || char.IsWhiteSpace(text[at]) || char.IsSurrogate(text[at]) || text[at] is ')' or '"' or '\'' or '”' or '’' or '.' or ',' or '!' or '?' or ';' or '…';
}
