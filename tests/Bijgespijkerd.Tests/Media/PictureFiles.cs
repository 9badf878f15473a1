using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Bijgespijkerd.Tests.Media;

/// <summary>Files as people, and those who mean harm, upload them; made here byte by byte.</summary>
public static class PictureFiles
{
    public const string Secret = "Dorpsstraat 12, geheim";
    public const string Script = "<script>alert(1)</script>";

    public static byte[] Svg => Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">{Script}</svg>");

    /// <summary>64 by 32 black dots, and an EXIF block.</summary>
    public static byte[] Avif => Convert.FromBase64String(
        "AAAAHGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZgAAASttZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAANGlsb2MAAAAAREAAAgABAAAAAAFPAAEAAAAA"
        + "AAAAGQACAAAAAAFoAAEAAAAAAAAAvgAAADhpaW5mAAAAAAACAAAAFWluZmUCAAAAAAEAAGF2MDEAAAAAFWluZmUCAAABAAIAAEV4aWYAAAAAamlwcnAAAABLaXBjbwAAABNjb2xybmNseAACAAIABoAAAAAM"
        + "YXYxQ4EADAAAAAAUaXNwZQAAAAAAAABAAAAAIAAAABBwaXhpAAAAAAMICAgAAAAXaXBtYQAAAAAAAAABAAEEgYIDhAAAABppcmVmAAAAAAAAAA5jZHNjAAIAAQABAAAA321kYXQSAAoJGBU//yQICBoQMgob"
        + "AAAAQAALPPJ+AAAABkV4aWYAAElJKgAIAAAABgASAQMAAQAAAAEAAAAaAQUAAQAAAFYAAAAbAQUAAQAAAF4AAAAoAQMAAQAAAAIAAAATAgMAAQAAAAEAAABphwQAAQAAAGYAAAAAAAAAOGMAAOgDAAA4YwAA"
        + "6AMAAAYAAJAHAAQAAAAwMjEwAZEHAAQAAAABAgMAAKAHAAQAAAAwMTAwAaADAAEAAAD//wAAAqAEAAEAAABAAAAAA6AEAAEAAAAgAAAAAAAAAA==");

    /// <summary>A picture with some colour in it; a number makes it another.</summary>
    public static byte[] Png(int width, int height, bool alpha = false, int number = 0, string? text = null)
    {
        var depth = alpha ? 4 : 3;
        var row = new byte[1 + (width * depth)];
        using var pixels = new MemoryStream();
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var at = 1 + (x * depth);
                (row[at], row[at + 1], row[at + 2]) = ((byte)(x * 255 / width), (byte)(y * 255 / height), (byte)(number * 7));
                if (alpha)
                {
                    row[at + 3] = (byte)(x * 255 / width);
                }
            }

            pixels.Write(row);
        }

        return Png(width, height, bits: 8, colour: alpha ? (byte)6 : (byte)2, pixels.ToArray(), text);
    }

    /// <summary>Dots without any order: no format makes it small.</summary>
    public static byte[] Noise(int width, int height, int number)
    {
        var pixels = new byte[height * (1 + (width * 3))];
#pragma warning disable CA5394 // The same each time.
        new Random(number).NextBytes(pixels);
#pragma warning restore CA5394
        for (var y = 0; y < height; y++)
        {
            pixels[y * (1 + (width * 3))] = 0;
        }

        return Png(width, height, bits: 8, colour: 2, pixels, null);
    }

    /// <summary>So many black dots in almost no bytes: one bit a dot, all alike.</summary>
    public static byte[] PngBomb(int width, int height) => Png(width, height, bits: 1, colour: 0, new byte[height * (1L + ((width + 7) / 8))], null);

    /// <summary>A header and nothing behind it.</summary>
    public static byte[] PngThatClaims(uint width, uint height) => [.. Signature, .. Chunk("IHDR", Header(width, height, 8, 2)), .. Chunk("IEND", [])];

    /// <summary>Frames that hold one dot, whatever side they claim.</summary>
    public static byte[] Gif(int frames, ushort side = 1)
    {
        var (low, high) = ((byte)side, (byte)(side >> 8));
        byte[] frame = [0x21, 0xF9, 4, 0, 1, 0, 0, 0, 0x2C, 0, 0, 0, 0, low, high, low, high, 0, 2, 2, 0x44, 1, 0];
        using var gif = new MemoryStream();
        gif.Write("GIF89a"u8);
        gif.Write([low, high, low, high, 0x80, 0, 0, 200, 30, 30, 30, 200, 30]);
        for (var i = 0; i < frames; i++)
        {
            gif.Write(frame);
        }

        gif.WriteByte(0x3B);
        return gif.ToArray();
    }

    /// <summary>A whole GIF that is a page with a script as well.</summary>
    public static byte[] GifThatIsAPage => [.. Gif(1), .. Encoding.ASCII.GetBytes($"<html><body>{Script}</body></html>")];

    /// <summary>As a telephone writes it: where, with what, and turned a quarter. The owner's own words in every place a JPEG has for them.</summary>
    public static byte[] WithPlace(byte[] jpeg) =>
    [
        .. jpeg[..2],
        .. Segment(0xE1, [.. "Exif\0\0"u8, .. Exif()]),
        .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.UTF8.GetBytes($"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><a>{Secret}</a></x:xmpmeta>")]),
        .. Segment(0xED, [.. "Photoshop 3.0\08BIM\x04\x04\0\0\0\0"u8, 0, 30, 0x1C, 2, 120, 0, 22, .. Encoding.ASCII.GetBytes(Secret), 0, 0, 0]),
        .. Segment(0xFE, Encoding.ASCII.GetBytes(Secret + Script)),
        .. jpeg[2..],
    ];

    public static bool Holds(byte[] content, string text) => content.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static byte[] Png(int width, int height, byte bits, byte colour, byte[] pixels, string? text)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(pixels);
        }

        return
        [
            .. Signature, .. Chunk("IHDR", Header((uint)width, (uint)height, bits, colour)),
            .. text is null ? [] : Chunk("tEXt", [.. "Comment\0"u8, .. Encoding.ASCII.GetBytes(text)]),
            .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", []),
        ];
    }

    private static byte[] Header(uint width, uint height, byte bits, byte colour) => [.. Big(width), .. Big(height), bits, colour, 0, 0, 0];

    private static byte[] Chunk(string kind, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(kind), .. content];
        return [.. Big((uint)content.Length), .. named, .. Big(Checksum(named))];
    }

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    /// <summary>A description, the orientation "turn a quarter to the right", and where: 52° 22′ 11″ north.</summary>
    private static byte[] Exif()
    {
        var words = Encoding.ASCII.GetBytes(Secret + "\0");
        var afterEntries = 8 + 2 + (3 * 12) + 4;
        var gps = afterEntries + words.Length + (words.Length % 2);
        using var exif = new MemoryStream();
        exif.Write([.. "II*\0"u8, 8, 0, 0, 0, 3, 0]);
        exif.Write([.. Entry(0x010E, 2, (uint)words.Length, (uint)afterEntries), .. Entry(0x0112, 3, 1, 6), .. Entry(0x8825, 4, 1, (uint)gps), 0, 0, 0, 0]);
        exif.Write(words);
        exif.Write(new byte[words.Length % 2]);
        exif.Write([2, 0, .. Entry(1, 2, 2, 'N'), .. Entry(2, 5, 3, (uint)(gps + 2 + 24 + 4)), 0, 0, 0, 0]);
        foreach (var part in new uint[] { 52, 1, 22, 1, 11, 1 })
        {
            exif.Write(Little(part));
        }

        return exif.ToArray();
    }

    private static byte[] Entry(ushort tag, ushort kind, uint count, uint value) => [(byte)tag, (byte)(tag >> 8), (byte)kind, 0, .. Little(count), .. Little(value)];

    private static byte[] Big(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Little(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
        return bytes;
    }

    /// <summary>CRC-32 of PNG, ISO 3309.</summary>
    private static uint Checksum(byte[] content)
    {
        var sum = uint.MaxValue;
        foreach (var octet in content)
        {
            sum ^= octet;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 1 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1;
            }
        }

        return ~sum;
    }
}
