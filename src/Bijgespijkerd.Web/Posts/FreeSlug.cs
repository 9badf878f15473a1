using System.Globalization;
using Bijgespijkerd.Text;

namespace Bijgespijkerd.Web.Posts;

/// <summary>A slug that nobody has: "-2" and on behind one that is taken.</summary>
internal static class FreeSlug
{
    /// <summary>The first of the texts that makes a slug; WordPress stores other scripts percent-encoded.</summary>
    public static string From(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (Slug.From(Uri.UnescapeDataString(text)) is { Length: > 0 } slug)
            {
                return slug;
            }
        }

        return "zonder-naam";
    }

    /// <summary>The slug itself, then with "-2", "-3" and on.</summary>
    public static IEnumerable<string> Variants(string slug)
    {
        yield return slug;
        for (var number = 2; ; number++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $"-{number}");
            yield return slug[..Math.Min(slug.Length, Slug.MaxLength - suffix.Length)].TrimEnd('-') + suffix;
        }
    }

    public static async Task<string> FindAsync(string wanted, Func<string, Task<bool>> isTaken)
    {
        foreach (var slug in Variants(wanted))
        {
            if (!await isTaken(slug))
            {
                return slug;
            }
        }

        throw new InvalidOperationException("The variants of a slug never end");
    }
}
