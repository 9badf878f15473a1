using System.Globalization;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Media;

namespace Bijgespijkerd.Web.Media;

/// <param name="HiddenUses">What else shows it, and is not for this account to see.</param>
public sealed record PicturePage(Picture Picture, PictureForm Typed, IReadOnlyList<PictureUse> Uses, int HiddenUses) : IPanelPage
{
    public PanelHead Head { get; } = new(Picture.Name, "media") { Scripts = ["media.js"] };
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();
    public string? Trouble { get; init; }

    public PictureAddress Address { get; } = PictureAddress.Read(Picture.Path)!;

    public bool IsUsed => Uses.Count + HiddenUses > 0;

    public static string PathOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{PicturesPage.Path}/{id}");

    public string? Error(string field) => Errors.GetValueOrDefault(field);

    public string? Described(string field, bool hasHint) => (Error(field) is not null, hasHint) switch
    {
        (true, true) => $"{Id(field)}-fout {Id(field)}-hint",
        (true, false) => Id(field) + "-fout",
        (false, true) => Id(field) + "-hint",
        _ => null,
    };

    public static string Id(string field) => "veld-" + field.ToLowerInvariant();
}
