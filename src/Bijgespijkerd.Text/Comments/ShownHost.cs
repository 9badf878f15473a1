namespace Bijgespijkerd.Text;

// Link text that looks like another host than the one the link leads to (security.md, X11).
internal static class ShownHost
{
    private const int MaxWords = 200;

    public static bool Misleads(string text, string address)
    {
        string real = LinkAddress.ShownHost(address);
        string realHost = real[(real.LastIndexOf('@') + 1)..];
        if (realHost.Split('.').Any(label => label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        foreach (string word in text.Split((char[]?)null, MaxWords, StringSplitOptions.RemoveEmptyEntries))
        {
            if (Hosts(word).Any(host => !IsSame(host, realHost)))
            {
                return true;
            }
        }

        return false;
    }

    // "https://nos.nl/pad" -> nos.nl; "https://nos.nl@ergens.nl/" -> both; "bijv." -> none.
    private static IEnumerable<string> Hosts(string word)
    {
        string folded = Folding.Fold(word.Length > 300 ? word[..300] : word).Replace('。', '.').Replace('․', '.').Replace('⁄', '/').Replace('∕', '/');
        int scheme = folded.IndexOf("://", StringComparison.Ordinal);
        string rest = scheme >= 0 ? folded[(scheme + 3)..] : folded;
        int end = rest.AsSpan().IndexOfAny("/?#\\");
        return (end >= 0 ? rest[..end] : rest)
            .Split('@', ':')
            .Select(part => part.Trim('.', ',', ';', '!', '?', '(', ')', '"', '\'', '<', '>', '[', ']', '«', '»', '“', '”', '‘', '’', '*', '_'))
            .Where(LooksLikeHost);
    }

    private static bool LooksLikeHost(string text)
    {
        string[] labels = text.Split('.');
        return labels.Length >= 2 && labels[^1].Length >= 2 && labels[^1].All(char.IsLetter)
            && labels.All(label => label.Length > 0 && label.All(unit => unit == '-' || char.IsLetterOrDigit(unit)));
    }

    private static bool IsSame(string shown, string real)
    {
        string bare = WithoutWww(shown);
        return string.Equals(bare, WithoutWww(real), StringComparison.OrdinalIgnoreCase)
            || real.EndsWith("." + bare, StringComparison.OrdinalIgnoreCase);
    }

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
}
