using System.Globalization;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Editing.Publishing;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Editing.Editor;

/// <summary>Whose name stands above a post, and from when it is. Counts at once, whatever waits in the editor.</summary>
[Authorize(Policies.EditAll)]
public sealed class AttributionController(EditorPages pages, PostAttribution attribution, SiteClock clock, TimeProvider time) : PanelController
{
    [HttpPost("/beheer/artikelen/{id:long}/toeschrijven")]
    [RequestSizeLimit(16_000)]
    public async Task<IActionResult> Change(long id, [FromForm] AttributionForm form, CancellationToken cancel)
    {
        if (await pages.PostAsync(id, cancel) is not { } post)
        {
            return NotFound();
        }

        var at = post.PublishedAt;
        if (AttributionForm.IsDated(post.State) && form.At != form.Was)
        {
            at = DateTime.TryParse(form.At, CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed) && typed.Year > 1990 ? clock.At(typed) : null;
            if (at is null || at > time.GetUtcNow())
            {
                return Done($"/beheer/artikelen/{id}#toeschrijven", EditingTexts.AttributionWrong);
            }
        }

        var done = await attribution.ChangeAsync(id, form.Author, at, cancel);
        return Done($"/beheer/artikelen/{id}#toeschrijven", done ? EditingTexts.Attributed : EditingTexts.AttributionNobody);
    }
}

/// <param name="At">Local time, as the browser's field writes it.</param>
/// <param name="Was">What stood in the field when the page was opened: left alone, the moment stays to the second.</param>
public sealed record AttributionForm(long Author, string? At, string? Was)
{
    private const string Moment = "yyyy-MM-ddTHH:mm";

    /// <summary>What is still to come is planned in the editor; a draft has no date.</summary>
    public static bool IsDated(PostState state) => state is PostState.Published or PostState.Private;

    public static string Written(DateTimeOffset? at, SiteClock clock) => at is { } moment ? clock.Local(moment).ToString(Moment, CultureInfo.InvariantCulture) : "";
}
