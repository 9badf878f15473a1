using Bijgespijkerd.Text;

namespace Bijgespijkerd.Web.Search;

/// <summary>What somebody typed, as words; nothing in it has a meaning of its own.</summary>
public sealed record SearchQuery(string Typed, IReadOnlyList<string> Words)
{
    private const int MaxLength = 200;
    private const int MaxWords = 8;
    private const int Around = 90;

    public static SearchQuery From(string? typed)
    {
        var clean = PlainText.Clean(typed).ReplaceLineEndings(" ").Trim();
        clean = clean.Length > MaxLength ? Excerpt.Of(clean, MaxLength).TrimEnd('…') : clean;
        var words = clean.Split([' ', '\t', '"', ','], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Any(char.IsLetterOrDigit))
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxWords);
        return new(clean, [.. words]);
    }

    public static string Like(string word) => "%" + word.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";

    /// <summary>Text around the first word that stands in it, cut in pieces of which every second one is a found word.</summary>
    public IReadOnlyList<string> Snippet(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        var first = Words.Select(w => line.IndexOf(w, StringComparison.OrdinalIgnoreCase)).Where(i => i >= 0).DefaultIfEmpty(0).Min();
        var from = first < Around ? 0 : line.IndexOf(' ', first - Around) is > 0 and var space && space < first ? space + 1 : first;
        var cut = Excerpt.Of(line[from..], Around * 2 + 40);
        return Mark((from > 0 ? "…" : "") + cut);
    }

    private List<string> Mark(string text)
    {
        var pieces = new List<string>();
        var at = 0;
        while (at < text.Length)
        {
            var (index, length) = Words.Select(w => (Index: text.IndexOf(w, at, StringComparison.OrdinalIgnoreCase), w.Length))
                .Where(m => m.Index >= 0).OrderBy(m => m.Index).FirstOrDefault((Index: text.Length, Length: 0));
            pieces.Add(text[at..index]);
            if (length > 0)
            {
                pieces.Add(text.Substring(index, length));
            }

            at = index + length;
        }

        return pieces;
    }
}
