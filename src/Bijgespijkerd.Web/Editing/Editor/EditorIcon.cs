using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Site;
using Microsoft.AspNetCore.Html;

namespace Bijgespijkerd.Web.Editing.Editor;

/// <summary>The line drawings of the toolbar.</summary>
public static class EditorIcon
{
    public static IHtmlContent Link { get; } = Icon.Line("m10 14 4-4M9 10l-3 3a3.5 3.5 0 0 0 5 5l3-3M15 14l3-3a3.5 3.5 0 0 0-5-5l-3 3");
    public static IHtmlContent List { get; } = Icon.Line("M9 6h11M9 12h11M9 18h11M4.5 6v.1M4.5 12v.1M4.5 18v.1");
    public static IHtmlContent Picture => PanelIcon.Picture;
    public static IHtmlContent Tip => PanelIcon.Topic;
}
