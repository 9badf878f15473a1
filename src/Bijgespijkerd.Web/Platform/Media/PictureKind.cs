namespace Bijgespijkerd.Web.Platform.Media;

/// <summary>The formats that are taken in.</summary>
public enum PictureKind
{
    Jpeg,
    Png,
    WebP,
    Avif,
    Gif,
}

/// <summary>What a file is, by its first bytes; its name and what the browser calls it say nothing.</summary>
public static class PictureFormat
{
    /// <summary>Null for everything else, SVG among it: a drawing that can hold a program.</summary>
    public static PictureKind? Of(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return PictureKind.Jpeg;
        }

        if (content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return PictureKind.Png;
        }

        if (content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8))
        {
            return PictureKind.Gif;
        }

        if (content.Length >= 12 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8))
        {
            return PictureKind.WebP;
        }

        return IsAvif(content) ? PictureKind.Avif : null;
    }

    /// <summary>ISO base media: a box <c>ftyp</c> whose first brand says what follows.</summary>
    private static bool IsAvif(ReadOnlySpan<byte> content) =>
        content.Length >= 12 && content[4..].StartsWith("ftyp"u8) && (content[8..].StartsWith("avif"u8) || content[8..].StartsWith("avis"u8) || content[8..].StartsWith("mif1"u8) && content[..Math.Min(content.Length, 64)].IndexOf("avif"u8) > 0);
}
