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
    public const string Page = "pagina";
    private const string Day = "yyyy-MM-dd";
    private const string Hour = "HH:mm";
    private const int SessionBytes = 12;
    private static readonly string[] Moments = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"];

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

    /// <summary>Local time, as the browser's field writes it: the day, or the whole moment.</summary>
    public string? PublishAt { get; set; }

    /// <summary>The time on that day. A field of its own: a browser sends nothing at all of a moment that is half filled in.</summary>
    public string? PublishTime { get; set; }

    /// <summary>The newest version the writer knows.</summary>
    public int Basis { get; set; }

    /// <summary>The version that the page's script was told its last save was laid aside as.</summary>
    public int Aside { get; set; }

    /// <summary>This opening of the editor.</summary>
    public string? Session { get; set; }

    /// <summary>What it is when it is not there yet, or not any more.</summary>
    public string? Soort { get; set; }

    /// <summary>Which button was pressed.</summary>
    public string? Actie { get; set; }

    private string Typed => string.Join('T', new[] { Line(PublishAt), Line(PublishTime) }.Where(part => part.Length > 0));

    private DateTime? Moment =>
        DateTime.TryParseExact(Typed, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && at.Year is > 1990 and < 9000 ? at : null;

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
        PublishAt = Moment is { } at ? clock.At(at) : null,
        IsMomentUnreadable = Moment is null && Typed.Length > 0,
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
        PublishAt = text.PublishAt is { } day ? clock.Local(day).ToString(Day, CultureInfo.InvariantCulture) : null,
        PublishTime = text.PublishAt is { } hour ? clock.Local(hour).ToString(Hour, CultureInfo.InvariantCulture) : null,
        Basis = basis,
        Session = NewSession(),
    };

    public Writing By(CurrentAccount account) =>
        new(account.Id, account.Name, Session is { Length: > 0 and <= RevisionLimits.Session } session ? session : NewSession(), Basis) { Aside = Aside };

    /// <summary>The same text, of no article.</summary>
    public void BeginAnew() => (Basis, Aside, Session) = (0, 0, NewSession());

    public static string NewSession() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SessionBytes));

    private static string Line(string? typed) => PlainText.Clean(typed).ReplaceLineEndings(" ").Trim();
}
