using System.Diagnostics.CodeAnalysis;

namespace Bijgespijkerd.Text;

/// <summary>The address of somebody's site.</summary>
public static class WebAddress
{
    /// <summary>Most UTF-16 units, both as typed and as cleaned (rules.md, A comment's text).</summary>
    public const int MaxLength = 500;

    /// <summary>Reads what somebody typed as a web address: <c>voorbeeld.nl</c> gives <c>https://voorbeeld.nl/</c>.</summary>
    /// <param name="typed">As typed; white space around it is ignored.</param>
    /// <param name="address">An absolute address with http or https, its host in ASCII (IDN as xn--); empty when it was refused.</param>
    /// <returns>False for another scheme, user information, a host without a dot, control or direction characters, white space
    /// inside, or more than <see cref="MaxLength"/> units; the caller then shows a message.</returns>
    [SuppressMessage("Design", "CA1021", Justification = "The Try pattern.")]
    public static bool TryClean(string? typed, out string address)
    {
        address = string.Empty;
        string text = typed?.Trim() ?? string.Empty;
        if (text.Length is 0 or > MaxLength || text.Any(char.IsWhiteSpace) || PlainText.Clean(text).Length != text.Length || text.Contains('\\', StringComparison.Ordinal))
        {
            return false;
        }

        int scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0 || text.AsSpan(0, scheme).ContainsAny('/', '?', '#'))
        {
            (text, scheme) = ("https://" + text, "https".Length);
        }

        // The host is read here, strictly, and not by Uri, which lets user information and half-valid names through.
        string rest = text[(scheme + 3)..];
        int end = rest.AsSpan().IndexOfAny('/', '?', '#');
        string authority = end < 0 ? rest : rest[..end];
        if (!WebHost.TryParse(authority, out string host, out string port) || !host.Trim('.').Contains('.', StringComparison.Ordinal)
            || !Uri.TryCreate(text[..scheme] + "://" + host + port + rest[authority.Length..], UriKind.Absolute, out Uri? uri)
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps) || uri.AbsoluteUri.Length > MaxLength)
        {
            return false;
        }

        address = uri.AbsoluteUri;
        return true;
    }
}
