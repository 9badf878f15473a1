using System.Text.Encodings.Web;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Html;

namespace Bijgespijkerd.Web.Comments.Reading;

/// <summary>
/// Writes the threads of a page as nested lists, in one loop over flat rows: a partial for each comment would cost twice the time
/// and three times the memory (docs/decisions). The markup is part of the public contract.
/// </summary>
public sealed class ThreadHtml(Conversation talk, CommentHtml card, HtmlEncoder encoder, long? answered, IHtmlContent? form) : IHtmlAsyncContent
{
    /// <summary>In pieces, so that neither a page's text nor a view's buffer of it ever stands in memory whole.</summary>
    public async ValueTask WriteToAsync(TextWriter writer)
    {
        using var text = new MarkupText(encoder);
        var open = new Stack<string>();
        for (var i = 0; i < talk.Rows.Count; i++)
        {
            WriteRow(text, i);
            if (IsAnswered(i))
            {
                await text.FlushAsync(writer);
                form!.WriteTo(writer, encoder);
            }

            WriteEnd(text, i, open);
            if (text.IsFull)
            {
                await text.FlushAsync(writer);
            }
        }

        await text.FlushAsync(writer);
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        using var text = new MarkupText(encoder);
        var open = new Stack<string>();
        for (var i = 0; i < talk.Rows.Count; i++)
        {
            WriteRow(text, i);
            if (IsAnswered(i))
            {
                text.Flush(writer);
                form!.WriteTo(writer, encoder);
            }

            WriteEnd(text, i, open);
        }

        text.Flush(writer);
    }

    private bool IsAnswered(int i) => form is not null && talk.Rows[i].Row.Id == answered;

    private void WriteRow(MarkupText text, int i)
    {
        text.Write("<li class=\"comment\">");
        card.Write(text, talk.Rows[i].Row);
    }

    /// <summary>Opens the list of answers, or closes all that ends with this row.</summary>
    private void WriteEnd(MarkupText text, int i, Stack<string> open)
    {
        var placed = talk.Rows[i];
        var isLast = i + 1 == talk.Rows.Count;
        var next = isLast ? 1 : talk.Rows[i + 1].Level;
        if (next > placed.Level)
        {
            OpenReplies(text, placed.Answers, open);
            return;
        }

        text.Write("</li>");
        for (var level = placed.Level; level > next; level--)
        {
            text.Write(open.Pop());
        }

        while (isLast && open.Count > 0)
        {
            text.Write(open.Pop());
        }
    }

    private static void OpenReplies(MarkupText text, int answers, Stack<string> open)
    {
        if (answers < 2)
        {
            text.Write("<div class=\"replies\"><ol class=\"thread\">");
            open.Push("</ol></div></li>");
            return;
        }

        text.Write("<details class=\"replies\" open><summary><span>");
        text.Write(string.Format(SiteClock.Dutch, CommentTexts.Answers, answers));
        text.Write("<span class=\"dicht\">");
        text.Write(CommentTexts.AnswersShow);
        text.Write("</span></span></summary><ol class=\"thread\">");
        open.Push("</ol></details></li>");
    }
}
