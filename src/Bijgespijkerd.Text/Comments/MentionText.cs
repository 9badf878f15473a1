using System.Text;

namespace Bijgespijkerd.Text;

// Names after an @: "@Jan de Vries, wat denk jij?" may mean "Jan de Vries, wat", "Jan de Vries", "Jan de" or "Jan".
internal static class MentionText
{
    private const int MaxKeys = 80;
    private const int MaxWords = 4;
    private const int MaxNameLength = 100;

    public static IReadOnlyList<string> Keys(string source)
    {
        var keys = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int at = source.IndexOf('@', StringComparison.Ordinal); at >= 0; at = source.IndexOf('@', at + 1))
        {
            foreach (int end in Ends(source, at, at > 0 ? source[at - 1] : '\n'))
            {
                string key = PersonName.Key(source[(at + 1)..end]);
                if (key.Length > 0 && seen.Add(key))
                {
                    keys.Add(key);
                }

                if (keys.Count == MaxKeys)
                {
                    return keys;
                }
            }
        }

        return keys;
    }

    // The longest known name after the @ at this place: where it ends and where its link leads.
    public static (int End, string Address)? Find(string text, int at, char before, IReadOnlyDictionary<string, string> mentions)
    {
        foreach (int end in Ends(text, at, before))
        {
            if (mentions.TryGetValue(PersonName.Key(text[(at + 1)..end]), out string? address) && IsOwn(address))
            {
                return (end, address);
            }
        }

        return null;
    }

    private static bool IsOwn(string address) => address is ['#', _, ..] || (address is ['/', ..] && !LinkAddress.IsExternal(address) && !address.Contains('\\', StringComparison.Ordinal));

    // Where a name may end, the farthest first: after four, three, two, one words; each with and without the punctuation behind it.
    private static List<int> Ends(string text, int at, char before)
    {
        var ends = new List<int>();
        if (char.IsLetterOrDigit(before) || before is '_' or '@' or '.' or '-' or '/')
        {
            return ends;
        }

        int limit = Math.Min(text.Length, at + 1 + MaxNameLength);
        int i = at + 1;
        for (int word = 0; word < MaxWords && i < limit && !char.IsWhiteSpace(text[i]); word++)
        {
            int start = i;
            while (i < limit && !char.IsWhiteSpace(text[i]))
            {
                i++;
            }

            ends.AddRange(EndsOfWord(text, start, i));
            while (i < limit && text[i] is ' ' or '\u00A0')
            {
                i++;
            }
        }

        ends.Reverse();
        return ends;
    }

    // From near to far: letters only ("Jan's" -> Jan), without closing punctuation ("J.P.:" -> J.P), with one full stop ("B."), whole.
    private static IEnumerable<int> EndsOfWord(string text, int start, int end)
    {
        int letters = start;
        while (letters < end && Rune.TryGetRuneAt(text, letters, out Rune rune) && (Rune.IsLetterOrDigit(rune) || text[letters] is >= '\u0300' and <= '\u036F'))
        {
            letters += rune.Utf16SequenceLength;
        }

        int trimmed = end;
        while (trimmed > start && char.IsPunctuation(text[trimmed - 1]))
        {
            trimmed--;
        }

        // "@jan.nl" and "@jan@voorbeeld.nl" are addresses, "@jan-piet" another name.
        bool goesOn = letters + 1 < end && text[letters] is '.' or '@' or '-' or '_' && char.IsLetterOrDigit(text[letters + 1]);
        int withStop = trimmed < end && text[trimmed] == '.' ? trimmed + 1 : trimmed;
        return new[] { goesOn ? trimmed : letters, trimmed, withStop, end }.Where(place => place > start).Distinct().Order();
    }
}
