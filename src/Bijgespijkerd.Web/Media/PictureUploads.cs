using System.Security.Cryptography;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Media;

/// <summary>From a file somebody sent to a picture of the site: decoded, its files on the disk, and its row last.</summary>
public sealed class PictureUploads(BlogDb db, WriteLane lane, IPictureMaker maker, MediaStore store)
{
    /// <param name="file">Can be read more than once.</param>
    /// <param name="by">The account that sends it.</param>
    /// <param name="hasTime">Nobody waits for an answer: then a lane that is full is no reason to refuse.</param>
    /// <param name="describe">What is known of it already; a picture that is here already keeps its own.</param>
    public async Task<PictureUpload> AddAsync(Stream file, string name, long by, DateTimeOffset now, CancellationToken cancel, Action<Picture>? describe = null, bool hasTime = false)
    {
        if (RefusalOf(file.Length) is { } refusal)
        {
            return new PictureUpload(null, refusal);
        }

        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));
        if (await db.Set<Picture>().SingleOrDefaultAsync(p => p.ContentHash == hash, cancel) is { } known)
        {
            return new PictureUpload(known, null);
        }

        file.Position = 0;
        var making = await maker.MakeAsync(file, cancel);
        if (making.Made is not { } made)
        {
            return new PictureUpload(null, making.Refusal);
        }

        var picture = Picture.Uploaded(made, hash, name, by, now);
        describe?.Invoke(picture);
        return new PictureUpload(await KeepAsync(made, picture, hasTime, cancel), null);
    }

    private static PictureRefusal? RefusalOf(long length) => length switch
    {
        0 => PictureRefusal.Empty,
        > PictureLimits.FileBytes => PictureRefusal.FileTooLarge,
        _ => null,
    };

    private async Task<Picture> KeepAsync(MadePicture made, Picture picture, bool hasTime, CancellationToken cancel)
    {
        Picture? kept = null;
        try
        {
            await store.AddAsync([.. made.Files.Select(f => (f.Name, f.Content))], cancel);
            kept = hasTime
                ? await lane.WriteWhenThereIsRoomAsync((writer, token) => StoreAsync(writer, picture, token), cancel)
                : await lane.WriteAsync((writer, token) => StoreAsync(writer, picture, token), cancel);
            return kept;
        }
        finally
        {
            if (kept?.Key != picture.Key)
            {
                store.Remove(made.Files.Select(f => f.Name));
            }
        }
    }

    /// <summary>Somebody may have sent the same file in the meantime: then theirs is the picture.</summary>
    private static async Task<Picture> StoreAsync(BlogDb writer, Picture picture, CancellationToken cancel)
    {
        if (await writer.Set<Picture>().AsNoTracking().SingleOrDefaultAsync(p => p.ContentHash == picture.ContentHash, cancel) is { } known)
        {
            return known;
        }

        writer.Add(picture);
        await writer.SaveChangesAsync(cancel);
        return picture;
    }
}

/// <summary>One of the two.</summary>
public sealed record PictureUpload(Picture? Picture, PictureRefusal? Refusal);
