using System.Globalization;
using System.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Html;

namespace Bijgespijkerd.Web.Moderation.Queue;

/// <summary>A writer's latest comments as a row of blocks: drawn of numbers alone, and told in words beside it.</summary>
public static class StreakDrawing
{
    public static IHtmlContent Of(IReadOnlyList<CommentState> states)
    {
        if (states.Count < 2)
        {
            return Trusted.Drawing("");
        }

        var width = (states.Count * 13) - 3;
        var drawing = new StringBuilder();
        drawing.Append(CultureInfo.InvariantCulture, $"<svg class=\"streak\" viewBox=\"0 0 {width} 12\" width=\"{width}\" height=\"12\" aria-hidden=\"true\">");
        foreach (var (i, state) in states.Index())
        {
            var look = state switch { CommentState.Published => " class=\"o\"", CommentState.Spam => " class=\"s\"", _ => "" };
            drawing.Append(CultureInfo.InvariantCulture, $"<rect{look} x=\"{i * 13}\" width=\"10\" height=\"12\" rx=\"2\"/>");
        }

        return Trusted.Drawing(drawing.Append("</svg>").ToString());
    }
}
