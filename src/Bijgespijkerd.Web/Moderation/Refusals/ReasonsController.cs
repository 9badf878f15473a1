using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Moderation.Refusals;

/// <summary>The list of reasons to reject a comment, for who judges all comments: one form for the whole list.</summary>
[Authorize(Policies.ModerateAll)]
public sealed class ReasonsController(BlogDb db, WriteLane lane) : PanelController
{
    public const string Path = Queue.QueueFilter.Path + "/redenen";

    [HttpGet(Path), HttpHead(Path)]
    public async Task<IActionResult> Show(CancellationToken cancel) => View("/Moderation/Refusals/Reasons.cshtml", ReasonsPage.Of(await RefusalReasons.LoadAsync(db, cancel)));

    [HttpPost(Path)]
    public async Task<IActionResult> Save([FromForm] List<string?> tekst, [FromForm] string? actie, [FromForm] string? basis, CancellationToken cancel)
    {
        var typed = ReasonsPage.Moved([.. tekst.Select(t => PlainText.Clean(t).ReplaceLineEndings(" ").Trim())], actie);
        var fault = typed.Count > RefusalReasons.Most ? string.Format(SiteClock.Dutch, ModerationTexts.ReasonsTooMany, RefusalReasons.Most)
            : typed.Any(t => t.Length > RefusalReasons.Longest) ? string.Format(SiteClock.Dutch, ModerationTexts.ReasonsTooLong, RefusalReasons.Longest)
            : null;
        fault ??= await lane.WriteAsync(
            async (write, token) =>
            {
                if (basis != FormBasis.Of(await RefusalReasons.LoadAsync(write, token)))
                {
                    return ModerationTexts.ReasonsChanged;
                }

                await RefusalReasons.StoreAsync(write, typed, token);
                await write.SaveChangesAsync(token);
                return null;
            },
            cancel);
        return fault is null
            ? Done(Path, ModerationTexts.ReasonsSaved)
            : Again("/Moderation/Refusals/Reasons.cshtml", ReasonsPage.Of(await RefusalReasons.LoadAsync(db, cancel)) with { Reasons = typed, Fault = fault });
    }
}

/// <param name="Basis">What the form began from.</param>
public sealed record ReasonsPage(IReadOnlyList<string> Reasons, string Basis) : IPanelPage
{
    public PanelHead Head { get; } = new(ModerationTexts.ReasonsTitle, "reacties");
    public string? Fault { get; init; }

    public static ReasonsPage Of(IReadOnlyList<string> stored) => new(stored, FormBasis.Of(stored));

    /// <summary>As typed, with what the button asks: "omhoog:2", "omlaag:2", "weg:2"; empty lines go.</summary>
    public static List<string> Moved(List<string> typed, string? action)
    {
        if ((action ?? "").Split(':') is [var what, var at] && int.TryParse(at, out var i) && i >= 0 && i < typed.Count)
        {
            var to = what switch { "omhoog" => i - 1, "omlaag" => i + 1, _ => i };
            if (what == "weg")
            {
                typed.RemoveAt(i);
            }
            else if (to >= 0 && to < typed.Count)
            {
                (typed[i], typed[to]) = (typed[to], typed[i]);
            }
        }

        return [.. typed.Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)];
    }
}

/// <summary>Asks why comments are rejected: for who has no script, and for several at once.</summary>
public sealed record RefusePage(Queue.QueueFilter Filter, Queue.DecisionForm Form, IReadOnlyList<Queue.QueueRow> Comments, IReadOnlyList<string> Reasons) : IPanelPage
{
    public PanelHead Head { get; } = new(ModerationTexts.RefuseTitle, "reacties");
    public string? Fault { get; init; }
}
