using System.Globalization;
using System.Text.Encodings.Web;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Site;
using Microsoft.AspNetCore.Html;

namespace Bijgespijkerd.Web.Comments.Reading;

/// <summary>
/// Writes the threads of a page as nested lists, in one loop over flat rows: a partial for each comment would cost twice the time
/// and three times the memory (docs/decisions). The markup is part of the public contract.
/// </summary>
public sealed class ThreadHtml(Conversation talk, PostFacts post, SiteClock clock, OwnMarks own, long? answered, IHtmlContent? form) : IHtmlContent
{
    private readonly HashSet<long> _onPage = [.. talk.Rows.Select(r => r.Row.Id)];

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var open = new Stack<string>();
        for (var i = 0; i < talk.Rows.Count; i++)
        {
            var placed = talk.Rows[i];
            writer.Write("<li class=\"comment\">");
            WriteComment(writer, encoder, placed.Row);
            if (placed.Row.Id == answered && form is not null)
            {
                form.WriteTo(writer, encoder);
            }

            var next = i + 1 < talk.Rows.Count ? talk.Rows[i + 1].Level : 1;
            if (next > placed.Level)
            {
                OpenReplies(writer, placed.Answers, open);
                continue;
            }

            writer.Write("</li>");
            for (var level = placed.Level; level > next; level--)
            {
                writer.Write(open.Pop());
            }
        }

        while (open.Count > 0)
        {
            writer.Write(open.Pop());
        }
    }

    private static void OpenReplies(TextWriter writer, int answers, Stack<string> open)
    {
        if (answers < 2)
        {
            writer.Write("<div class=\"replies\"><ol class=\"thread\">");
            open.Push("</ol></div></li>");
            return;
        }

        writer.Write("<details class=\"replies\" open><summary><span>");
        writer.Write(CommentTexts.Answers, answers);
        writer.Write("<span class=\"dicht\">");
        writer.Write(CommentTexts.AnswersShow);
        writer.Write("</span></span></summary><ol class=\"thread\">");
        open.Push("</ol></details></li>");
    }

    private void WriteComment(TextWriter writer, HtmlEncoder encoder, CommentRow row)
    {
        var isOwn = own.Contains(row.Id);
        if (row.IsMarker && !(isOwn && row.IsWaiting))
        {
            WriteMarker(writer, encoder, row);
            return;
        }

        Write(writer, $"<article class=\"comment-card h-cite u-comment{(row.IsMarker ? " is-pending" : "")}\" id=\"reactie-{row.Id}\" tabindex=\"-1\" aria-labelledby=\"naam-{row.Id}\"><header>");
        Write(writer, $"<span class=\"avatar a{row.Tint}\" aria-hidden=\"true\">");
        encoder.Encode(writer, PersonName.Initials(row.Name));
        Write(writer, $"</span><p class=\"who\"><strong id=\"naam-{row.Id}\" class=\"p-author h-card\">");
        WriteName(writer, encoder, row);
        writer.Write("</strong> ");
        WriteBadge(writer, row);
        WriteWhen(writer, encoder, row);
        writer.Write("</p>");
        WriteNumber(writer, encoder, row);
        writer.Write("</header><div class=\"says e-content\">");
        writer.Write(row.Html.Value);
        writer.Write("</div>");
        if (isOwn)
        {
            own.Write(writer, encoder, row);
        }

        if (post.TakesComments && !row.IsMarker)
        {
            WriteReplyLink(writer, encoder, row);
        }

        writer.Write("</article>");
    }

    private static void WriteName(TextWriter writer, HtmlEncoder encoder, CommentRow row)
    {
        if (row.Website is null)
        {
            writer.Write("<bdi class=\"p-name\">");
            encoder.Encode(writer, row.Name);
            writer.Write("</bdi>");
            return;
        }

        writer.Write("<a class=\"u-url p-name\" rel=\"nofollow ugc noopener\" href=\"");
        encoder.Encode(writer, row.Website);
        writer.Write("\"><bdi>");
        encoder.Encode(writer, row.Name);
        writer.Write("</bdi></a>");
    }

    private void WriteBadge(TextWriter writer, CommentRow row)
    {
        if (row.IsMarker)
        {
            writer.Write($"<span class=\"badge badge-warn\">{CommentTexts.BadgeWaiting}</span> ");
        }
        else if (row.AuthorId is not null)
        {
            writer.Write(row.AuthorId == post.AuthorId
                ? $"<span class=\"badge badge-author\">{CommentTexts.BadgeAuthor}</span> "
                : $"<span class=\"badge\">{CommentTexts.BadgeEditor}</span> ");
        }
    }

    private void WriteWhen(TextWriter writer, HtmlEncoder encoder, CommentRow row)
    {
        Write(writer, $"<span class=\"when\"><time class=\"dt-published\" datetime=\"{clock.Iso(row.CreatedAt)}\">{clock.DateAndTime(row.CreatedAt)}</time>");
        if (row.ParentId is { } parent)
        {
            Write(writer, $" <span>{CommentTexts.InReplyTo} <a class=\"u-in-reply-to\" href=\"{(_onPage.Contains(parent) ? CommentAddress.Anchor(parent) : CommentAddress.Permalink(parent))}\">");
            if (row.ParentName is { } name)
            {
                writer.Write("@<bdi>");
                encoder.Encode(writer, name);
                writer.Write("</bdi>");
            }
            else
            {
                writer.Write(CommentTexts.RemovedParent);
            }

            writer.Write("</a></span>");
        }

        if (row.EditedAt is { } edited)
        {
            Write(writer, $" <span>{CommentTexts.Edited} {clock.Time(edited)}</span>");
        }

        writer.Write("</span>");
    }

    private static void WriteNumber(TextWriter writer, HtmlEncoder encoder, CommentRow row)
    {
        if (row.Number is { } number)
        {
            Write(writer, $"<a class=\"nr u-url\" href=\"{CommentAddress.Permalink(row.Id)}\"><span class=\"vh\">{CommentTexts.PermalinkTo} </span>#{number}</a>");
        }
    }

    private static void WriteMarker(TextWriter writer, HtmlEncoder encoder, CommentRow row)
    {
        var text = row.State == CommentState.Held ? CommentTexts.MarkerHeld
            : row.RemovedBy == CommentRemover.Writer ? CommentTexts.MarkerWriter : CommentTexts.Marker;
        Write(writer, $"<article class=\"comment-card is-gone\" id=\"reactie-{row.Id}\" tabindex=\"-1\" aria-label=\"{CommentTexts.MarkerLabel} {row.Number}\"><header><span class=\"avatar\" aria-hidden=\"true\"></span><p class=\"says\">{text}</p>");
        WriteNumber(writer, encoder, row);
        writer.Write("</header></article>");
    }

    private void WriteReplyLink(TextWriter writer, HtmlEncoder encoder, CommentRow row)
    {
        Write(writer, $"<div class=\"acts\"><a href=\"{talk.Page.Path}?antwoord={row.Id}#reageren\" rel=\"nofollow\" data-antwoord=\"{row.Id}\"><svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"{Icon.ReplyPath}\"/></svg>{CommentTexts.Reply}<span class=\"vh\"> {CommentTexts.ReplyTo} ");
        encoder.Encode(writer, row.Name);
        Write(writer, $", {CommentTexts.Comment} {row.Number}</span></a></div>");
    }

    /// <summary>Only numbers, our own texts and addresses made of checked slugs may pass here: nothing is encoded.</summary>
    private static void Write(TextWriter writer, FormattableString markup) => writer.Write(markup.ToString(CultureInfo.InvariantCulture));
}
