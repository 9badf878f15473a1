using Microsoft.Extensions.Primitives;

namespace Bijgespijkerd.Web.Platform.Web.ReaderCache;

public enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>What a client can read (RFC 9110, 12.5.3): names are whole tokens, and a weight of 0 means never.</summary>
public static class AcceptedCoding
{
    public static ContentCoding Best(StringValues accepted)
    {
        var (brotli, gzip) = (false, false);
        foreach (var line in accepted)
        {
            foreach (var part in line.AsSpan().Split(','))
            {
                Read(line.AsSpan(part).Trim(), ref brotli, ref gzip);
            }
        }

        return brotli ? ContentCoding.Brotli : gzip ? ContentCoding.Gzip : ContentCoding.Identity;
    }

    private static void Read(ReadOnlySpan<char> item, ref bool brotli, ref bool gzip)
    {
        var end = item.IndexOf(';');
        var name = end < 0 ? item : item[..end].TrimEnd();
        if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
        {
            brotli = end < 0 || !IsNever(item[end..]);
        }
        else if (name.Equals("gzip", StringComparison.OrdinalIgnoreCase))
        {
            gzip = end < 0 || !IsNever(item[end..]);
        }
    }

    /// <summary>";q=0", "; q=0.000"</summary>
    private static bool IsNever(ReadOnlySpan<char> parameters)
    {
        var at = parameters.IndexOf("q=", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && parameters[(at + 2)..].Trim().TrimEnd('0') is "" or "0." or ".";
    }
}
