using System.Globalization;
using System.Text.RegularExpressions;

namespace Bijgespijkerd.Web.Platform.Media;

/// <summary>
/// The address of a picture says its size, so that whoever shows it knows its other widths without asking the database:
/// <c>/media/{key}-1600x900.jpg</c> stands beside <c>/media/{key}-480.webp</c> and its like.
/// </summary>
public sealed partial record PictureAddress(string Key, int Width, int Height, string Extension)
{
    public const int Widest = 1600;
    public const string Folder = "/media/";

    /// <summary>How wide pictures are shown: in the text, as an article's cover, on a card, on the first card of the home page.</summary>
    public const string InText = "(min-width: 44em) 40rem, 100vw";
    public const string AsCover = "(min-width: 60em) 58rem, 100vw";
    public const string OnCard = "(min-width: 40em) 22rem, 6.5rem";
    public const string OnLead = "(min-width: 60em) 40rem, 100vw";

    private static readonly int[] Steps = [480, 960];

    public string Path => Folder + Name;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Key}-{Width}x{Height}{Extension}");

    /// <summary>The whole picture, kept when it is wider than what is shown.</summary>
    public string OriginalName => Key + Extension;

    public IEnumerable<int> Widths => Steps.Where(step => step < Width).Append(Width);

    public string NameAt(int width) => string.Create(CultureInfo.InvariantCulture, $"{Key}-{width}.webp");

    public string SourceSet => string.Join(", ", Widths.Select(width => string.Create(CultureInfo.InvariantCulture, $"{Folder}{NameAt(width)} {width}w")));

    /// <summary>Null for any other address: of a picture that has no other widths, or of another site.</summary>
    public static PictureAddress? Read(string? address)
    {
        if (address is null || Form().Match(address) is not { Success: true } found)
        {
            return null;
        }

        var read = new PictureAddress(found.Groups["key"].Value, Number(found, "width"), Number(found, "height"), found.Groups["extension"].Value);
        return read.Width <= Widest ? read : null;
    }

    public static string? SourcesOf(string? address) => Read(address)?.SourceSet;

    private static int Number(Match found, string group) => int.Parse(found.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^/media/(?<key>[0-9a-f]{32})-(?<width>[1-9][0-9]{0,4})x(?<height>[1-9][0-9]{0,4})(?<extension>\.jpg|\.png)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Form();
}
