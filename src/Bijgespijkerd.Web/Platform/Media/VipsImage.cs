using System.Runtime.InteropServices;

namespace Bijgespijkerd.Web.Platform.Media;

/// <summary>An image in libvips' memory; most are pixels to come, computed when they are asked for.</summary>
internal sealed class VipsImage : SafeHandle
{
    private const int NoHeight = 10_000_000;
    private const int OnlyDown = 2;

    private VipsImage(nint image) : base(0, ownsHandle: true) => SetHandle(image);

    public override bool IsInvalid => handle == 0;

    public int Width => Vips.Width(handle);

    public int Height => Vips.Height(handle);

    public bool HasAlpha => Vips.HasAlpha(handle) != 0;

    /// <summary>Reads the header and no pixel.</summary>
    public static VipsImage Header(GCHandle content, int length) => Checked(Vips.OpenHeader(content.AddrOfPinnedObject(), (nuint)length, "", 0));

    /// <summary>Upright, in sRGB, at most so wide. A file that ends early fails when its pixels are asked for.</summary>
    public static VipsImage Upright(GCHandle content, int length, int width)
    {
        var failed = Vips.Scale(
            content.AddrOfPinnedObject(), (nuint)length, out var image, width, "height", NoHeight, "size", OnlyDown, "export-profile", "srgb",
            "option-string", "[fail_on=truncated]", 0);
        return Checked(failed == 0 ? image : 0);
    }

    public VipsImage Narrower(int width) => Checked(Vips.ScaleImage(handle, out var image, width, "height", NoHeight, "size", OnlyDown, 0) == 0 ? image : 0);

    /// <summary>All pixels, once.</summary>
    public VipsImage Decoded() => Checked(Vips.Decode(handle));

    public byte[] Encode(string suffix)
    {
        if (Vips.Encode(handle, suffix, out var content, out var length, 0) != 0)
        {
            throw Failed();
        }

        try
        {
            var bytes = new byte[checked((int)length)];
            Marshal.Copy(content, bytes, 0, bytes.Length);
            return bytes;
        }
        finally
        {
            Vips.Free(content);
        }
    }

    protected override bool ReleaseHandle()
    {
        Vips.Release(handle);
        return true;
    }

    private static VipsImage Checked(nint image) => image != 0 ? new VipsImage(image) : throw Failed();

    /// <summary>What the library says of a stranger's file is of no use to anybody, and would pile up.</summary>
    private static UnreadablePictureException Failed()
    {
        Vips.ClearErrors();
        return new UnreadablePictureException();
    }
}

internal sealed class UnreadablePictureException() : Exception("The picture could not be decoded");
