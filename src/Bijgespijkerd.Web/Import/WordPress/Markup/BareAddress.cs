using System.Buffers;
using System.Text;

namespace Bijgespijkerd.Web.Import.WordPress.Markup;

/// <summary>A web address written out in a text: it stays as it is, and becomes a link where it is shown.</summary>
internal static class BareAddress
{
    private static readonly SearchValues<char> Markup = SearchValues.Create("*_`[]\\~|&");
    private static readonly string[] Beginnings = ["http://", "https://", "www."];

    /// <summary>0 when no address begins at this place; closing punctuation does not belong to it.</summary>
    public static int LengthAt(string text, int at)
    {
        if (text[at] is not ('h' or 'H' or 'w' or 'W')
            || Beginnings.FirstOrDefault(b => string.Compare(text, at, b, 0, b.Length, StringComparison.OrdinalIgnoreCase) == 0) is not { } beginning)
        {
            return 0;
        }

        var end = at + beginning.Length;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"' or '“' or '”' or '‘' or '’'))
        {
            end++;
        }

        while (end > at && (text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '*' or '_' or '…' or ']'
            || (text[end - 1] == ')' && text.AsSpan(at, end - at).Count('(') < text.AsSpan(at, end - at).Count(')'))))
        {
            end--;
        }

        return end > at + beginning.Length ? end - at : 0;
    }

    /// <summary>Between angle brackets when it holds what Markdown would read as markup.</summary>
    public static string Write(string address) => address.AsSpan().ContainsAny(Markup) && address[0] is 'h' or 'H' ? $"<{address}>" : Escaped(address);

    public static bool EndsWithOne(StringBuilder line)
    {
        var start = line.Length;
        while (start > 0 && !char.IsWhiteSpace(line[start - 1]))
        {
            start--;
        }

        var word = line.ToString(start, line.Length - start).TrimStart('(');
        return word.Length > 0 && LengthAt(word, 0) > 0;
    }

    private static string Escaped(string address) =>
        address[0] is 'h' or 'H' ? address : address.Replace("*", "\\*", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal);
}
