using System.Buffers.Binary;
using Bijgespijkerd.Web.Platform.Media;

namespace Bijgespijkerd.Web.Editing.Publishing;

/// <summary>Width and height of a picture of this site, from the first bytes of its file.</summary>
internal static class PictureSize
{
    private const int HeadLength = 32;

    /// <summary>Null for what is not here, or tells its size elsewhere than at its beginning.</summary>
    public static (int Width, int Height)? Of(MediaStore media, string path)
    {
        if (!path.StartsWith("/media/", StringComparison.Ordinal) || media.Find(path["/media/".Length..]) is not { } found)
        {
            return null;
        }

        using var file = File.OpenRead(found.File);
        var head = new byte[HeadLength];
        return file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false) == HeadLength ? OfHead(head) : null;
    }

    private static (int Width, int Height)? OfHead(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G']))
        {
            return (BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]));
        }

        return head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8) ? OfWebp(head[12..]) : null;
    }

    /// <summary>Lossy, lossless and extended files each write it in their own way.</summary>
    private static (int Width, int Height)? OfWebp(ReadOnlySpan<byte> chunk)
    {
        if (chunk.StartsWith("VP8 "u8))
        {
            return (BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(chunk[16..]) & 0x3FFF);
        }

        if (chunk.StartsWith("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(chunk[9..]);
            return ((int)(bits & 0x3FFF) + 1, (int)(bits >> 14 & 0x3FFF) + 1);
        }

        return chunk.StartsWith("VP8X"u8) ? (Three(chunk[12..]) + 1, Three(chunk[15..]) + 1) : null;
    }

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
}
