using System.Globalization;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Media;

/// <param name="Zonder">"alt": those that need a text and have none.</param>
public sealed record PictureFilter(string? Zonder, string? Q, string? Pagina)
{
    private const int MostLetters = 100;

    public bool IsOnlyWithoutText => Zonder == "alt";

    public string Words => Q?.Trim() is { } words ? words.Length > MostLetters ? words[..MostLetters] : words : "";

    public int? Page => Pagina is null ? 1 : int.TryParse(Pagina, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : null;

    public string PathAt(int page)
    {
        string?[] parts =
        [
            IsOnlyWithoutText ? "zonder=alt" : null,
            Words.Length > 0 ? "q=" + Uri.EscapeDataString(Words) : null,
            page > 1 ? string.Create(CultureInfo.InvariantCulture, $"pagina={page}") : null,
        ];
        var query = string.Join('&', parts.OfType<string>());
        return query.Length > 0 ? PicturesPage.Path + "?" + query : PicturesPage.Path;
    }
}

/// <summary>A picture in the grid.</summary>
public sealed record PictureCell(long Id, string Name, string Path, int Width, int Height, long Bytes, string AlternativeText, bool IsDecoration, string Caption)
{
    public bool NeedsText => AlternativeText.Length == 0 && !IsDecoration;

    public string Markdown => PictureMarkdown.Of(AlternativeText, Caption, Path);

    public PictureAddress Address => PictureAddress.Read(Path)!;

    public string Thumbnail => PictureAddress.Folder + Address.NameAt(Address.Widths.First());
}

public sealed record PicturesPage(IReadOnlyList<PictureCell> Pictures, int All, long Bytes, int WithoutText, int Found, PictureFilter Filter) : IPanelPage
{
    public const string Path = "/beheer/media";
    private const int PerPage = 60;

    public PanelHead Head { get; } = new(MediaTexts.Title, "media") { Scripts = ["media.js"] };
    public IReadOnlyList<string> Faults { get; init; } = [];
    public bool TakesUploads { get; init; }

    public int Number => Filter.Page ?? 1;

    public int Pages => Pager.PagesFor(Found, PerPage);

    /// <summary>Null when there is no such page.</summary>
    public static async Task<PicturesPage?> LoadAsync(BlogDb db, PictureFilter filter, CurrentAccount who, CancellationToken cancel)
    {
        var pictures = db.PicturesOf(who);
        var without = pictures.Where(p => p.AlternativeText == "" && !p.IsDecoration);
        var chosen = filter.IsOnlyWithoutText ? without : pictures;
        if (filter.Words.Length > 0)
        {
            var like = "%" + filter.Words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
            chosen = chosen.Where(p => EF.Functions.Like(p.Name, like, "\\"));
        }

        var found = await chosen.CountAsync(cancel);
        if (filter.Page is not { } page || page > Pager.PagesFor(found, PerPage))
        {
            return null;
        }

        var cells = await chosen.OrderByDescending(p => p.UploadedAt).ThenByDescending(p => p.Id).Skip((page - 1) * PerPage).Take(PerPage)
            .Select(p => new PictureCell(p.Id, p.Name, p.Path, p.Width, p.Height, p.Bytes, p.AlternativeText, p.IsDecoration, p.Caption)).ToListAsync(cancel);
        return new(cells, await pictures.CountAsync(cancel), await pictures.SumAsync(p => p.Bytes, cancel), await without.CountAsync(cancel), found, filter);
    }

    /// <summary>"3 kB", "1,2 MB".</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1_000_000 => string.Format(SiteClock.Dutch, MediaTexts.Kilobytes, (bytes + 999) / 1_000),
        < 1_000_000_000 => string.Format(SiteClock.Dutch, MediaTexts.Megabytes, bytes / 1_000_000m),
        _ => string.Format(SiteClock.Dutch, MediaTexts.Gigabytes, bytes / 1_000_000_000m),
    };

    public static string Sentence(PictureRefusal refusal) => refusal switch
    {
        PictureRefusal.LibraryMissing => MediaTexts.ErrorLibrary,
        PictureRefusal.Empty => MediaTexts.ErrorEmpty,
        PictureRefusal.FileTooLarge => MediaTexts.ErrorFileTooLarge,
        PictureRefusal.NotAPicture => MediaTexts.ErrorNotAPicture,
        PictureRefusal.TooManyPixels => MediaTexts.ErrorTooManyPixels,
        _ => MediaTexts.ErrorDamaged,
    };
}
