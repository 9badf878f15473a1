namespace Bijgespijkerd.Web.Platform.Media;

/// <summary>Turns what somebody uploaded into pictures of our own making: turned upright, in sRGB, nothing in them but pixels.</summary>
public interface IPictureMaker
{
    /// <summary>The library that decodes is there; without it nothing can be uploaded, and all else works.</summary>
    Task<bool> IsPresentAsync(CancellationToken cancel);

    /// <summary>One at a time, whoever asks.</summary>
    Task<PictureMaking> MakeAsync(Stream upload, CancellationToken cancel);

    /// <summary>Somebody's picture beside their name: one small file.</summary>
    Task<PictureMaking> MakePortraitAsync(Stream upload, CancellationToken cancel);
}

/// <summary>Why a file did not become a picture.</summary>
public enum PictureRefusal
{
    LibraryMissing,
    Empty,
    FileTooLarge,
    NotAPicture,
    TooManyPixels,
    Damaged,
}

/// <summary>One of the two.</summary>
public sealed record PictureMaking(MadePicture? Made, PictureRefusal? Refusal)
{
    public static PictureMaking Refused(PictureRefusal why) => new(null, why);
}

/// <param name="Address">Of the file that every browser can show.</param>
public sealed record MadePicture(PictureKind Kind, int Width, int Height, PictureAddress Address, IReadOnlyList<MadeFile> Files);

public sealed record MadeFile(string Name, int Width, int Height, byte[] Content);

public static class PictureLimits
{
    public const int FileBytes = 20 * 1024 * 1024;
    public const int Side = 12_000;

    /// <summary>Twice as wide as it is shown, for screens with finer dots.</summary>
    public const int Portrait = 96;
    public const long Pixels = 40_000_000;

    public static bool Allow(int width, int height) => width is > 0 and <= Side && height is > 0 and <= Side && (long)width * height <= Pixels;
}
