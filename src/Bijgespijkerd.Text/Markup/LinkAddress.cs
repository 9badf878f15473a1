using System.Text;

namespace Bijgespijkerd.Text;

// The one place where an address in a text is let through or not. Allowed: http, https, mailto and,
// for those who may (articles), addresses on this site. Everything else is null: the link keeps its text and loses its href.
internal static class LinkAddress
{
    public static string? ForArticle(string? typed)
    {
        string? address = Readable(typed);
        return address is null ? null : SchemeOf(address) switch
        {
            "" => Encode(address),
            "http" or "https" => OnHost(address, strict: false),
            "mailto" => Encode(address),
            _ => null,
        };
    }

    public static string? ForComment(string? typed)
    {
        string? address = Readable(typed);
        return address is null ? null : SchemeOf(address) switch
        {
            "http" or "https" => OnHost(address, strict: true),
            "mailto" when address.Length > "mailto:".Length => Encode(address),
            _ => null,
        };
    }

    // Whether the address leads away from this site; "//host" and "\\host" do as well.
    public static bool IsExternal(string address) =>
        address.StartsWith("http:", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
        || address is ['/' or '\\', '/' or '\\', ..] || address.StartsWith("/%5C", StringComparison.Ordinal);

    // "https://voorbeeld.nl:81/pad" -> voorbeeld.nl; "mailto:jan@voorbeeld.nl?subject=x" -> jan@voorbeeld.nl.
    public static string ShownHost(string address)
    {
        string rest = address[(address.IndexOf(':', StringComparison.Ordinal) + 1)..];
        string authority = UpTo(rest.TrimStart('/'), "/?#");
        return rest.StartsWith('/') ? UpTo(authority, ":") : authority;
    }

    // Without control characters and white space around it: browsers take tabs and line feeds out of "java\tscript:" before they read it.
    private static string? Readable(string? typed)
    {
        string address = typed?.Trim() ?? string.Empty;
        return address.Any(unit => char.IsControl(unit) || PlainText.TurnsDirection(unit)) ? null : address;
    }

    private static string SchemeOf(string address)
    {
        int colon = address.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || address.AsSpan(0, colon).ContainsAny('/', '?', '#') ? string.Empty : address[..colon].ToLowerInvariant() is { Length: > 0 } scheme ? scheme : ":";
    }

    // A comment's link must show plainly which host it leads to: no user information, no host that only a browser understands.
    private static string? OnHost(string address, bool strict)
    {
        int authorityStart = address.IndexOf("://", StringComparison.Ordinal) + 3;
        if (authorityStart < 3 || authorityStart > "https://".Length)
        {
            return strict ? null : Encode(address);
        }

        string authority = UpTo(address[authorityStart..], "/?#\\");
        if (WebHost.TryParse(authority, out string host, out string port))
        {
            return address[..authorityStart].ToLowerInvariant() + Encode(host + port + address[(authorityStart + authority.Length)..]);
        }

        return strict || !WebHost.IsAscii(authority.Replace("@", string.Empty, StringComparison.Ordinal).Replace(":", string.Empty, StringComparison.Ordinal)) ? null : Encode(address);
    }

    private static string UpTo(string text, string ends)
    {
        int end = text.AsSpan().IndexOfAny(ends);
        return end < 0 ? text : text[..end];
    }

    // Percent-encodes what an address may not hold (RFC 3986, 2); what was encoded stays.
    private static string Encode(string address)
    {
        var encoded = new StringBuilder(address.Length);
        Span<byte> bytes = stackalloc byte[4];
        foreach (Rune rune in address.EnumerateRunes())
        {
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || "-_.~!*'();:@&=+$,/?#%".Contains((char)rune.Value, StringComparison.Ordinal)))
            {
                encoded.Append((char)rune.Value);
                continue;
            }

            int length = rune.EncodeToUtf8(bytes);
            foreach (byte octet in bytes[..length])
            {
                encoded.Append('%').Append(octet.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return encoded.ToString();
    }
}
