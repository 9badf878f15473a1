using Markdig.Syntax;

namespace Bijgespijkerd.Text;

// Ids for the headings of one article, from their texts; the second "Tips" becomes tips-2. Linear: each text remembers its last number.
internal sealed class HeadingIds
{
    private const int LowestLevel = 6;

    private readonly string _prefix;
    private readonly Dictionary<HeadingBlock, string> _ids = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private int _highest = LowestLevel;

    public HeadingIds(MarkdownDocument document, string prefix)
    {
        _prefix = prefix;
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (HeadingBlock heading in document.Descendants<HeadingBlock>())
        {
            string text = Slug.From(InlineText.Of(heading.Inline)) is { Length: > 0 } slug ? slug : "kop";
            string id = text;
            int number = last.GetValueOrDefault(text, 1);
            while (!_taken.Add(id))
            {
                id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{text}-{++number}");
            }

            _highest = Math.Min(_highest, heading.Level);
            last[text] = number;
            _ids.Add(heading, prefix + id);
        }
    }

    // The page's own heading is level 1, so the highest of an article becomes level 2 and the others keep their distance to it.
    public int LevelOf(HeadingBlock heading) => Math.Min(heading.Level - _highest + 2, LowestLevel);

    public string? Of(HeadingBlock heading) => _ids.GetValueOrDefault(heading);

    // "#tips" in the text leads to the heading, whatever stands before its id.
    public string Follow(string address) => address is ['#', .. var id] && _taken.Contains(id) ? "#" + _prefix + id : address;
}
