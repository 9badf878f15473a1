using System.Text;

namespace Bijgespijkerd.Web.Platform.Media;

/// <summary>How the process that decodes says what became of a file. What it says is believed no further than it can be checked.</summary>
internal static class PictureMessage
{
    private const int MostFiles = 8;

    public static void Write(Stream output, PictureMaking making)
    {
        using var writer = new BinaryWriter(output, Encoding.UTF8, leaveOpen: true);
        writer.Write((int?)making.Refusal ?? -1);
        if (making.Made is not { } made)
        {
            return;
        }

        writer.Write((int)made.Kind);
        writer.Write(made.Width);
        writer.Write(made.Height);
        writer.Write(made.Address.Path);
        writer.Write(made.Files.Count);
        foreach (var file in made.Files)
        {
            writer.Write(file.Name);
            writer.Write(file.Width);
            writer.Write(file.Height);
            writer.Write(file.Content.Length);
            writer.Write(file.Content);
        }
    }

    /// <summary>A message that is cut off or not as it must be is that of a file the decoder could not take.</summary>
    public static PictureMaking Read(Stream message)
    {
        try
        {
            using var reader = new BinaryReader(message, Encoding.UTF8, leaveOpen: true);
            var refusal = reader.ReadInt32();
            return refusal >= 0
                ? PictureMaking.Refused(Enum.IsDefined((PictureRefusal)refusal) ? (PictureRefusal)refusal : PictureRefusal.Damaged)
                : new PictureMaking(ReadMade(reader), null);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or FormatException or ArgumentException)
        {
            return PictureMaking.Refused(PictureRefusal.Damaged);
        }
    }

    private static MadePicture ReadMade(BinaryReader reader)
    {
        var (kind, width, height) = ((PictureKind)reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        var address = PictureAddress.Read(reader.ReadString());
        var count = reader.ReadInt32();
        if (!Enum.IsDefined(kind) || address is null || !PictureLimits.Allow(width, height) || count is < 1 or > MostFiles)
        {
            throw new InvalidDataException();
        }

        string[] names = [address.Name, .. address.Widths.Select(address.NameAt), address.OriginalName];
        var files = Enumerable.Range(0, count).Select(_ => ReadFile(reader, names)).ToList();
        return new MadePicture(kind, width, height, address, files);
    }

    private static MadeFile ReadFile(BinaryReader reader, string[] names)
    {
        var file = new MadeFile(reader.ReadString(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadBytes(reader.ReadInt32()));
        PictureKind? named = Path.GetExtension(file.Name) switch { ".webp" => PictureKind.WebP, ".png" => PictureKind.Png, _ => PictureKind.Jpeg };
        return names.Contains(file.Name) && PictureFormat.Of(file.Content) == named && PictureLimits.Allow(file.Width, file.Height) ? file : throw new InvalidDataException();
    }
}
