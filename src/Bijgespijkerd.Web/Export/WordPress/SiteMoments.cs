using System.Globalization;

namespace Bijgespijkerd.Web.Export.WordPress;

/// <summary>A moment in the two ways that WordPress writes it: in the site's zone and in UTC, to the second.</summary>
internal sealed class SiteMoments(TimeZoneInfo zone)
{
    /// <summary>What WordPress writes where there is none: in UTC, of what was never published.</summary>
    public const string None = "0000-00-00 00:00:00";

    public string Local(DateTimeOffset at) => Form(TimeZoneInfo.ConvertTime(at, zone));

    public static string Utc(DateTimeOffset at) => Form(at.ToUniversalTime());

    public static string Rfc822(DateTimeOffset at) => at.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000";

    private static string Form(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
