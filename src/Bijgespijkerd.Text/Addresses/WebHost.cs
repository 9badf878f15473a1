using System.Globalization;

namespace Bijgespijkerd.Text;

// Hosts inside web addresses, read as strictly as a browser is lax: what is not plainly a host is none.
internal static class WebHost
{
    // The longest name of a host (RFC 1035, 2.3.4).
    private const int MaxLength = 253;

    public static bool IsAscii(ReadOnlySpan<char> host)
    {
        foreach (char unit in host)
        {
            if (!char.IsAsciiLetterOrDigit(unit) && unit is not ('-' or '.' or '_'))
            {
                return false;
            }
        }

        return host.Length is > 0 and <= MaxLength && char.IsAsciiLetterOrDigit(host[0]);
    }

    // Splits "host:8080" (no user information); the host comes back in ASCII and lower case.
    public static bool TryParse(ReadOnlySpan<char> authority, out string host, out string port)
    {
        int colon = authority.IndexOf(':');
        port = colon < 0 ? string.Empty : authority[colon..].ToString();
        host = string.Empty;
        ReadOnlySpan<char> name = colon < 0 ? authority : authority[..colon];
        if (name.Length is 0 or > MaxLength || port.Length > 6 || port.AsSpan(Math.Min(1, port.Length)).ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        host = ToAscii(name.ToString());
        return IsAscii(host);
    }

    private static string ToAscii(string name)
    {
        if (IsAscii(name))
        {
            return name.ToLowerInvariant();
        }

        try
        {
            return new IdnMapping().GetAscii(name).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return string.Empty;
        }
    }
}
