using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Media;

/// <summary>A picture of the site: what was made of an upload, and what people say about it.</summary>
public sealed class Picture
{
    public const int Middle = 50;

    private readonly List<PictureFile> _files = [];

    private Picture() { }

    public long Id { get; private set; }

    /// <summary>Random; the names of all its files begin with it.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Of the file as it was uploaded: the same file again is the same picture.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>What the file was called where it came from: shown, never used.</summary>
    public string Name { get; private set; } = "";
    public PictureKind Kind { get; private set; }

    /// <summary>Where to show it from; the other widths follow from it.</summary>
    public string Path { get; private set; } = "";
    public int Width { get; private set; }
    public int Height { get; private set; }

    /// <summary>Of all its files together.</summary>
    public long Bytes { get; private set; }
    public string AlternativeText { get; private set; } = "";

    /// <summary>It says nothing, so that it needs no text either.</summary>
    public bool IsDecoration { get; private set; }
    public string Caption { get; private set; } = "";

    /// <summary>Percents from the left and the top: what stays in sight when the picture is cut.</summary>
    public int FocusX { get; private set; } = Middle;
    public int FocusY { get; private set; } = Middle;
    public DateTimeOffset UploadedAt { get; private set; }
    public long UploadedBy { get; private set; }

    public IReadOnlyList<PictureFile> Files => _files;

    public static Picture Uploaded(MadePicture made, string contentHash, string name, long by, DateTimeOffset now)
    {
        var picture = new Picture
        {
            Key = made.Address.Key,
            ContentHash = contentHash,
            Name = NameOf(name),
            Kind = made.Kind,
            Path = made.Address.Path,
            Width = made.Width,
            Height = made.Height,
            Bytes = made.Files.Sum(f => f.Content.LongLength),
            UploadedAt = now,
            UploadedBy = by,
        };
        picture._files.AddRange(made.Files.Select(PictureFile.Of));
        return picture;
    }

    /// <summary>A picture of another site of this program, with its own files under their own names.</summary>
    public static Picture Moved(MovedPicture told, PictureKind kind, PictureAddress address, IReadOnlyList<MadeFile> files)
    {
        var made = new MadePicture(kind, told.Width, told.Height, address, files);
        var picture = Uploaded(made, told.ContentHash, told.Name, by: 0, told.UploadedAt);
        picture.Describe(told.AlternativeText, told.IsDecoration, told.Caption);
        picture.Focus(told.FocusX, told.FocusY);
        return picture;
    }

    public void Describe(string alternativeText, bool isDecoration, string caption)
    {
        AlternativeText = isDecoration ? "" : alternativeText;
        IsDecoration = isDecoration;
        Caption = caption;
    }

    public void Focus(int x, int y) => (FocusX, FocusY) = (Math.Clamp(x, 0, 100), Math.Clamp(y, 0, 100));

    /// <summary>One line of text, whatever a client calls its file: no folders, no controls, never empty.</summary>
    public static string NameOf(string? told)
    {
        var clean = PlainText.Clean(told).Replace('\n', ' ').Replace('\t', ' ');
        var name = clean[(clean.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        if (name.Length > Limits.Title)
        {
            name = PlainText.Clean(name[..Limits.Title]);
        }

        return name.Length > 0 ? name : MediaTexts.NoName;
    }
}

/// <summary>One of the files of a picture.</summary>
public sealed class PictureFile
{
    private PictureFile() { }

    public string Name { get; private set; } = "";
    public long PictureId { get; private set; }
    public int Width { get; private set; }
    public int Height { get; private set; }
    public long Bytes { get; private set; }

    internal static PictureFile Of(MadeFile made) => new() { Name = made.Name, Width = made.Width, Height = made.Height, Bytes = made.Content.LongLength };
}
