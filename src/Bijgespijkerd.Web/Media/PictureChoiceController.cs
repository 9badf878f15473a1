using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Media;

/// <summary>What the panel's picture picker shows (<c>/Panel/_PicturePicker.cshtml</c>), as JSON: newest first, found by name.</summary>
[Authorize(Policies.Write)]
public sealed class PictureChoiceController(BlogDb db, PictureUses uses, CurrentAccount account, TimeProvider time) : PanelController
{
    [HttpGet("/beheer/media/kiezen"), HttpHead("/beheer/media/kiezen")]
    public async Task<IActionResult> Show([FromQuery] PictureFilter filter, CancellationToken cancel) => await PicturesPage.LoadAsync(db, filter, account, await uses.CountAsync(db, time.GetUtcNow(), cancel), cancel) is { } page
        ? Json(new PictureChoices([.. page.Pictures.Select(p => new PictureChoice(p.Name, p.Path, p.Thumbnail, p.Width, p.Height, p.AlternativeText, p.Markdown))], page.Number < page.Pages ? page.Number + 1 : null))
        : NotFound();
}

/// <param name="Next">The page after this one; null on the last.</param>
public sealed record PictureChoices(IReadOnlyList<PictureChoice> Pictures, int? Next);

public sealed record PictureChoice(string Name, string Address, string Thumbnail, int Width, int Height, string AlternativeText, string Markdown);
