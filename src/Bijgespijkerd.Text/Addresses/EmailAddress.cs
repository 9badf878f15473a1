using System.Buffers;
using System.Globalization;
using System.Text;

namespace Bijgespijkerd.Text;

/// <summary>An e-mail address, as far as it can be judged without sending a letter.</summary>
public static class EmailAddress
{
    /// <summary>Most characters of an address (RFC 5321, 4.5.3.1.3: a path of 256 with its brackets).</summary>
    public const int MaxLength = 254;

    private const int MaxLocalLength = 64;

    // What an atom may hold beside letters and digits (RFC 5322, 3.2.3).
    private static readonly SearchValues<char> _signs = SearchValues.Create("!#$%&'*+-/=?^_`{|}~");

    /// <summary>A practical check, linear in the length: what a mail server takes without quotes. Atoms with single dots between them, beyond
    /// ASCII too (RFC 6531), one @, and a domain of two labels or more that fits the names of the internet, also when its letters must be written otherwise there.</summary>
    /// <param name="address">As typed. White space, also around it, control characters, quotes, brackets and commas make it invalid,
    /// so that a valid address can never add a header or a second recipient to a letter.</param>
    public static bool IsValid(string? address)
    {
        if (string.IsNullOrEmpty(address) || address.Length > MaxLength || Encoding.UTF8.GetByteCount(address) > MaxLength)
        {
            return false;
        }

        int at = address.IndexOf('@', StringComparison.Ordinal);
        return at >= 1 && Encoding.UTF8.GetByteCount(address.AsSpan(0, at)) <= MaxLocalLength && IsLocal(address.AsSpan(0, at)) && IsDomain(address[(at + 1)..]);
    }

    /// <summary>The form under which two spellings of an address are the same: trimmed, lower case.</summary>
    /// <param name="address">An address.</param>
    /// <returns>A key for comparison (ordinal).</returns>
    public static string Key(string address) => address.Trim().ToLowerInvariant();

    private static bool IsLocal(ReadOnlySpan<char> local)
    {
        bool followsDot = true;
        foreach (char unit in local)
        {
            if (unit == '.' ? followsDot : !char.IsLetterOrDigit(unit) && !_signs.Contains(unit) && !IsMark(unit))
            {
                return false;
            }

            followsDot = unit == '.';
        }

        return !followsDot;
    }

    // Some scripts put marks above or below their letters.
    private static bool IsMark(char unit) =>
        CharUnicodeInfo.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark && PlainText.Clean(unit.ToString()).Length == 1;

    private static bool IsDomain(string domain)
    {
        if (!domain.All(unit => unit is '.' or '-' || char.IsLetterOrDigit(unit) || IsMark(unit)) || AsciiOf(domain) is not { } ascii)
        {
            return false;
        }

        string[] labels = ascii.Split('.');
        return labels.Length >= 2 && Array.TrueForAll(labels, label => label.Length is >= 1 and <= 63 && label[0] != '-' && label[^1] != '-')
            && labels[^1].Length >= 2 && !char.IsAsciiDigit(labels[^1][0]);
    }

    private static string? AsciiOf(string domain)
    {
        if (domain.All(char.IsAscii))
        {
            return domain;
        }

        try
        {
            return new IdnMapping().GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
