using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Editing.Revisions;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Editing.Editor;

/// <summary>What the editor sends; texts as typed, so that whatever comes in can be kept and given back.</summary>
public sealed class EditorForm
{
    private const string Moment = "yyyy-MM-ddTHH:mm";
    private const int SessionBytes = 12;

    public string? Title { get; set; }
    public string? Slug { get; set; }
    public string? Summary { get; set; }
    public string? Markdown { get; set; }
    public string? CoverPath { get; set; }
    public string? CoverAlt { get; set; }
    public string? CoverCaption { get; set; }
    public string? CoverIsDecoration { get; set; }

    /// <summary>The category above the title.</summary>
    public string? Category { get; set; }
    public List<string>? AlsoUnder { get; set; }
    public string? Tags { get; set; }
    public string? CommentsOpen { get; set; }

    /// <summary>Local time, as the browser's field writes it.</summary>
    public string? PublishAt { get; set; }

    /// <summary>The newest version the writer knows.</summary>
    public int Basis { get; set; }

    /// <summary>This opening of the editor.</summary>
    public string? Session { get; set; }

    /// <summary>Which button was pressed.</summary>
    public string? Actie { get; set; }

    public Manuscript ToManuscript(SiteClock clock) => new()
    {
        Title = Line(Title),
        Slug = Line(Slug),
        Summary = Line(Summary),
        Markdown = PlainText.Clean(Markdown),
        CoverPath = Line(CoverPath),
        CoverAlt = Line(CoverAlt),
        CoverCaption = Line(CoverCaption),
        CoverIsDecoration = CoverIsDecoration is not null,
        Categories = string.Join(", ", new[] { Line(Category) }.Concat(AlsoUnder ?? []).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal)),
        Tags = string.Join(", ", Line(Tags).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
        CommentsOpen = CommentsOpen is not null,
        PublishAt = DateTime.TryParse(PublishAt, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && at.Year is > 1990 and < 9000 ? clock.At(at) : null,
    };

    public static EditorForm Of(Manuscript text, int basis, SiteClock clock) => new()
    {
        Title = text.Title,
        Slug = text.Slug,
        Summary = text.Summary,
        Markdown = text.Markdown,
        CoverPath = text.CoverPath,
        CoverAlt = text.CoverAlt,
        CoverCaption = text.CoverCaption,
        CoverIsDecoration = text.CoverIsDecoration ? "ja" : null,
        Category = text.CategorySlugs is [var first, ..] ? first : null,
        AlsoUnder = [.. text.CategorySlugs.Skip(1)],
        Tags = text.Tags,
        CommentsOpen = text.CommentsOpen ? "ja" : null,
        PublishAt = text.PublishAt is { } at ? clock.Local(at).ToString(Moment, CultureInfo.InvariantCulture) : null,
        Basis = basis,
        Session = NewSession(),
    };

    public Writing By(CurrentAccount account) =>
        new(account.Id, account.Name, Session is { Length: > 0 and <= RevisionLimits.Session } session ? session : NewSession(), Basis);

    public static string NewSession() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SessionBytes));

    private static string Line(string? typed) => PlainText.Clean(typed).ReplaceLineEndings(" ").Trim();
}
