using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Comments.Reading;

/// <summary>A moment as <see cref="SiteClock"/> shows it, converted to the site's zone once and written digit by digit: a page holds hundreds.</summary>
internal readonly struct LocalMoment(DateTimeOffset at, SiteClock clock)
{
    private static readonly string[] Months = SiteClock.Dutch.DateTimeFormat.MonthGenitiveNames;

    private readonly DateTimeOffset _local = clock.Local(at);

    /// <summary>2026-05-14T09:12:00+02:00</summary>
    public void WriteIso(MarkupText text)
    {
        text.WritePadded(_local.Year, 4);
        text.Write('-');
        text.WritePadded(_local.Month, 2);
        text.Write('-');
        text.WritePadded(_local.Day, 2);
        text.Write('T');
        WriteTime(text);
        text.Write(':');
        text.WritePadded(_local.Second, 2);
        var minutes = _local.TotalOffsetMinutes;
        text.Write(minutes < 0 ? '-' : '+');
        text.WritePadded(Math.Abs(minutes) / 60, 2);
        text.Write(':');
        text.WritePadded(Math.Abs(minutes) % 60, 2);
    }

    /// <summary>14 mei 2026, 09:12</summary>
    public void WriteDateAndTime(MarkupText text)
    {
        text.Write(_local.Day);
        text.Write(' ');
        text.Write(Months[_local.Month - 1]);
        text.Write(' ');
        text.WritePadded(_local.Year, 4);
        text.Write(", ");
        WriteTime(text);
    }

    /// <summary>09:12</summary>
    public void WriteTime(MarkupText text)
    {
        text.WritePadded(_local.Hour, 2);
        text.Write(':');
        text.WritePadded(_local.Minute, 2);
    }
}
