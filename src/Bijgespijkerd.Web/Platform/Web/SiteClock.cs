using System.Globalization;
using Bijgespijkerd.Web.Platform.Settings;

namespace Bijgespijkerd.Web.Platform.Web;

/// <summary>Moments as readers see them: in the site's zone, in Dutch.</summary>
public sealed class SiteClock(SettingsInForce settings)
{
    public static CultureInfo Dutch { get; } = CultureInfo.GetCultureInfo("nl-NL");

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, settings.Now.TimeZone);

    /// <summary>14 mei 2026</summary>
    public string Date(DateTimeOffset at) => Local(at).ToString("d MMMM yyyy", Dutch);

    /// <summary>14 mei 2026, 09:12</summary>
    public string DateAndTime(DateTimeOffset at) => Local(at).ToString("d MMMM yyyy, HH:mm", Dutch);

    /// <summary>14:32</summary>
    public string Time(DateTimeOffset at) => Local(at).ToString("HH:mm", Dutch);

    /// <summary>2.946</summary>
    public static string Number(int number) => number.ToString("#,0", Dutch);

    /// <summary>mei 2026</summary>
    public static string Month(int year, int month) => new DateOnly(year, month, 1).ToString("MMMM yyyy", Dutch);

    /// <summary>For the datetime attribute: local time with its offset.</summary>
    public string Iso(DateTimeOffset at) => Local(at).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The first moment of a local day.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        var zone = settings.Now.TimeZone;
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(30);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    /// <summary>
    /// A local time as somebody wrote it: "2024-03-14 09:15". One that the clock skips in spring is an hour later; one that it shows
    /// twice in autumn is the first of the two.
    /// </summary>
    public DateTimeOffset At(DateTime local)
    {
        var typed = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        var zone = settings.Now.TimeZone;
        var offset = zone.IsAmbiguousTime(typed) ? zone.GetAmbiguousTimeOffsets(typed).Max() : zone.GetUtcOffset(typed);
        return new DateTimeOffset(typed, offset);
    }
}
