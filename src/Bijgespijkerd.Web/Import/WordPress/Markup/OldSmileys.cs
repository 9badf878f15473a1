using System.Collections.Frozen;
using System.Text;

namespace Bijgespijkerd.Web.Import.WordPress.Markup;

/// <summary>What people typed and WordPress showed as a picture: a word of its own, as it knew them.</summary>
internal static class OldSmileys
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [":mrgreen:"] = "😁",
        [":neutral:"] = "😐",
        [":twisted:"] = "😈",
        [":arrow:"] = "➡",
        [":shock:"] = "😯",
        [":smile:"] = "🙂",
        [":cool:"] = "😎",
        [":evil:"] = "👿",
        [":grin:"] = "😃",
        [":idea:"] = "💡",
        [":oops:"] = "😳",
        [":razz:"] = "😛",
        [":roll:"] = "🙄",
        [":wink:"] = "😉",
        [":cry:"] = "😥",
        [":eek:"] = "😮",
        [":lol:"] = "😆",
        [":mad:"] = "😡",
        [":sad:"] = "🙁",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Signs = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [":-)"] = "🙂",
        [":)"] = "🙂",
        [";-)"] = "😉",
        [";)"] = "😉",
        [":-D"] = "😃",
        [":D"] = "😃",
        [":-("] = "🙁",
        [":("] = "🙁",
        [":-P"] = "😛",
        [":P"] = "😛",
        [":-p"] = "😛",
        [":p"] = "😛",
        [":-o"] = "😮",
        [":o"] = "😮",
        [":-O"] = "😮",
        [":O"] = "😮",
        [":-x"] = "😡",
        [":x"] = "😡",
        [":-|"] = "😐",
        [":|"] = "😐",
        ["8-)"] = "😎",
        [":-?"] = "😕",
        [":?:"] = "❓",
        [":!:"] = "❗",
        [":'("] = "😥",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Comments keep signs as they were typed: their own renderer shows them.</summary>
    public static string In(string text, Dialect dialect)
    {
        if (!text.AsSpan().ContainsAny(':', ';', '8'))
        {
            return text;
        }

        var read = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            var word = text[at..end];
            read.Append(Names.GetValueOrDefault(word) ?? (dialect == Dialect.Article ? Signs.GetValueOrDefault(word) : null) ?? word);
            while (end < text.Length && char.IsWhiteSpace(text[end]))
            {
                read.Append(text[end++]);
            }

            at = end;
        }

        return read.ToString();
    }
}
