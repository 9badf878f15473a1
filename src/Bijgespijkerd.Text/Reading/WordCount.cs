using System.Text;

namespace Bijgespijkerd.Text;

/// <summary>Counts words as a reader would.</summary>
public static class WordCount
{
    /// <summary>The number of words: runs without white space that hold a letter or a digit.</summary>
    /// <param name="plainText">Text without markup.</param>
    /// <returns>Zero or more; linear in the length of the text.</returns>
    public static int Of(string plainText)
    {
        int words = 0;
        bool counted = false;
        foreach (Rune rune in plainText.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                counted = false;
            }
            else if (!counted && Rune.IsLetterOrDigit(rune))
            {
                counted = true;
                words++;
            }
        }

        return words;
    }
}
