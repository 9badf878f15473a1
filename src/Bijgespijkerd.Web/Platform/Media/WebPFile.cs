using System.Buffers.Binary;

namespace Bijgespijkerd.Web.Platform.Media;

/// <summary>WebP's container, as much of it as it takes to leave out what is no picture: the library writes EXIF and XMP even when told not to.</summary>
internal static class WebPFile
{
    private const int FileHeader = 12;
    private const int PartHeader = 8;

    /// <summary>Bits of the extended header that say what else the file holds: a profile, EXIF, XMP.</summary>
    private const byte OtherThings = 0b0010_1100;

    private static readonly string[] Pictures = ["VP8X", "VP8 ", "VP8L", "ALPH"];

    public static byte[] OnlyPicture(byte[] file)
    {
        using var kept = new MemoryStream(file.Length);
        kept.Write(file.AsSpan(0, FileHeader));
        for (var at = FileHeader; at + PartHeader <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 4));
            var next = (int)Math.Min(file.Length, at + PartHeader + (long)length + (length % 2));
            if (Pictures.Contains(System.Text.Encoding.ASCII.GetString(file, at, 4)))
            {
                kept.Write(file.AsSpan(at, next - at));
            }

            at = next;
        }

        var picture = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(picture.AsSpan(4), (uint)(picture.Length - PartHeader));
        if (picture.AsSpan(FileHeader).StartsWith("VP8X"u8))
        {
            picture[FileHeader + PartHeader] &= unchecked((byte)~OtherThings);
        }

        return picture;
    }
}
