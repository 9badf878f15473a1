using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Bijgespijkerd.Web.Platform.Media;

/// <summary>Pictures by libvips. Only ever in a process of its own: see <see cref="PictureProgram"/>.</summary>
internal static class VipsPictures
{
    private const string Shown = ".webp[Q=80,strip]";
    private const string Jpeg = ".jpg[Q=82,strip,optimize-coding,interlace]";
    private const string WholeJpeg = ".jpg[Q=90,strip]";
    private const string Png = ".png[strip,compression=6]";

    public static PictureMaking Make(string library, byte[] content, bool isPortrait = false)
    {
        if (!Load(library))
        {
            return PictureMaking.Refused(PictureRefusal.LibraryMissing);
        }

        if (content.Length == 0)
        {
            return PictureMaking.Refused(PictureRefusal.Empty);
        }

        if (PictureFormat.Of(content) is not { } kind)
        {
            return PictureMaking.Refused(PictureRefusal.NotAPicture);
        }

        var pinned = GCHandle.Alloc(content, GCHandleType.Pinned);
        try
        {
            return FitsInMemory(pinned, content.Length) ? new PictureMaking(isPortrait ? MakePortrait(kind, pinned, content.Length) : Make(kind, pinned, content.Length), null) : PictureMaking.Refused(PictureRefusal.TooManyPixels);
        }
        catch (UnreadablePictureException)
        {
            return PictureMaking.Refused(PictureRefusal.Damaged);
        }
        finally
        {
            pinned.Free();
        }
    }

    private static bool Load(string library)
    {
        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad(library, out _))
        {
            return false;
        }

        // It would write to the console what is wrong with each file of a stranger.
        _ = Vips.Set("VIPS_WARNING", "1", 1);
        if (Vips.Init("bijgespijkerd") != 0)
        {
            return false;
        }

        Vips.BlockUntrusted(1);
        Vips.Threads(1);
        Vips.KeepOperations(0);
        return true;
    }

    /// <summary>Asked before anything is decoded.</summary>
    private static bool FitsInMemory(GCHandle content, int length)
    {
        using var header = VipsImage.Header(content, length);
        return PictureLimits.Allow(header.Width, header.Height);
    }

    private static MadePicture MakePortrait(PictureKind kind, GCHandle content, int length)
    {
        using var lazy = VipsImage.Upright(content, length, PictureLimits.Portrait);
        using var small = lazy.Decoded();
        var address = new PictureAddress(RandomNumberGenerator.GetHexString(32, lowercase: true), small.Width, small.Height, ".jpg");
        return new MadePicture(kind, small.Width, small.Height, address, [new MadeFile(address.NameAt(small.Width), small.Width, small.Height, WebPFile.OnlyPicture(small.Encode(Shown)))]);
    }

    private static MadePicture Make(PictureKind kind, GCHandle content, int length)
    {
        using var whole = VipsImage.Upright(content, length, PictureLimits.Side);
        using var lazy = VipsImage.Upright(content, length, PictureAddress.Widest);
        using var shown = lazy.Decoded();
        var (plain, original, extension) = shown.HasAlpha ? (Png, Png, ".png") : (Jpeg, WholeJpeg, ".jpg");
        var address = new PictureAddress(RandomNumberGenerator.GetHexString(32, lowercase: true), shown.Width, shown.Height, extension);
        var files = new List<MadeFile> { new(address.Name, shown.Width, shown.Height, shown.Encode(plain)) };
        foreach (var width in address.Widths)
        {
            using var narrower = shown.Narrower(width);
            files.Add(new MadeFile(address.NameAt(width), narrower.Width, narrower.Height, WebPFile.OnlyPicture(narrower.Encode(Shown))));
        }

        if (whole.Width > shown.Width)
        {
            files.Add(new MadeFile(address.OriginalName, whole.Width, whole.Height, whole.Encode(original)));
        }

        return new MadePicture(kind, whole.Width, whole.Height, address, files);
    }
}
