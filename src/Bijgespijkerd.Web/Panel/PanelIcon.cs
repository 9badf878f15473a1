using Bijgespijkerd.Web.Site;
using Microsoft.AspNetCore.Html;

namespace Bijgespijkerd.Web.Panel;

/// <summary>The line drawings of the panel.</summary>
public static class PanelIcon
{
    public static IHtmlContent Home { get; } = Icon.Line("M4 11 12 4l8 7v9h-5v-6H9v6H4z");
    public static IHtmlContent Article { get; } = Icon.Line("M6 3h8l4 4v14H6zM9 11h6M9 15h6");
    public static IHtmlContent Comment { get; } = Icon.Line("M4 5h16v11H10l-5 4v-4H4z");
    public static IHtmlContent Picture { get; } = Icon.Draw("<rect x=\"3\" y=\"5\" width=\"18\" height=\"14\" rx=\"2\"/><path d=\"m4 17 5-5 4 4 3-3 4 4M15 9.5v.1\"/>");
    public static IHtmlContent More { get; } = Icon.Draw("<path d=\"M5 12v.1M12 12v.1M19 12v.1\" stroke-width=\"3\"/>");
    public static IHtmlContent Topic { get; } = Icon.Line("M4 4h8l8 8-8 8-8-8zM8.5 8.5v.1");
    public static IHtmlContent Label { get; } = Icon.Line("M9 4 7 20M17 4l-2 16M4 9h16M3 15h16");
    public static IHtmlContent Person { get; } = Icon.Draw("<circle cx=\"12\" cy=\"8\" r=\"4\"/><path d=\"M4.5 21c0-4.5 3.4-7 7.5-7s7.5 2.5 7.5 7\"/>");
    public static IHtmlContent Block { get; } = Icon.Line("M4 5h16v14H4zM8 10h8M8 14h5");
    public static IHtmlContent People { get; } = Icon.Draw("<circle cx=\"9\" cy=\"8\" r=\"3.5\"/><path d=\"M3 20c0-4 3-6 6-6s6 2 6 6M16 5a3.5 3.5 0 0 1 0 6.5M18 14.5c2 .8 3 2.8 3 5.5\"/>");
    public static IHtmlContent Settings { get; } = Icon.Draw("<path d=\"M4 7h10M18 7h2M4 17h2M10 17h10\"/><circle cx=\"16\" cy=\"7\" r=\"2\"/><circle cx=\"8\" cy=\"17\" r=\"2\"/>");
    public static IHtmlContent Log { get; } = Icon.Line("M5 4h14v16H5zM8 8h8M8 12h8M8 16h5");
    public static IHtmlContent Key { get; } = Icon.Draw("<circle cx=\"8\" cy=\"15\" r=\"4\"/><path d=\"m11 12 8-8M16 7l3 3\"/>");
    public static IHtmlContent Leave { get; } = Icon.Line("M10 4H5v16h5M14 8l4 4-4 4M18 12H9");
    public static IHtmlContent Rule { get; } = Icon.Line("M4 6h16M4 12h10M4 18h6M17 14l2 2 3-4");
    public static IHtmlContent Sieve { get; } = Icon.Line("M4 5h16l-6 8v6l-4-2v-4z");
    public static IHtmlContent Check { get; } = Icon.Line("m5 12.5 4.5 4.5L19 7.5");
}
