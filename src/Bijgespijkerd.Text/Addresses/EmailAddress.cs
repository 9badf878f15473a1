using System.Buffers;

namespace Bijgespijkerd.Text;

/// <summary>An e-mail address, as far as it can be judged without sending a letter.</summary>
public static class EmailAddress
{
    /// <summary>Most characters of an address (RFC 5321, 4.5.3.1.3: a path of 256 with its brackets).</summary>
    public const int MaxLength = 254;

    private const int MaxLocalLength = 64;

    private static readonly SearchValues<char> _never = SearchValues.Create("()<>[],;:\\\"");

    /// <summary>A practical check, linear in the length: one @, something before it, a domain of two labels or more after it.</summary>
    /// <param name="address">As typed. White space, also around it, control characters, quotes, brackets and commas make it invalid,
    /// so that a valid address can never add a header or a second recipient to a letter.</param>
    public static bool IsValid(string? address)
    {
        if (string.IsNullOrEmpty(address) || address.Length > MaxLength)
        {
            return false;
        }

        int at = address.IndexOf('@', StringComparison.Ordinal);
        if (at is < 1 or > MaxLocalLength || address.IndexOf('@', at + 1) >= 0)
        {
            return false;
        }

        return address.AsSpan(0, at).IndexOfAny(_never) < 0
            && address.All(unit => !char.IsWhiteSpace(unit) && PlainText.Clean(unit.ToString()).Length == 1)
            && IsDomain(address.AsSpan(at + 1));
    }

    /// <summary>The form under which two spellings of an address are the same: trimmed, lower case.</summary>
    /// <param name="address">An address.</param>
    /// <returns>A key for comparison (ordinal).</returns>
    public static string Key(string address) => address.Trim().ToLowerInvariant();

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        int labels = 0;
        ReadOnlySpan<char> last = default;
        foreach (Range range in domain.Split('.'))
        {
            last = domain[range];
            labels++;
            if (last.Length is < 1 or > 63 || last[0] == '-' || last[^1] == '-')
            {
                return false;
            }

            foreach (char unit in last)
            {
                if (unit != '-' && !char.IsLetterOrDigit(unit))
                {
                    return false;
                }
            }
        }

        return labels >= 2 && last.Length >= 2 && !char.IsDigit(last[0]);
    }
}
