using System.Globalization;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Import.WordPress.Wxr;

/// <summary>
/// WordPress writes a moment twice, in UTC and in the site's zone, and drafts have "0000-00-00 00:00:00" for the first.
/// The export has no zone of its own, so the local one is read in this site's.
/// </summary>
public static class WxrDates
{
    private static readonly string[] Forms = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd"];

    /// <summary>Null when none of them is a moment.</summary>
    public static DateTimeOffset? Of(string inUtc, string inZone, string published, SiteClock clock) =>
        Parse(inUtc) is { } utc ? new DateTimeOffset(utc, TimeSpan.Zero)
        : Parse(inZone) is { } local ? clock.At(local)
        : Published(published);

    private static DateTime? Parse(string text) =>
        DateTime.TryParseExact(text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && IsLikely(moment.Year) ? moment : null;

    private static DateTimeOffset? Published(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && IsLikely(moment.Year) ? moment : null;

    /// <summary>A draft is dated "-0001-11-30" or in the year of nothing; no weblog is older than the web.</summary>
    private static bool IsLikely(int year) => year is > 1969 and < 9999;
}
