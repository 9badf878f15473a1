using System.Globalization;
using Bijgespijkerd.Web.Moderation.Decisions;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Moderation.Queue;

/// <summary>
/// What follows on a press in the queue: without script the same place of it, at the next comment; to the page's script what happened
/// and the new counts.
/// </summary>
public sealed class QueueAnswers(QueueListing listing, SiteClock clock)
{
    public const string ViewPath = "/Moderation/Queue/Queue.cshtml";
    public const string UndoPath = QueueFilter.Path + "/ongedaan";

    private const string Batch = "batch";

    public static long? BatchOf(object? undo) => PanelUndo.Read(undo) is { } kept && long.TryParse(kept.Fields.GetValueOrDefault(Batch), out var batch) ? batch : null;

    public static bool IsAskedByScript(HttpRequest request) => request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.OrdinalIgnoreCase);

    /// <param name="next">The comment to go to; null for the heading of an empty queue.</param>
    public async Task<IActionResult> AfterAsync(Controller controller, QueueFilter filter, long? next, string said, long? batch, int left, CancellationToken cancel)
    {
        if (IsAskedByScript(controller.Request))
        {
            return controller.Json(new { tekst = said, batch, gebleven = left, standen = await CountsAsync(filter, cancel) });
        }

        controller.TempData[PanelController.FlashKey] = said;
        if (batch is { } number)
        {
            controller.TempData[PanelUndo.Key] = new PanelUndo(UndoPath, new Dictionary<string, string> { [Batch] = number.ToString(CultureInfo.InvariantCulture) }).Write();
        }

        controller.Response.Headers.Location = filter.Address() + (next is { } id ? QueueListing.Anchor(id) : "#inhoud");
        return controller.StatusCode(StatusCodes.Status303SeeOther);
    }

    public async Task<IActionResult> UndoneAsync(Controller controller, QueueFilter filter, IReadOnlyList<long> comments, string said, CancellationToken cancel) =>
        IsAskedByScript(controller.Request)
            ? controller.Json(new { tekst = said, reacties = comments, standen = await CountsAsync(filter, cancel) })
            : await AfterAsync(controller, filter, comments.Count > 0 ? comments[0] : null, said, null, 0, cancel);

    /// <summary>A text stands in the way of an older one: what it is, and the older one in the form, to be kept after all.</summary>
    public async Task<IActionResult> InTheWayAsync(Controller controller, QueueFilter filter, LaterText later, CancellationToken cancel)
    {
        var said = DecisionWords.Said(later, clock);
        controller.Response.StatusCode = StatusCodes.Status409Conflict;
        if (IsAskedByScript(controller.Request))
        {
            return controller.Json(new { tekst = said });
        }

        var page = await listing.LoadAsync(await listing.FilterOfAsync(later.Comment, cancel) ?? filter, cancel);
        var open = new OpenPanel(later.Comment, "bewerk", later.Former) { Basis = FormBasis.Of(later.Current), Error = $"{said} {ModerationTexts.UndoneKeepFormer}" };
        return controller.View(ViewPath, page with { Open = open, Head = page.Head with { Title = ModerationTexts.ErrorTitle } });
    }

    /// <summary>Nothing was stored: the page says so, and all is as it was.</summary>
    public async Task<IActionResult> NotStoredAsync(Controller controller, QueueFilter filter, int status, CancellationToken cancel)
    {
        controller.Response.StatusCode = status;
        return IsAskedByScript(controller.Request)
            ? controller.Json(new { tekst = ModerationTexts.NotStored })
            : controller.View(ViewPath, await listing.LoadAsync(filter, cancel) with { Flash = new QueueFlash(ModerationTexts.NotStored, null) });
    }

    private async Task<Dictionary<string, string>> CountsAsync(QueueFilter filter, CancellationToken cancel) =>
        (await listing.TabsAsync(filter, cancel)).ToDictionary(t => t.Tab.Key, t => t.Shown);
}
