using System.Globalization;
using Bijgespijkerd.Text;

namespace Bijgespijkerd.Web.Moderation.Queue;

/// <summary>What somebody typed in the search field: words to look for, or one comment by its number or address.</summary>
public static class QueueWords
{
    private const int MaxLength = 200;
    private const int MaxWords = 8;

    /// <summary>"12", "#12", "/reactie/12", with a host before it or an anchor behind it; null when it is no such thing.</summary>
    public static long? CommentIn(string? typed)
    {
        var text = (typed ?? "").Trim();
        foreach (var mark in new[] { "#reactie-", "/reactie/", "#wacht-" })
        {
            var at = text.LastIndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                return Number(new string([.. text[(at + mark.Length)..].TakeWhile(char.IsAsciiDigit)]));
            }
        }

        return Number(text.TrimStart('#'));
    }

    /// <summary>For the full-text index: each word quoted, so that nothing in it has a meaning of its own; its beginning is enough. Null: nothing to look for.</summary>
    public static string? Match(string? typed)
    {
        var clean = PlainText.Clean(typed);
        var words = (clean.Length > MaxLength ? clean[..MaxLength] : clean).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.Replace("\"", "", StringComparison.Ordinal)).Where(w => w.Any(char.IsLetterOrDigit)).Take(MaxWords).Select(w => $"\"{w}\"*").ToList();
        return words.Count > 0 ? string.Join(' ', words) : null;
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
