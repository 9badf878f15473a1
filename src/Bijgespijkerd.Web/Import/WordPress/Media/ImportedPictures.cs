using Bijgespijkerd.Web.Import.WordPress.Wxr;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Import.WordPress.Media;

/// <summary>The pictures of the old site, each taken in once, however often and in whatever size it is shown.</summary>
internal sealed class ImportedPictures(OldSite from, string source, IOldMedia? media, ITakePictures pictures, DateTimeOffset now)
{
    private readonly Uri? _site = Uri.TryCreate(source, UriKind.Absolute, out var site) ? site : null;
    private readonly Dictionary<string, OldFile> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<long, OldAttachment> _sentWith = from.Attachments.OrderBy(a => a.Key).Select(a => a.Value).Where(a => a.PostId > 0 && IsPicture(a.Address)).ToLookup(a => a.PostId);
    private readonly ILookup<string, OldAttachment> _told = from.Attachments.Values.ToLookup(a => OldUpload.Read(a.Address, null)?.PathOfWhole ?? "", StringComparer.OrdinalIgnoreCase);

    /// <summary>Nobody said where the files are: addresses stay what they were.</summary>
    public bool IsAsked => media is not null;

    public OldAttachment? Attachment(long id) => from.Attachments.GetValueOrDefault(id);

    /// <summary>Those that were sent with a post, in their order.</summary>
    public IEnumerable<OldAttachment> SentWith(long post) => _sentWith[post];

    /// <summary>The text with its pictures where they stand now.</summary>
    public async Task<string> MoveAsync(string html, Action<string, OldFile> told, CancellationToken cancel)
    {
        if (media is null)
        {
            return html;
        }

        foreach (var written in OldUpload.WrittenIn(html).OrderByDescending(w => w.Length))
        {
            if (await TakeAsync(written, cancel) is { } file)
            {
                told(written, file);
                html = file.Picture?.Path is { } path ? html.Replace(written, path, StringComparison.Ordinal) : html;
            }
        }

        return html;
    }

    /// <summary>Null when the address is of another site, or nobody asked for pictures.</summary>
    public async Task<OldFile?> TakeAsync(string written, CancellationToken cancel)
    {
        if (media is null || OldUpload.Read(written, _site) is not { } upload)
        {
            return null;
        }

        if (_taken.TryGetValue(upload.PathOfWhole, out var known))
        {
            return known;
        }

        var file = new OldFile(upload.PathOfWhole, IsPicture(upload.Path), null);
        if (file.IsPicture)
        {
            file = file with { Picture = await TakeAsync(upload, cancel) };
        }

        return _taken[upload.PathOfWhole] = file;
    }

    private async Task<TakenPicture?> TakeAsync(OldUpload upload, CancellationToken cancel)
    {
        TakenPicture? refused = null;
        foreach (var candidate in upload.Candidates())
        {
            if (await OpenAsync(candidate, cancel) is { } file)
            {
                await using (file)
                {
                    var attachment = _told[upload.PathOfWhole].FirstOrDefault();
                    var told = new ToldPicture(candidate.Path[(candidate.Path.LastIndexOf('/') + 1)..], attachment?.AlternativeText ?? "", attachment?.Caption ?? "");
                    var taken = await pictures.TakeAsync(file, told, now, cancel);
                    if (taken.Path is not null)
                    {
                        return taken;
                    }

                    // Too large as a whole, say; a smaller size of it is better than none.
                    refused ??= taken;
                }
            }
        }

        return refused;
    }

    private async Task<Stream?> OpenAsync(OldUpload upload, CancellationToken cancel)
    {
        try
        {
            return await media!.OpenAsync(upload.Path, upload.Address, cancel);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            // It is there and may not be read: for the post the same as if it were not.
            return null;
        }
    }

    private static bool IsPicture(string path) => Path.GetExtension(path).ToLowerInvariant() is ".jpg" or ".jpeg" or ".png" or ".gif" or ".webp" or ".avif" or ".bmp" or ".svg" or ".tif" or ".tiff" or ".heic";
}

/// <param name="Path">Below the uploads folder.</param>
/// <param name="Picture">Null when the file is not there.</param>
public sealed record OldFile(string Path, bool IsPicture, TakenPicture? Picture);

/// <summary>What the export says of a file.</summary>
/// <param name="PostId">With which it was sent; 0 for none.</param>
public sealed record OldAttachment(string Address, string AlternativeText, string Caption, long PostId)
{
    public static OldAttachment Of(WxrItem item) => new(
        item.AttachmentUrl, Markup.ClassicContent.Words(item.Fields.Note("_wp_attachment_image_alt")), Markup.ClassicContent.Words(item.Excerpt), item.ParentId);
}
