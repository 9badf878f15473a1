using Bijgespijkerd.Web.Platform.Data;

namespace Bijgespijkerd.Web.Posts;

/// <summary>The site's pictures as they are, out and in: files with their names and bytes, so that every text that shows them goes on showing them.</summary>
public interface IMovePictures
{
    /// <summary>In the order of their keys.</summary>
    IAsyncEnumerable<MovedPicture> AllAsync(BlogDb db);

    /// <summary>Takes in a picture with all of its files, each of which must be there, be what it is called and let itself be decoded.</summary>
    /// <param name="files">A file by its name; null when it is not there.</param>
    Task<PictureMove> TakeAsync(MovedPicture picture, Func<string, Task<byte[]?>> files, CancellationToken cancel);

    /// <summary>Takes in one file that belongs to no such picture: a portrait, or what an older site shows.</summary>
    Task<PictureMove> TakeAloneAsync(string name, Func<string, Task<byte[]?>> files, CancellationToken cancel);
}

/// <param name="Address">Where it is shown from.</param>
/// <param name="Files">Names with their sizes in pixels.</param>
public sealed record MovedPicture(
    string Address, string ContentHash, string Name, string Kind, int Width, int Height, string AlternativeText, bool IsDecoration, string Caption,
    int FocusX, int FocusY, DateTimeOffset UploadedAt, IReadOnlyList<MovedFile> Files);

public sealed record MovedFile(string Name, int Width, int Height);

/// <param name="Why">In English, for an operator; null when nothing is wrong.</param>
public sealed record PictureMove(bool IsNew, string? Why)
{
    public static PictureMove Known { get; } = new(IsNew: false, null);

    public static PictureMove Taken { get; } = new(IsNew: true, null);

    public static PictureMove Refused(string why) => new(IsNew: false, why);
}
