using System.Globalization;
using System.Text;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Html;

namespace Bijgespijkerd.Web.Panel;

/// <summary>The bars of "Reacties per week": drawn of numbers alone.</summary>
public static class WeekBars
{
    private const int Room = 100;
    private const int Floor = 125;

    public static IHtmlContent Of(IReadOnlyList<WeekCount> weeks)
    {
        var highest = Math.Max(1, weeks.Max(w => w.Comments));
        var drawing = new StringBuilder("<line x1=\"0\" y1=\"125.5\" x2=\"400\" y2=\"125.5\"/>");
        foreach (var (i, week) in weeks.Index())
        {
            var height = week.Comments * Room / highest;
            drawing.Append(
                CultureInfo.InvariantCulture,
                $"<rect{(i == weeks.Count - 1 ? " class=\"nu\"" : "")} x=\"{8 + (i * 50)}\" y=\"{Floor - height}\" width=\"34\" height=\"{height}\" rx=\"3\"/>"
                + $"<text x=\"{25 + (i * 50)}\" y=\"{Floor - 7 - height}\" text-anchor=\"middle\">{week.Comments}</text>"
                + $"<text x=\"{25 + (i * 50)}\" y=\"143\" text-anchor=\"middle\">{week.Week}</text>");
        }

        return Trusted.Drawing(drawing.ToString());
    }
}
