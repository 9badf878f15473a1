using System.Globalization;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Import.WordPress.Wxr;

/// <summary>
/// WordPress writes a moment twice, in UTC and in the site's zone, and drafts have "0000-00-00 00:00:00" for the first.
/// The export has no zone of its own, so the local one is read in this site's.
/// </summary>
public static class WxrDates
{
    private static readonly string[] Forms = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];

    /// <summary>Null when nothing in the entry is a moment.</summary>
    public static DateTimeOffset? Of(WxrFields fields, string name, SiteClock clock) =>
        Parse(fields[name + "_gmt"]) is { } utc ? new DateTimeOffset(utc, TimeSpan.Zero)
        : Parse(fields[name]) is { } local ? clock.At(local)
        : Published(fields["pubDate"]);

    private static DateTime? Parse(string text) =>
        DateTime.TryParseExact(text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && moment.Year is > 1 and < 9999
            ? moment
            : null;

    private static DateTimeOffset? Published(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && moment.Year is > 1 and < 9999 ? moment : null;
}
