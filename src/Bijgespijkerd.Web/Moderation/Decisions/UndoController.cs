using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Moderation.Queue;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Moderation.Decisions;

/// <summary>Takes a decision back: the latest one from the line that told of it, any from the log.</summary>
[Authorize(Policies.Moderate)]
public sealed class UndoController(Undoing undoing, QueueAnswers answers, CurrentAccount account, ILogger<UndoController> log) : PanelController
{
    [HttpPost(QueueAnswers.UndoPath)]
    public async Task<IActionResult> Undo([FromForm(Name = "Filter")] QueueFilter filter, [FromForm] long? batch, [FromForm] long? besluit, [FromForm] string? terug, CancellationToken cancel)
    {
        try
        {
            if (await undoing.UndoAsync(batch, besluit, Moderator.Of(account), cancel) is not { } undone)
            {
                return NotFound();
            }

            if (undone.InTheWay is { } later)
            {
                return await answers.InTheWayAsync(this, filter, later, cancel);
            }

            var said = DecisionWords.Said(undone);
            return LogController.IsLogPath(terug) ? Done(terug!, said) : await answers.UndoneAsync(this, filter, undone.Comments, said, cancel);
        }
        catch (Exception e) when (NotStored.Is(e))
        {
            return await answers.NotStoredAsync(this, filter, NotStored.Status(this, log, e), cancel);
        }
    }
}
