using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Media;

/// <summary>One picture: what it shows, where it is used. An author changes own ones, editors and administrators all.</summary>
[Authorize(Policies.Write)]
public sealed class PictureController(BlogDb db, WriteLane lane, MediaStore store, IWorkingTexts workingTexts, CurrentAccount account, TimeProvider time) : PanelController
{
    [HttpGet("/beheer/media/{id:long}"), HttpHead("/beheer/media/{id:long}")]
    public async Task<IActionResult> Show(long id, CancellationToken cancel) =>
        await OwnAsync(id, cancel) is { } picture ? View("Picture", await PageAsync(picture, PictureForm.Of(picture), cancel)) : NotFound();

    /// <summary>Sent from beside the others it says less, and leads back there.</summary>
    [HttpPost("/beheer/media/{id:long}")]
    public async Task<IActionResult> Describe(long id, [FromForm] PictureForm form, [FromQuery] PictureFilter list, CancellationToken cancel)
    {
        if (await OwnAsync(id, cancel) is not { } picture)
        {
            return NotFound();
        }

        var isBesideOthers = list.Chosen == id;
        var typed = (isBesideOthers ? form with { Caption = picture.Caption, FocusX = picture.FocusX, FocusY = picture.FocusY } : form).Cleaned();
        if (typed.Faults().Count > 0)
        {
            return Again("Picture", await PageAsync(picture, typed, cancel));
        }

        var isThere = await lane.WriteAsync(
            async (writer, token) =>
            {
                if (await writer.Set<Picture>().AsTracking().SingleOrDefaultAsync(p => p.Id == id, token) is not { } stored)
                {
                    return false;
                }

                stored.Describe(typed.AlternativeText!, typed.IsDecoration, isBesideOthers ? stored.Caption : typed.Caption!);
                if (!isBesideOthers)
                {
                    stored.Focus(typed.FocusX ?? Picture.Middle, typed.FocusY ?? Picture.Middle);
                    await CoverPictures.FollowAsync(writer, stored, token);
                }

                await writer.SaveChangesAsync(token);
                return true;
            },
            cancel);
        return isThere ? Done(isBesideOthers ? list.AfterSaving().PathChoosing(id) : PicturePage.PathOf(id), MediaTexts.Saved) : NotFound();
    }

    /// <summary>Not while something shows it. The row goes first: a file without a row harms nobody.</summary>
    [HttpPost("/beheer/media/{id:long}/verwijderen")]
    public async Task<IActionResult> Remove(long id, CancellationToken cancel)
    {
        if (await OwnAsync(id, cancel) is not { } picture)
        {
            return NotFound();
        }

        var files = await lane.WriteAsync(
            async (writer, token) =>
            {
                if (await writer.Set<Picture>().AsTracking().Include(p => p.Files).SingleOrDefaultAsync(p => p.Id == id, token) is not { } stored || (await PictureUse.FindAsync(writer, stored, workingTexts, token)).Count > 0)
                {
                    return null;
                }

                writer.Remove(stored);
                writer.Audit(account, "PictureRemoved", stored.Name, time.GetUtcNow());
                await writer.SaveChangesAsync(token);
                return stored.Files.Select(f => f.Name).ToList();
            },
            cancel);
        if (files is null)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View("Picture", await PageAsync(picture, PictureForm.Of(picture), cancel) with { Trouble = MediaTexts.ErrorInUse });
        }

        store.Remove(files);
        return Done(PicturesPage.Path, MediaTexts.Removed);
    }

    /// <summary>Null when it is not there, or not for this account.</summary>
    private Task<Picture?> OwnAsync(long id, CancellationToken cancel) => db.PicturesOf(account).SingleOrDefaultAsync(p => p.Id == id, cancel);

    private async Task<PicturePage> PageAsync(Picture picture, PictureForm typed, CancellationToken cancel)
    {
        var uses = await PictureUse.FindAsync(db, picture, workingTexts, cancel);
        var shown = uses.Where(u => u.IsPublic || account.MayEdit(u.AuthorId)).ToList();
        return new(picture, typed, shown, uses.Count - shown.Count) { Errors = typed.Faults() };
    }
}

public sealed record PictureForm(string? AlternativeText, bool IsDecoration, string? Caption, int? FocusX, int? FocusY)
{
    public static PictureForm Of(Picture picture) => new(picture.AlternativeText, picture.IsDecoration, picture.Caption, picture.FocusX, picture.FocusY);

    public PictureForm Cleaned() => this with { AlternativeText = PlainText.Clean(AlternativeText).Trim(), Caption = PlainText.Clean(Caption).Trim() };

    public IReadOnlyDictionary<string, string> Faults()
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        if (AlternativeText?.Length > Limits.Summary)
        {
            faults[nameof(AlternativeText)] = MediaTexts.ErrorTextTooLong;
        }

        if (Caption?.Length > Limits.Summary)
        {
            faults[nameof(Caption)] = MediaTexts.ErrorTextTooLong;
        }

        return faults;
    }
}
