using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Media;

/// <summary>All pictures of the site, for who writes, and the form that adds some.</summary>
[Authorize(Policies.Write)]
public sealed class PicturesController(BlogDb db, PictureUploads uploads, PictureUses uses, IPictureMaker maker, CurrentAccount account, TimeProvider time) : PanelController
{
    /// <summary>Of one form; each file has a limit of its own.</summary>
    private const int MostBytes = 5 * PictureLimits.FileBytes;

    private const int MostFiles = 20;

    [HttpGet(PicturesPage.Path), HttpHead(PicturesPage.Path)]
    public async Task<IActionResult> Show([FromQuery] PictureFilter filter, CancellationToken cancel) =>
        await PageAsync(filter, [], cancel) is { } page ? View("Pictures", page) : NotFound();

    [HttpPost(PicturesPage.Path), RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
    public async Task<IActionResult> Add([FromForm] PictureUploadForm form, CancellationToken cancel)
    {
        IReadOnlyList<IFormFile> files = form.Files ?? [];
        var done = new List<(IFormFile File, PictureUpload Upload)>();
        foreach (var file in files.Take(MostFiles))
        {
            await using var content = file.OpenReadStream();
            done.Add((file, await uploads.AddAsync(content, file.FileName, account.Id, time.GetUtcNow(), cancel)));
        }

        return Request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            ? Told(done)
            : await ShownAsync(done, files.Count > MostFiles, cancel);
    }

    /// <summary>For a script, which sends one file at a time.</summary>
    private JsonResult Told(List<(IFormFile File, PictureUpload Upload)> done) => done is [{ Upload.Picture: { } picture }]
        ? Json(UploadedPicture.Of(picture))
        : new JsonResult(new { error = done is [{ Upload.Refusal: { } why }] ? PicturesPage.Sentence(why) : MediaTexts.ErrorNoFile }) { StatusCode = StatusCodes.Status422UnprocessableEntity };

    private async Task<IActionResult> ShownAsync(List<(IFormFile File, PictureUpload Upload)> done, bool isTooMany, CancellationToken cancel)
    {
        var faults = done.Where(d => d.Upload.Refusal is not null).Select(d => $"{Picture.NameOf(d.File.FileName)}: {PicturesPage.Sentence(d.Upload.Refusal!.Value)}").ToList();
        if (done.Count == 0 || isTooMany)
        {
            faults.Add(done.Count == 0 ? MediaTexts.ErrorNoFile : string.Format(SiteClock.Dutch, MediaTexts.ErrorTooMany, MostFiles));
        }

        if (faults.Count > 0)
        {
            if (done.Any(d => d.Upload.Picture is not null))
            {
                faults.Add(string.Format(SiteClock.Dutch, MediaTexts.ErrorRestAdded, done.Count(d => d.Upload.Picture is not null)));
            }

            return Again("Pictures", (await PageAsync(PictureFilter.Everything, faults, cancel))!);
        }

        if (done is [{ Upload.Picture: { } known }] && !await db.PicturesOf(account).AnyAsync(p => p.Id == known.Id, cancel))
        {
            return Done(PicturesPage.Path, string.Format(SiteClock.Dutch, MediaTexts.KnownAlready, PictureMarkdown.Of(known)));
        }

        return done is [{ Upload.Picture: { } only }] ? Done(PicturePage.PathOf(only.Id), MediaTexts.Added1) : Done(PicturesPage.Path, string.Format(SiteClock.Dutch, MediaTexts.AddedN, done.Count));
    }

    private async Task<PicturesPage?> PageAsync(PictureFilter filter, IReadOnlyList<string> faults, CancellationToken cancel) =>
        await PicturesPage.LoadAsync(db, filter, account, await uses.CountAsync(db, time.GetUtcNow(), cancel), cancel) is { } page ? page with { Faults = faults, TakesUploads = await maker.IsPresentAsync(cancel) } : null;
}

public sealed record PictureUploadForm(IReadOnlyList<IFormFile>? Files);

/// <summary>What a script is told of the picture it sent.</summary>
public sealed record UploadedPicture(long Id, string Address, string Markdown, int Width, int Height, string AlternativeText, string Page)
{
    public static UploadedPicture Of(Picture picture)
    {
        var address = PictureAddress.Read(picture.Path)!;
        return new(picture.Id, picture.Path, PictureMarkdown.Of(picture), address.Width, address.Height, picture.AlternativeText, PicturePage.PathOf(picture.Id));
    }
}
