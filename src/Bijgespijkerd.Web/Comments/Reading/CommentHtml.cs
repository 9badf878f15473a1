using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Site;

namespace Bijgespijkerd.Web.Comments.Reading;

/// <summary>
/// Writes one comment or marker. Only numbers, our own texts, rendered HTML and addresses made of checked slugs pass unencoded.
/// Texts are read from the resources once: each look-up is dearer than the writing of its words.
/// </summary>
public sealed class CommentHtml
{
    private static readonly string Waiting = $"<span class=\"badge badge-warn\">{CommentTexts.BadgeWaiting}</span> ";
    private static readonly string ByAuthor = $"<span class=\"badge badge-author\">{CommentTexts.BadgeAuthor}</span> ";
    private static readonly string ByEditor = $"<span class=\"badge\">{CommentTexts.BadgeEditor}</span> ";
    private static readonly string ByService = $"<span class=\"badge\">{CommentTexts.BadgeVia} ";
    private static readonly string InReplyTo = $" <span>{CommentTexts.InReplyTo} <a class=\"u-in-reply-to\" href=\"";
    private static readonly string RemovedParent = CommentTexts.RemovedParent;
    private static readonly string Edited = $" <span>{CommentTexts.Edited} ";
    private static readonly string NumberStart = $"\"><span class=\"vh\">{CommentTexts.PermalinkTo} </span>#";
    private static readonly string MarkerLabel = $"\" tabindex=\"-1\" aria-label=\"{CommentTexts.MarkerLabel} ";
    private static readonly string ReplyWords =
        $"\"><svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"{Icon.ReplyPath}\"/></svg>{CommentTexts.Reply}<span class=\"vh\"> {CommentTexts.ReplyTo} ";
    private static readonly string ReportWords = $"/melden\">{CommentTexts.Report}<span class=\"vh\">: {CommentTexts.Comment} {CommentTexts.By} ";
    private static readonly string ThreadClosed = $"<p class=\"hint\">{CommentTexts.ThreadClosed}</p>";
    private static readonly string ReplyNumber = $", {CommentTexts.Comment} ";

    private readonly Dictionary<long, CommentRow> _onPage;
    private readonly IReadOnlyDictionary<long, string> _elsewhere;
    private readonly PostFacts _post;
    private readonly SiteClock _clock;
    private readonly OwnMarks _own;
    private readonly string _replyStart;

    /// <summary>The thread that is being written takes no more answers: rows come in reading order.</summary>
    private bool _isClosed;

    public CommentHtml(Conversation talk, PostFacts post, SiteClock clock, OwnMarks own)
    {
        (_elsewhere, _post, _clock, _own) = (talk.ParentsElsewhere, post, clock, own);
        _replyStart = $"<a href=\"{talk.Page.Path}?antwoord=";
        _isClosed = talk.BeginsClosed;
        _onPage = new(talk.Rows.Count);
        foreach (var placed in talk.Rows)
        {
            _onPage.Add(placed.Row.Id, placed.Row);
        }
    }

    public void Write(MarkupText text, CommentRow row)
    {
        var isOwn = _own.Contains(row.Id);
        _isClosed = row.ParentId is null ? row.RepliesClosed : _isClosed;
        if (row.IsMarker && !(isOwn && row.IsWaiting))
        {
            WriteMarker(text, row);
            return;
        }

        WriteHeader(text, row);
        text.Write("<div class=\"says e-content\">");
        text.Write(row.Html.Value);
        text.Write("</div>");
        if (isOwn)
        {
            _own.Write(text, row);
        }

        if (!row.IsMarker)
        {
            WriteActs(text, row);
        }

        text.Write("</article>");
    }

    private void WriteHeader(MarkupText text, CommentRow row)
    {
        text.Write(row.IsMarker ? "<article class=\"comment-card h-cite u-comment is-pending\" id=\"reactie-" : "<article class=\"comment-card h-cite u-comment\" id=\"reactie-");
        text.Write(row.Id);
        text.Write("\" tabindex=\"-1\" aria-labelledby=\"naam-");
        text.Write(row.Id);
        text.Write("\">");
        WriteOldPlace(text, row);
        text.Write("<header>");
        WriteAvatar(text, row);
        text.Write("<p class=\"who\"><strong id=\"naam-");
        text.Write(row.Id);
        text.Write("\" class=\"p-author h-card\">");
        WriteName(text, row);
        text.Write("</strong> ");
        WriteBadge(text, row);
        WriteWhen(text, row);
        text.Write("</p>");
        WriteNumber(text, row);
        text.Write("</header>");
    }

    /// <summary>Links to it from before the site moved in end in this name.</summary>
    private static void WriteOldPlace(MarkupText text, CommentRow row)
    {
        if (row.OldId is { } old)
        {
            text.Write("<span id=\"comment-");
            text.Write(old);
            text.Write("\"></span>");
        }
    }

    private static void WriteAvatar(MarkupText text, CommentRow row)
    {
        if (row.Picture is not null)
        {
            text.Write("<img class=\"avatar\" alt=\"\" width=\"40\" height=\"40\" loading=\"lazy\" src=\"");
            text.Encode(row.Picture);
            text.Write("\">");
            return;
        }

        text.Write("<span class=\"avatar a");
        text.Write(row.Tint);
        text.Write("\" aria-hidden=\"true\">");
        text.Encode(PersonName.Initials(row.Name));
        text.Write("</span>");
    }

    private static void WriteName(MarkupText text, CommentRow row)
    {
        if (row.Website is null)
        {
            text.Write("<bdi class=\"p-name\">");
            text.Encode(row.Name);
            text.Write("</bdi>");
            return;
        }

        text.Write("<a class=\"u-url p-name\" rel=\"nofollow ugc noopener\" href=\"");
        text.Encode(row.Website);
        text.Write("\"><bdi>");
        text.Encode(row.Name);
        text.Write("</bdi></a>");
    }

    private void WriteBadge(MarkupText text, CommentRow row)
    {
        if (row.IsMarker)
        {
            text.Write(Waiting);
        }
        else if (row.AuthorId is not null)
        {
            text.Write(row.AuthorId == _post.AuthorId ? ByAuthor : ByEditor);
        }
        else if (row.Via is not null)
        {
            text.Write(ByService);
            text.Encode(row.Via);
            text.Write("</span> ");
        }
    }

    private void WriteWhen(MarkupText text, CommentRow row)
    {
        var at = new LocalMoment(row.CreatedAt, _clock);
        text.Write("<span class=\"when\"><time class=\"dt-published\" datetime=\"");
        at.WriteIso(text);
        text.Write("\">");
        at.WriteDateAndTime(text);
        text.Write("</time>");
        if (row.ParentId is { } parent)
        {
            WriteParent(text, parent);
        }

        if (row.EditedAt is { } edited)
        {
            text.Write(Edited);
            new LocalMoment(edited, _clock).WriteTime(text);
            text.Write("</span>");
        }

        text.Write("</span>");
    }

    private void WriteParent(MarkupText text, long parent)
    {
        text.Write(InReplyTo);
        var isHere = _onPage.TryGetValue(parent, out var row);
        text.Write(isHere ? "#reactie-" : "/reactie/");
        text.Write(parent);
        text.Write("\">");
        if ((isHere ? row!.IsMarker ? null : row.Name : _elsewhere.GetValueOrDefault(parent)) is { } name)
        {
            text.Write("@<bdi>");
            text.Encode(name);
            text.Write("</bdi>");
        }
        else
        {
            text.Write(RemovedParent);
        }

        text.Write("</a></span>");
    }

    private static void WriteNumber(MarkupText text, CommentRow row)
    {
        if (row.Number is { } number)
        {
            text.Write("<a class=\"nr u-url\" href=\"/reactie/");
            text.Write(row.Id);
            text.Write(NumberStart);
            text.Write(number);
            text.Write("</a>");
        }
    }

    private static void WriteMarker(MarkupText text, CommentRow row)
    {
        text.Write("<article class=\"comment-card is-gone\" id=\"reactie-");
        text.Write(row.Id);
        text.Write(MarkerLabel);
        if (row.Number is { } number)
        {
            text.Write(number);
        }

        text.Write("\">");
        WriteOldPlace(text, row);
        text.Write("<header><span class=\"avatar\" aria-hidden=\"true\"></span><p class=\"says\">");
        text.Write(row.State == CommentState.Held ? CommentTexts.MarkerHeld
            : row.RemovedBy == CommentRemover.Writer ? CommentTexts.MarkerWriter : CommentTexts.Marker);
        text.Write("</p>");
        WriteNumber(text, row);
        text.Write("</header></article>");
    }

    private void WriteActs(MarkupText text, CommentRow row)
    {
        text.Write("<div class=\"acts\">");
        if (_post.TakesComments && !_isClosed)
        {
            WriteReplyLink(text, row);
        }

        text.Write("<a class=\"meld\" rel=\"nofollow\" href=\"/reactie/");
        text.Write(row.Id);
        text.Write(ReportWords);
        text.Encode(row.Name);
        text.Write("</span></a></div>");
        if (_isClosed && row.ParentId is null)
        {
            text.Write(ThreadClosed);
        }
    }

    private void WriteReplyLink(MarkupText text, CommentRow row)
    {
        text.Write(_replyStart);
        text.Write(row.Id);
        text.Write("#reageren\" rel=\"nofollow\" data-antwoord=\"");
        text.Write(row.Id);
        text.Write(ReplyWords);
        text.Encode(row.Name);
        text.Write(ReplyNumber);
        text.Write(row.Number.GetValueOrDefault());
        text.Write("</span></a>");
    }
}
