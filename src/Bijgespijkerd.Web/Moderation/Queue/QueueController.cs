using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Moderation.Decisions;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Moderation.Queue;

/// <summary>The comments that wait, those that were judged, and what is decided about one or several of them.</summary>
[Authorize(Policies.Moderate)]
public sealed class QueueController(QueueListing listing, QueueAnswers answers, Deciding deciding, CurrentAccount account, ILogger<QueueController> log) : PanelController
{
    [HttpGet(QueueFilter.Path), HttpHead(QueueFilter.Path)]
    public async Task<IActionResult> Show([FromQuery] QueueFilter filter, [FromQuery] long? antwoord, [FromQuery] long? bewerk, CancellationToken cancel)
    {
        if (QueueWords.CommentIn(filter.Q) is { } asked && await listing.PlaceOfAsync(asked, cancel) is { } place)
        {
            Response.Headers.Location = place;
            return StatusCode(StatusCodes.Status303SeeOther);
        }

        var flash = TempData[FlashKey] is string text ? new QueueFlash(text, QueueAnswers.BatchOf(TempData[PanelUndo.Key])) : null;
        TempData.Remove(FlashKey);
        TempData.Remove(PanelUndo.Key);
        var page = await listing.LoadAsync(filter, cancel);
        var open = page.Items.FirstOrDefault(i => i.Row.Id == (antwoord ?? bewerk))?.Row;
        return View(QueueAnswers.ViewPath, page with
        {
            Flash = flash,
            Open = open is null ? null : antwoord is not null
                ? new OpenPanel(open.Id, "antwoord", "")
                : new OpenPanel(open.Id, "bewerk", open.Markdown) { Basis = FormBasis.Of(open.Markdown) },
        });
    }

    [HttpPost(QueueFilter.Path)]
    public async Task<IActionResult> Decide([FromForm(Name = "Filter")] QueueFilter filter, [FromForm(Name = "")] DecisionForm form, CancellationToken cancel)
    {
        if (form.Decision is not { } wanted)
        {
            // Enter in a tick presses the form's first button, which does nothing.
            Response.Headers.Location = filter.Address();
            return StatusCode(StatusCodes.Status303SeeOther);
        }

        var (what, comments) = wanted;
        if (comments.Count > 0 && !await listing.MayJudgeAsync(comments, cancel))
        {
            return NotFound();
        }

        if (what == DecisionKind.Reject && comments.Count > 0 && !form.IsConfirmed)
        {
            return View("/Moderation/Refusals/Refuse.cshtml", await listing.RefusalAsync(filter, form, comments, null, cancel));
        }

        if (form.Because(what) is { Length: > Platform.Data.Limits.Summary } because)
        {
            var tooLong = string.Format(SiteClock.Dutch, ModerationTexts.ReasonTooLong, Platform.Data.Limits.Summary, because.Length);
            return Again("/Moderation/Refusals/Refuse.cshtml", await listing.RefusalAsync(filter, form, comments, tooLong, cancel));
        }

        try
        {
            var outcome = await deciding.DecideAsync(new Order(comments, what, form.Because(what), form.Seen), Moderator.Of(account), cancel);
            return await answers.AfterAsync(this, filter, form.NextAfter(comments), DecisionWords.Said(what, outcome), outcome.Decided.Count > 0 ? outcome.Batch : null, outcome.Left, cancel);
        }
        catch (Exception e) when (NotStored.Is(e))
        {
            return await answers.NotStoredAsync(this, filter, NotStored.Status(this, log, e), cancel);
        }
    }
}

/// <summary>Which button was pressed, for which comments.</summary>
public sealed class DecisionForm
{
    public string? Actie { get; set; }
    public List<long> Id { get; set; } = [];

    /// <summary>The buttons beside one comment carry its number.</summary>
    public long? Goedkeuren { get; set; }
    public long? Afwijzen { get; set; }
    public long? Spam { get; set; }
    public long? Prullenbak { get; set; }
    public long? Meldingen { get; set; }

    /// <summary>The comments of the page in their order: to go to the one after.</summary>
    public string? Rij { get; set; }

    /// <summary>The state in which the page showed them.</summary>
    public string? Gezien { get; set; }
    public string? Reden { get; set; }
    public string? Eigen { get; set; }
    public string? Bevestigd { get; set; }

    public bool IsConfirmed => Bevestigd is not null;

    public CommentState? Seen => QueueTab.All.FirstOrDefault(t => t.Key == Gezien)?.State;

    public (DecisionKind What, IReadOnlyList<long> Comments)? Decision =>
        Goedkeuren is { } approve ? (DecisionKind.Approve, [approve])
        : Afwijzen is { } reject ? (DecisionKind.Reject, [reject])
        : Spam is { } spam ? (DecisionKind.Spam, [spam])
        : Prullenbak is { } trash ? (DecisionKind.Trash, [trash])
        : Meldingen is { } dismiss ? (DecisionKind.DismissReports, [dismiss])
        : DecisionWords.Read(Actie) is { } what ? (what, Id)
        : null;

    /// <summary>What the writer of a rejected comment reads: own words go before a sentence of the list.</summary>
    public string? Because(DecisionKind what) => what != DecisionKind.Reject ? null
        : Text.PlainText.Clean(string.IsNullOrWhiteSpace(Eigen) ? Reden : Eigen).Trim() is { Length: > 0 } because ? because : null;

    /// <summary>The comment after those that leave, at the end the one before; null when none is left.</summary>
    public long? NextAfter(IReadOnlyList<long> gone)
    {
        var order = (Rij ?? "").Split(',').Select(part => long.TryParse(part, out var id) ? id : 0).Where(id => id > 0).ToList();
        var last = order.FindLastIndex(gone.Contains);
        var after = order.Skip(last + 1).FirstOrDefault(id => !gone.Contains(id));
        var before = order.Take(Math.Max(last, 0)).LastOrDefault(id => !gone.Contains(id));
        return after > 0 ? after : before > 0 ? before : null;
    }
}
