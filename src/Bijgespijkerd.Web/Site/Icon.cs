using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Html;

namespace Bijgespijkerd.Web.Site;

/// <summary>The line drawings of the interface; hidden from screen readers, the words beside them speak.</summary>
public static class Icon
{
    public const string ReplyPath = "M9 6 4 11l5 5M4 11h10a6 6 0 0 1 6 6v2";

    public static IHtmlContent Up { get; } = Line("M12 20V5M5 12l7-7 7 7");
    public static IHtmlContent Reply { get; } = Line(ReplyPath);
    public static IHtmlContent Out { get; } = Line("M14 4h6v6M20 4l-9 9M18 14v6H4V6h6");
    public static IHtmlContent Edit { get; } = Line("m4 20 1-5L16 4l4 4L9 19z");
    public static IHtmlContent Bin { get; } = Line("M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13");
    public static IHtmlContent Undo { get; } = Line("M9 7 4 12l5 5M4 12h11a5 5 0 0 1 0 10h-2");
    public static IHtmlContent Clock { get; } = Draw("<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M12 7v5l3 2\"/>");
    public static IHtmlContent Error { get; } = Draw("<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M12 7v6M12 16.5v.1\"/>");
    public static IHtmlContent Search { get; } = Draw("<circle cx=\"10.5\" cy=\"10.5\" r=\"6.5\"/><path d=\"m15.5 15.5 5 5\"/>");

    public static IHtmlContent Brand { get; } = Trusted.Drawing(
        "<svg viewBox=\"0 0 32 32\" aria-hidden=\"true\"><rect class=\"b-vlak\" width=\"32\" height=\"32\" rx=\"7\"/>"
        + "<path class=\"b-spijker\" d=\"M9 6h14a2 2 0 0 1 0 4H9a2 2 0 0 1 0-4m5 5h4v10l-2 6-2-6z\"/></svg>");

    public static IHtmlContent BentNail { get; } = Trusted.Drawing(
        "<svg viewBox=\"0 0 144 96\" aria-hidden=\"true\"><path d=\"M8 84h128\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"4\" stroke-linecap=\"round\"/>"
        + "<path d=\"M60 84V56c0-20 36-14 36-32\" fill=\"none\" stroke=\"#727f85\" stroke-width=\"8\"/>"
        + "<path d=\"m80 14 32 10\" fill=\"none\" stroke=\"#ffc52e\" stroke-width=\"10\" stroke-linecap=\"round\"/></svg>");

    public static IHtmlContent Line(string path) => Draw($"<path d=\"{path}\"/>");

    public static IHtmlContent Draw(string shapes) =>
        Trusted.Drawing($"<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">{shapes}</svg>");
}
