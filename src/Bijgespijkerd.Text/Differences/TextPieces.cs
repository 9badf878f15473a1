using System.Text;

namespace Bijgespijkerd.Text;

// Cuts a text in pieces that give the text again when they are joined.
internal static class TextPieces
{
    // Words, runs of spaces, line ends and single marks; stops soon after there are more than enough.
    public static List<string> Words(string text, int enough)
    {
        var pieces = new List<string>();
        int start = 0;
        while (start < text.Length && pieces.Count <= enough)
        {
            int end = EndOfPiece(text, start);
            pieces.Add(text[start..end]);
            start = end;
        }

        return pieces;
    }

    // Each with its line end.
    public static List<string> Lines(string text)
    {
        var pieces = new List<string>();
        int start = 0;
        while (start < text.Length)
        {
            int feed = text.IndexOf('\n', start);
            int end = feed < 0 ? text.Length : feed + 1;
            pieces.Add(text[start..end]);
            start = end;
        }

        return pieces;
    }

    private static int EndOfPiece(string text, int start)
    {
        int end = start + LengthAt(text, start);
        int kind = KindAt(text, start);
        if (kind == Mark)
        {
            return end;
        }

        while (end < text.Length && KindAt(text, end) == kind)
        {
            end += LengthAt(text, end);
        }

        return end;
    }

    private const int Mark = 0;
    private const int Word = 1;
    private const int Space = 2;

    private static int KindAt(string text, int at)
    {
        if (text[at] == '\n')
        {
            return Mark;
        }

        if (char.IsWhiteSpace(text[at]))
        {
            return Space;
        }

        return Rune.TryGetRuneAt(text, at, out Rune rune) && Rune.IsLetterOrDigit(rune) ? Word : Mark;
    }

    private static int LengthAt(string text, int at) => Rune.TryGetRuneAt(text, at, out Rune rune) ? rune.Utf16SequenceLength : 1;
}
