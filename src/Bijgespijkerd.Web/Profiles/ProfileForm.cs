using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Authors;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Profiles;

/// <summary>What is filled in of an author; labels and addresses of links stand in the same order.</summary>
/// <param name="Actie">Which button was pressed.</param>
/// <param name="Basis">What the form began from; empty for a new one.</param>
public sealed record ProfileForm(string? Name, string? Slug, string? Bio, string? Picture, List<string?>? Labels, List<string?>? Addresses, string? Actie, string? Basis)
{
    public const int MostLinks = 12;
    private const string Scheme = "https://";

    /// <summary>Second words of addresses that mean something else there.</summary>
    private static readonly string[] Reserved = ["archief", "feed", "pagina"];

    public static ProfileForm Empty { get; } = new("", "", "", "", [], [], null, "");

    public static ProfileForm Of(Author author) => new ProfileForm(
        author.Name, author.Slug, author.Bio, author.PicturePath ?? "",
        [.. author.Links.OrderBy(l => l.Id).Select(l => l.Label)], [.. author.Links.OrderBy(l => l.Id).Select(l => l.Address)], null, "").AsBasis();

    public string WantedSlug => Text.Slug.From(Slug ?? "");

    public bool AsksForLink => Actie == "link";

    /// <summary>A line that was emptied is no link.</summary>
    public IReadOnlyList<(string Label, string Address)> Links =>
    [
        .. Enumerable.Range(0, Math.Max(Labels?.Count ?? 0, Addresses?.Count ?? 0)).Take(MostLinks + 1)
            .Select(i => (Label: PersonName.Clean(Labels?.ElementAtOrDefault(i)), Address: Line(Addresses?.ElementAtOrDefault(i)))).Where(l => l.Label.Length + l.Address.Length > 0),
    ];

    public static bool IsReserved(string slug) => Reserved.Contains(slug);

    /// <summary>Somebody saved something else since this began. A form that tells no basis is not held to one.</summary>
    public bool IsBehind(ProfileForm stored) => Basis is { Length: > 0 } && Basis != stored.Basis && Print() != stored.Basis;

    /// <summary>Per field where the two are not alike, what is stored.</summary>
    public Dictionary<string, string> Differences(ProfileForm stored)
    {
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, typed, theirs) in new[] { (nameof(Name), Name, stored.Name), (nameof(Slug), Slug, stored.Slug), (nameof(Bio), Bio, stored.Bio), (nameof(Picture), Picture, stored.Picture) }.Where(f => f.Item2 != f.Item3))
        {
            told[field] = theirs!.Length > 0 ? string.Format(SiteClock.Dutch, ProfileTexts.Collision, theirs) : ProfileTexts.CollisionEmpty;
        }

        if (!Links.SequenceEqual(stored.Links))
        {
            told["Label0"] = stored.Links.Count > 0
                ? string.Format(SiteClock.Dutch, ProfileTexts.CollisionLinks, string.Join(", ", stored.Links.Select(l => $"‘{l.Label}’ ({l.Address})")))
                : ProfileTexts.CollisionNoLinks;
        }

        return told;
    }

    public ProfileForm Cleaned() => this with { Name = PersonName.Clean(Name), Slug = Line(Slug), Bio = PlainText.Clean(Bio).Trim(), Picture = Line(Picture) };

    /// <summary>The links as they are stored; only of a form without faults.</summary>
    public IReadOnlyList<(string Label, string Address)> CleanLinks() =>
        [.. Links.Select(l => WebAddress.TryClean(l.Address, out var address) ? (l.Label, address) : throw new InvalidOperationException("A link with a fault is not stored"))];

    public Dictionary<string, string> Faults(MediaStore media)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Name!.Length is 0 or > Limits.Name)
        {
            faults[nameof(Name)] = ProfileTexts.ErrorName;
        }

        if (Slug!.Length > 0 && WantedSlug.Length == 0)
        {
            faults[nameof(Slug)] = ProfileTexts.ErrorSlug;
        }
        else if (IsReserved(WantedSlug))
        {
            faults[nameof(Slug)] = string.Format(SiteClock.Dutch, ProfileTexts.ErrorReserved, WantedSlug);
        }

        if (Bio!.Length > Limits.Bio)
        {
            faults[nameof(Bio)] = ProfileTexts.ErrorBio;
        }

        if (Picture!.Length > 0 && !IsOfThisSite(Picture, media))
        {
            faults[nameof(Picture)] = ProfileTexts.ErrorPicture;
        }

        OfLinks(faults);
        return faults;
    }

    /// <summary>A fault of a link carries the place of its line.</summary>
    private void OfLinks(Dictionary<string, string> faults)
    {
        var links = Links;
        if (links.Count > MostLinks)
        {
            faults["Label0"] = string.Format(SiteClock.Dutch, ProfileTexts.ErrorTooMany, MostLinks);
        }

        foreach (var (at, (label, address)) in links.Index())
        {
            if (label.Length is 0 or > Limits.Name)
            {
                faults[string.Create(SiteClock.Dutch, $"Label{at}")] = ProfileTexts.ErrorLabel;
            }

            if (!WebAddress.TryClean(address, out var clean) || !clean.StartsWith(Scheme, StringComparison.Ordinal))
            {
                faults[string.Create(SiteClock.Dutch, $"Address{at}")] = ProfileTexts.ErrorAddress;
            }
        }
    }

    private ProfileForm AsBasis() => this with { Basis = Print() };

    private string Print() => FormBasis.Of([Name, Slug, Bio, Picture, .. Links.SelectMany(l => new[] { l.Label, l.Address })]);

    private static bool IsOfThisSite(string address, MediaStore media) =>
        address.Length <= Limits.Address && address.StartsWith(PictureAddress.Folder, StringComparison.Ordinal) && media.Find(address[PictureAddress.Folder.Length..]) is not null;

    private static string Line(string? typed) => PlainText.Clean(typed).ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
}
