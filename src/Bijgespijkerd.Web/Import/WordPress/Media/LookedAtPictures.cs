using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Import.WordPress.Media;

/// <summary>For a dry run: whether a file is a picture by its first bytes, and nothing made of it.</summary>
internal sealed class LookedAtPictures : ITakePictures
{
    private const int Looked = 64;
    private static readonly string Nowhere = new PictureAddress(new string('0', 32), 1, 1, ".jpg").Path;

    public async Task<TakenPicture> TakeAsync(Stream file, ToldPicture told, DateTimeOffset now, CancellationToken cancel)
    {
        var beginning = new byte[Looked];
        var read = await file.ReadAtLeastAsync(beginning, Looked, throwOnEndOfStream: false, cancel);
        return read == 0 ? Refused(PictureRefusal.Empty)
            : file.Length > PictureLimits.FileBytes ? Refused(PictureRefusal.FileTooLarge)
            : PictureFormat.Of(beginning.AsSpan(0, read)) is null ? Refused(PictureRefusal.NotAPicture)
            : new TakenPicture(Nowhere, 1, 1, null);
    }

    private static TakenPicture Refused(PictureRefusal why) => new(null, 0, 0, why.ToString());
}
