using System.Collections.Frozen;

namespace Bijgespijkerd.Text;

// The closed list: what is not named here cannot be written, whatever Markdig's tree holds.
// A line is a tag and its attributes; a class stands with its only values, "language" means language-[a-z0-9+-]+.
internal sealed class AllowedMarkup
{
    public static AllowedMarkup Article { get; } = new(
        "p class=tip-kop", "br", "hr", "em", "strong", "del", "code class=language", "pre", "blockquote", "ul", "ol start", "li id",
        "h2 id", "h3 id", "h4 id", "h5 id", "h6 id", "a href title rel id aria-label", "img src srcset sizes alt title width height loading decoding",
        "figure class=embed data-embed data-id", "figcaption", "span", "aside class=tip role aria-label",
        "div class=table-scroll role aria-label tabindex", "table", "thead", "tbody", "tr",
        "th scope colspan rowspan class=rechts class=midden", "td colspan rowspan class=rechts class=midden", "sup",
        "caption", "tfoot", "dl", "dt", "dd", "details", "summary", "ins", "u", "mark", "small", "sub", "kbd", "abbr title", "cite", "q", "section class=noten aria-label",
        "input type disabled checked aria-label");

    public static AllowedMarkup Comment { get; } = new(
        "p", "br", "em", "strong", "code class=language", "pre", "blockquote", "ul", "ol start", "li", "a href rel");

    private readonly FrozenDictionary<string, string[]> _tags;

    private AllowedMarkup(params string[] lines) =>
        _tags = lines.Select(line => line.Split(' ')).ToFrozenDictionary(parts => parts[0], parts => parts[1..], StringComparer.Ordinal);

    // Throws on what is not listed: that is a fault of this library, never of the text.
    public void Check(string tag, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        if (!_tags.TryGetValue(tag, out string[]? listed))
        {
            throw new InvalidOperationException($"<{tag}> is not on the list of what may come out.");
        }

        foreach ((string name, string? value) in attributes)
        {
            if (value is not null && !listed.Contains(name == "class" ? ClassOf(value) : name, StringComparer.Ordinal))
            {
                throw new InvalidOperationException($"{name}=\"{value}\" on <{tag}> is not on the list of what may come out.");
            }
        }
    }

    private static string ClassOf(string value) =>
        value.StartsWith(CodeLanguage.Prefix, StringComparison.Ordinal) && CodeLanguage.IsName(value.AsSpan(CodeLanguage.Prefix.Length))
            ? "class=language"
            : "class=" + value;
}
