using System.Text;

namespace Bijgespijkerd.Text;

// The words of a folded text without addresses, in order.
internal sealed class TextWords
{
    public const int LongestWord = 40;

    // Single letters in a row that are a word: "v i a g r a".
    private const int SpacedLetters = 4;

    private readonly List<string> _words = [];
    private readonly List<string> _quoted = [];
    private readonly List<bool> _opens = [];
    private readonly StringBuilder _spaced = new();

    // What the commenter wrote; all of it when that is nothing but quotes.
    public IReadOnlyList<string> All => _words;

    public IReadOnlyList<string> Quoted => _quoted;

    public bool HasMixed { get; private set; }

    public bool HasSpaced { get; private set; }

    public bool HasEndless { get; private set; }

    public static TextWords Of(string folded)
    {
        var words = new TextWords();
        var quotes = new TextWords();
        foreach (string line in folded.Split('\n'))
        {
            (line.AsSpan().TrimStart(' ').StartsWith('>') ? quotes : words).Read(line);
        }

        if (words._words.Count == 0 && quotes._words.Count > 0)
        {
            return quotes;
        }

        words._quoted.AddRange(quotes._words);
        return words;
    }

    // The commonest words of a language say nothing but which language it is.
    public static List<string> Distinct(IEnumerable<string> words, string kind) =>
        [.. words.Where(word => !Language.IsCommon(word)).Distinct(StringComparer.Ordinal).Select(word => kind + word)];

    private void Read(string folded)
    {
        bool opens = true;
        int at = 0;
        while (at < folded.Length)
        {
            int start = at;
            while (at < folded.Length && BelongsToWord(folded, at))
            {
                at++;
            }

            if (at > start)
            {
                Add(folded.AsSpan(start, at - start), opens);
                opens = false;
            }
            else
            {
                opens |= folded[at] is '.' or '!' or '?' or ';' or ':' or '(' or ')' or '|' or '>';
                at++;
            }
        }

        CloseSpaced();
    }

    // Two commonest words beside each other tell nothing.
    public List<string> Pairs(string kind)
    {
        var pairs = new HashSet<string>(StringComparer.Ordinal);
        var ordered = new List<string>();
        for (int i = 1; i < _words.Count; i++)
        {
            if (!_opens[i] && !(Language.IsCommon(_words[i - 1]) && Language.IsCommon(_words[i])) && $"{kind}{_words[i - 1]} {_words[i]}" is var pair && pairs.Add(pair))
            {
                ordered.Add(pair);
            }
        }

        return ordered;
    }

    private static bool BelongsToWord(string text, int at) =>
        char.IsLetterOrDigit(text[at])
        || (text[at] is '\'' or '’' or '@' or '$' && at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]));

    private void Add(ReadOnlySpan<char> word, bool opens)
    {
        if (word.Length == 1 && !char.IsAsciiDigit(word[0]))
        {
            _spaced.Append(word);
            return;
        }

        CloseSpaced();
        if (word.Length > LongestWord)
        {
            HasEndless = true;
            return;
        }

        if (word.IndexOfAnyExceptInRange('0', '9') < 0)
        {
            Keep(Language.Number, opens);
            return;
        }

        string plain = word.ContainsAny('\'', '’') ? word.ToString().Replace("'", string.Empty, StringComparison.Ordinal).Replace("’", string.Empty, StringComparison.Ordinal) : word.ToString();
        if (Disguises.IsMixed(plain))
        {
            HasMixed = true;
            plain = Disguises.ToLatin(plain);
        }

        Keep(plain, opens);
        if (Disguises.HasDigitsInside(plain))
        {
            Keep(Disguises.ToLetters(plain), opens: true);
        }
    }

    private void CloseSpaced()
    {
        if (_spaced.Length is >= SpacedLetters and <= LongestWord)
        {
            HasSpaced = true;
            Keep(_spaced.ToString(), opens: true);
        }

        _spaced.Clear();
    }

    private void Keep(string word, bool opens)
    {
        _words.Add(word);
        _opens.Add(opens);
    }
}
