using System.Text.Encodings.Web;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Comments.Reading;

/// <summary>What only the writer of a comment sees beside it, in place: its state, and what can still be done.</summary>
public sealed class OwnMarks(IReadOnlySet<long> ids, VisitorKey visitor, SiteClock clock, CommentSettings settings, DateTimeOffset now)
{
    public bool Contains(long id) => ids.Contains(id);

    public void Write(MarkupText markup, CommentRow row)
    {
        var until = row.CreatedAt.AddMinutes(settings.EditMinutes);
        var waits = row.IsMarker;
        if (!waits && until <= now)
        {
            return;
        }

        var key = HtmlEncoder.Default.Encode(visitor.SecretOf(row.Id));
        var text = waits ? CommentTexts.OwnWaiting : string.Format(SiteClock.Dutch, CommentTexts.OwnEditable, clock.Time(until));
        var address = CommentAddress.Permalink(row.Id);
        markup.Write($"<p class=\"state\"><svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M12 7v5l3 2\"/></svg> {text}</p>");
        markup.Write($"<div class=\"acts\"><a href=\"{address}?sleutel={key}\">{(waits ? CommentTexts.OwnWhy : CommentTexts.OwnPage)}</a>");
        markup.Write($"<a href=\"{address}/bewerken?sleutel={key}\">{CommentTexts.Edit}</a>");
        markup.Write($"<form method=\"post\" action=\"{address}/intrekken\"><input type=\"hidden\" name=\"sleutel\" value=\"{key}\"><button>{CommentTexts.Withdraw}</button></form></div>");
    }
}
