using System.Globalization;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Media;

/// <param name="Zonder">"alt": those that need a text and have none; "gebruik": those that nothing shows.</param>
/// <param name="Id">The one that is chosen, whose details stand beside the others.</param>
public sealed record PictureFilter(string? Zonder, string? Q, string? Pagina, string? Id)
{
    public static PictureFilter Everything { get; } = new(null, null, null, null);

    private const int MostLetters = 100;

    public bool IsOnlyWithoutText => Zonder == "alt";

    public bool IsOnlyUnused => Zonder == "gebruik";

    public long? Chosen => long.TryParse(Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    public string Words => Q?.Trim() is { } words ? words.Length > MostLetters ? words[..MostLetters] : words : "";

    public int? Page => Pagina is null ? 1 : int.TryParse(Pagina, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : null;

    public string PathAt(int page) => PathTo(PicturesPage.Path, page, null);

    /// <summary>The same list with another one chosen.</summary>
    public string PathChoosing(long id) => PathTo(PicturesPage.Path, Page ?? 1, id) + "#gekozen";

    /// <summary>Where the details of the chosen one are sent, so that the answer leads back to this list.</summary>
    public string PathSaving(long id) => PathTo(PicturePage.PathOf(id), Page ?? 1, id);

    /// <summary>What was just described may have left the list, and its last page with it.</summary>
    public PictureFilter AfterSaving() => IsOnlyWithoutText || IsOnlyUnused ? this with { Pagina = null } : this;

    private string PathTo(string path, int page, long? id)
    {
        string?[] parts =
        [
            IsOnlyWithoutText || IsOnlyUnused ? "zonder=" + Zonder : null,
            Words.Length > 0 ? "q=" + Uri.EscapeDataString(Words) : null,
            page > 1 ? string.Create(CultureInfo.InvariantCulture, $"pagina={page}") : null,
            id is null ? null : string.Create(CultureInfo.InvariantCulture, $"id={id}"),
        ];
        var query = string.Join('&', parts.OfType<string>());
        return query.Length > 0 ? path + "?" + query : path;
    }
}

/// <summary>A picture in the grid.</summary>
public sealed record PictureCell(long Id, string Name, string Path, int Width, int Height, long Bytes, string AlternativeText, bool IsDecoration, string Caption)
{
    public bool NeedsText => AlternativeText.Length == 0 && !IsDecoration;

    public string Markdown => PictureMarkdown.Of(AlternativeText, Caption, Path);

    public PictureAddress Address { get; } = PictureAddress.Read(Path)!;

    public string Thumbnail => PictureAddress.Folder + Address.NameAt(Address.Widths.First());
}

/// <param name="Found">Of the filter; the others of all that this account sees.</param>
public sealed record PictureTotals(int All, long Bytes, int WithoutText, int Unused, int Found);

public sealed record PicturesPage(IReadOnlyList<PictureCell> Pictures, PictureTotals Totals, PictureFilter Filter, PictureCounts Uses) : IPanelPage
{
    public const string Path = "/beheer/media";
    private const int PerPage = 60;

    public PanelHead Head { get; } = new(MediaTexts.Title, "media") { Scripts = ["media.js", "gekozen.js"] };

    /// <summary>Beside the others.</summary>
    public Picture? Chosen { get; init; }
    public IReadOnlyList<string> Faults { get; init; } = [];
    public bool TakesUploads { get; init; }

    public int Number => Filter.Page ?? 1;

    public int Pages => Pager.PagesFor(Totals.Found, PerPage);

    /// <summary>Null when there is no such page, or no such picture to choose.</summary>
    public static async Task<PicturesPage?> LoadAsync(BlogDb db, PictureFilter filter, CurrentAccount who, PictureCounts uses, CancellationToken cancel)
    {
        var pictures = db.PicturesOf(who);
        var without = pictures.Where(p => p.AlternativeText == "" && !p.IsDecoration);
        var used = uses.Used;
        var unused = pictures.Where(p => !EF.Parameter(used).Contains(p.Key));
        var some = Named(filter.IsOnlyWithoutText ? without : filter.IsOnlyUnused ? unused : pictures, filter.Words);
        var found = await some.CountAsync(cancel);
        var chosen = filter.Chosen is { } id ? await pictures.SingleOrDefaultAsync(p => p.Id == id, cancel) : null;
        if (filter.Page is not { } page || page > Pager.PagesFor(found, PerPage) || (filter.Id is not null && chosen is null))
        {
            return null;
        }

        var cells = await some.OrderByDescending(p => p.UploadedAt).ThenByDescending(p => p.Id).Skip((page - 1) * PerPage).Take(PerPage)
            .Select(p => new PictureCell(p.Id, p.Name, p.Path, p.Width, p.Height, p.Bytes, p.AlternativeText, p.IsDecoration, p.Caption)).ToListAsync(cancel);
        var totals = new PictureTotals(await pictures.CountAsync(cancel), await pictures.SumAsync(p => p.Bytes, cancel), await without.CountAsync(cancel), await unused.CountAsync(cancel), found);
        return new(cells, totals, filter, uses) { Chosen = chosen };
    }

    private static IQueryable<Picture> Named(IQueryable<Picture> pictures, string words)
    {
        var like = "%" + words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
        return words.Length > 0 ? pictures.Where(p => EF.Functions.Like(p.Name, like, "\\")) : pictures;
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
