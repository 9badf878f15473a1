using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Comments.Posting;
using Bijgespijkerd.Web.Moderation.Decisions;
using Bijgespijkerd.Web.Moderation.Queue;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Moderation.Changes;

/// <summary>What is typed or closed from the queue, in its place: an answer, another text, a thread, an article.</summary>
[Authorize(Policies.Moderate)]
public sealed class ChangesController(
    QueueListing listing, QueueAnswers answers, Answering answering, Changing changing, SignerOfRequest signers, CurrentAccount account, ILogger<ChangesController> log) : PanelController
{
    [HttpPost(QueueFilter.Path + "/{id:long}/antwoord")]
    public async Task<IActionResult> Answer([FromRoute] long id, [FromForm(Name = "Filter")] QueueFilter filter, [FromForm(Name = "")] TypedForm form, CancellationToken cancel)
    {
        var open = new OpenPanel(id, "antwoord", form.Body ?? "");
        if (!await listing.MayJudgeAsync([id], cancel))
        {
            return NotFound();
        }

        var (body, fault) = form.Checked();
        if (fault is not null)
        {
            return await AgainAsync(filter, open with { Error = fault }, StatusCodes.Status422UnprocessableEntity, cancel);
        }

        try
        {
            var answered = await answering.AnswerAsync(id, body, (await signers.FindAsync(cancel))!, Moderator.Of(account), cancel);
            return answered.Fault is not null
                ? await AgainAsync(filter, open with { Error = answered.Fault }, StatusCodes.Status409Conflict, cancel)
                : await answers.AfterAsync(this, filter, form.NextAfter(id, filter), ModerationTexts.SaidAnswered, answered.Batch > 0 ? answered.Batch : null, 0, cancel);
        }
        catch (Exception e) when (NotStored.Is(e))
        {
            return await AgainAsync(filter, open with { Error = ModerationTexts.NotStored }, NotStored.Status(this, log, e), cancel);
        }
    }

    [HttpPost(QueueFilter.Path + "/{id:long}/bewerken")]
    public async Task<IActionResult> Edit([FromRoute] long id, [FromForm(Name = "Filter")] QueueFilter filter, [FromForm(Name = "")] TypedForm form, CancellationToken cancel)
    {
        var open = new OpenPanel(id, "bewerk", form.Body ?? "") { Basis = form.Basis ?? "" };
        if (!await listing.MayJudgeAsync([id], cancel))
        {
            return NotFound();
        }

        var (body, fault) = form.Checked();
        if (fault is not null)
        {
            return await AgainAsync(filter, open with { Error = fault }, StatusCodes.Status422UnprocessableEntity, cancel);
        }

        try
        {
            return await changing.RewriteAsync(id, body, open.Basis, Moderator.Of(account), cancel) switch
            {
                null => NotFound(),
                { Theirs: { } theirs } => await AgainAsync(
                    filter, open with { Error = ModerationTexts.EditCollided, Theirs = theirs, Basis = FormBasis.Of(theirs) }, StatusCodes.Status409Conflict, cancel),
                var changed => await answers.AfterAsync(this, filter, id, ModerationTexts.SaidEdited, changed.Batch > 0 ? changed.Batch : null, 0, cancel),
            };
        }
        catch (Exception e) when (NotStored.Is(e))
        {
            return await AgainAsync(filter, open with { Error = ModerationTexts.NotStored }, NotStored.Status(this, log, e), cancel);
        }
    }

    [HttpPost(QueueFilter.Path + "/{id:long}/draad")]
    public Task<IActionResult> Thread([FromRoute] long id, [FromForm(Name = "Filter")] QueueFilter filter, [FromForm] string? dicht, CancellationToken cancel) =>
        CloseAsync(id, filter, close => changing.CloseThreadAsync(id, close, Moderator.Of(account), cancel), dicht == "ja", ModerationTexts.SaidThreadClosed, ModerationTexts.SaidThreadOpen, cancel);

    [HttpPost(QueueFilter.Path + "/{id:long}/artikel")]
    public Task<IActionResult> Post([FromRoute] long id, [FromForm(Name = "Filter")] QueueFilter filter, [FromForm] string? dicht, CancellationToken cancel) =>
        CloseAsync(id, filter, close => changing.ClosePostAsync(id, close, Moderator.Of(account), cancel), dicht == "ja", ModerationTexts.SaidPostClosed, ModerationTexts.SaidPostOpen, cancel);

    [HttpPost(QueueFilter.Path + "/{id:long}/blokkeren"), Authorize(Policies.ModerateAll)]
    public async Task<IActionResult> Block([FromRoute] long id, [FromForm(Name = "Filter")] QueueFilter filter, [FromForm(Name = "")] TypedForm form, CancellationToken cancel)
    {
        try
        {
            return await changing.BlockAsync(id, Moderator.Of(account), cancel) is { } changed
                ? await answers.AfterAsync(this, filter, form.NextAfter(id, filter), changed.Batch > 0 ? ModerationTexts.SaidBlocked : ModerationTexts.SaidNoAddress, changed.Batch > 0 ? changed.Batch : null, 0, cancel)
                : NotFound();
        }
        catch (Exception e) when (NotStored.Is(e))
        {
            return await answers.NotStoredAsync(this, filter, NotStored.Status(this, log, e), cancel);
        }
    }

    private async Task<IActionResult> CloseAsync(
        long id, QueueFilter filter, Func<bool, Task<Changed?>> change, bool close, string closed, string opened, CancellationToken cancel)
    {
        try
        {
            return await change(close) is { } changed
                ? await answers.AfterAsync(this, filter, id, close ? closed : opened, changed.Batch > 0 ? changed.Batch : null, 0, cancel)
                : NotFound();
        }
        catch (Exception e) when (NotStored.Is(e))
        {
            return await answers.NotStoredAsync(this, filter, NotStored.Status(this, log, e), cancel);
        }
    }

    /// <summary>The queue with the form open and what was typed in it; on the comment alone when its page does not hold it any more.</summary>
    private async Task<IActionResult> AgainAsync(QueueFilter filter, OpenPanel open, int status, CancellationToken cancel)
    {
        var page = await listing.LoadAsync(filter, cancel);
        if (page.Items.All(i => i.Row.Id != open.Comment) && await listing.FilterOfAsync(open.Comment, cancel) is { } alone)
        {
            page = await listing.LoadAsync(alone, cancel);
        }

        Response.StatusCode = status;
        return View(QueueAnswers.ViewPath, page with { Open = open, Head = page.Head with { Title = ModerationTexts.ErrorTitle } });
    }
}

/// <summary>A text that was typed in the queue.</summary>
public sealed class TypedForm
{
    public string? Body { get; set; }
    public string? Basis { get; set; }
    public string? Rij { get; set; }

    public (string Body, string? Fault) Checked()
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        return (CommentDraft.BodyOf(Body, errors), errors.Values.FirstOrDefault());
    }

    /// <summary>An answered comment leaves the tab of those that wait, and stays in every other.</summary>
    public long? NextAfter(long id, QueueFilter filter) => filter.Tab == QueueTab.Held ? new DecisionForm { Rij = Rij }.NextAfter([id]) : id;
}
