using System.Globalization;
using System.Text.RegularExpressions;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Media;

/// <summary>Pictures that leave with their site or come with one, byte for byte: nothing is made anew, so each file is decoded before it is believed.</summary>
internal sealed partial class MovingPictures(WriteLane lane, IPictureMaker maker, MediaStore store) : IMovePictures
{
    private const int MostFiles = 8;

    public IAsyncEnumerable<MovedPicture> AllAsync(BlogDb db) => db.Set<Picture>().AsNoTracking().Include(p => p.Files).OrderBy(p => p.Key).AsAsyncEnumerable().Select(Told);

    public async Task<PictureMove> TakeAsync(MovedPicture picture, Func<string, Task<byte[]?>> files, CancellationToken cancel)
    {
        if (PictureAddress.Read(picture.Address) is not { } address || WhyUnfit(picture, address) is not null)
        {
            return PictureMove.Refused(PictureAddress.Read(picture.Address) is { } read ? WhyUnfit(picture, read)! : "its address is none of a picture");
        }

        var there = await LookAsync(address.Key, picture.ContentHash, cancel);
        if (there == Likeness.Same)
        {
            return PictureMove.Known;
        }

        var made = new List<MadeFile>();
        foreach (var told in picture.Files)
        {
            var (content, why) = await ReadAsync(told.Name, files, cancel);
            if (content is null)
            {
                return PictureMove.Refused(why!);
            }

            made.Add(new MadeFile(told.Name, told.Width, told.Height, content));
        }

        return await KeepAsync(made, there == Likeness.OtherAddress ? null : Picture.Moved(picture, KindOf(picture)!.Value, address, made), cancel);
    }

    public async Task<PictureMove> TakeAloneAsync(string name, Func<string, Task<byte[]?>> files, CancellationToken cancel)
    {
        if (!MediaStore.IsName(name))
        {
            return PictureMove.Refused("that is no name of a picture");
        }

        var (content, why) = await ReadAsync(name, files, cancel);
        return content is null ? PictureMove.Refused(why!) : await KeepAsync([new MadeFile(name, 0, 0, content)], null, cancel);
    }

    private static MovedPicture Told(Picture picture) => new(
        picture.Path, picture.ContentHash, picture.Name, picture.Kind.ToString(), picture.Width, picture.Height, picture.AlternativeText, picture.IsDecoration, picture.Caption,
        picture.FocusX, picture.FocusY, picture.UploadedAt, [.. picture.Files.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => new MovedFile(f.Name, f.Width, f.Height))]);

    /// <summary>All its files carry its key, and the one that every text shows is among them.</summary>
    private static string? WhyUnfit(MovedPicture picture, PictureAddress address)
    {
        if (picture.Files.Count > MostFiles || picture.Files.DistinctBy(f => f.Name, StringComparer.Ordinal).Count() != picture.Files.Count)
        {
            return "it names too many files, or one twice";
        }

        if (picture.Files.Any(f => !MediaStore.IsName(f.Name) || !f.Name.StartsWith(address.Key, StringComparison.Ordinal) || !PictureLimits.Allow(f.Width, f.Height)))
        {
            return "it names a file that is none of its own";
        }

        return picture.Files.All(f => f.Name != address.Name) || !PictureLimits.Allow(picture.Width, picture.Height) || KindOf(picture) is null || !Hash().IsMatch(picture.ContentHash)
            ? "what is said of it does not fit" : null;
    }

    private static PictureKind? KindOf(MovedPicture picture) => Enum.GetValues<PictureKind>().Select(k => (PictureKind?)k).FirstOrDefault(k => k.ToString() == picture.Kind);

    private Task<Likeness> LookAsync(string key, string hash, CancellationToken cancel) => lane.WriteWhenThereIsRoomAsync(
        async (db, token) => await db.Set<Picture>().Where(p => p.Key == key || p.ContentHash == hash).Select(p => p.Key).ToListAsync(token) is { Count: > 0 } keys
            ? keys.Contains(key) ? Likeness.Same : Likeness.OtherAddress
            : Likeness.None,
        cancel);

    private async Task<(byte[]? Content, string? Why)> ReadAsync(string name, Func<string, Task<byte[]?>> files, CancellationToken cancel)
    {
        if (await files(name) is not { } content)
        {
            return (null, $"media/{name} is not there");
        }

        if (content.Length > PictureLimits.FileBytes || PictureFormat.Of(content) is not { } kind || !Extensions(kind).Contains(Path.GetExtension(name), StringComparer.Ordinal))
        {
            return (null, $"media/{name} is not what its name says");
        }

        if (store.Find(name) is { } there && (await File.ReadAllBytesAsync(there.File, cancel)).AsSpan().SequenceEqual(content))
        {
            return (content, null);
        }

        using var stream = new MemoryStream(content);
        return await maker.MakePortraitAsync(stream, cancel) is { Refusal: { } refusal }
            ? (null, string.Create(CultureInfo.InvariantCulture, $"media/{name} cannot be looked at ({refusal})"))
            : (content, null);
    }

    /// <summary>Files first and the row last, as an upload does it.</summary>
    /// <param name="picture">Null: files that texts show, and no row.</param>
    private async Task<PictureMove> KeepAsync(IReadOnlyList<MadeFile> files, Picture? picture, CancellationToken cancel)
    {
        var fresh = new List<MadeFile>();
        foreach (var file in files)
        {
            if (store.Find(file.Name) is not { } there)
            {
                fresh.Add(file);
            }
            else if (!(await File.ReadAllBytesAsync(there.File, cancel)).AsSpan().SequenceEqual(file.Content))
            {
                return PictureMove.Refused($"media/{file.Name} is here already, and is another picture");
            }
        }

        if (fresh.Count > 0)
        {
            await store.AddAsync([.. fresh.Select(f => (f.Name, f.Content))], cancel);
        }

        if (picture is not null)
        {
            await lane.WriteWhenThereIsRoomAsync((db, token) => db.Add(picture) is not null ? db.SaveChangesAsync(token) : Task.FromResult(0), cancel);
        }

        return picture is not null || fresh.Count > 0 ? PictureMove.Taken : PictureMove.Known;
    }

    private static string[] Extensions(PictureKind kind) => kind switch
    {
        PictureKind.Jpeg => [".jpg"],
        PictureKind.Png => [".png"],
        PictureKind.WebP => [".webp"],
        PictureKind.Avif => [".avif"],
        _ => [],
    };

    private enum Likeness
    {
        None,
        Same,

        /// <summary>The same upload, under another name: its row stays, and the files come beside it for the texts that show them.</summary>
        OtherAddress,
    }

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.NonBacktracking)]
    private static partial Regex Hash();
}
