using System.Globalization;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Topics;

/// <summary>What is filled in of a category or tag.</summary>
/// <param name="Slug">Empty: made of the name.</param>
/// <param name="Parent">The id of the category above it; empty: none.</param>
/// <param name="IsUndo">Sent by the button that puts back what was there.</param>
public sealed record TopicForm(string? Name, string? Slug, string? Description, string? Parent, bool IsUndo)
{
    public static TopicForm Empty { get; } = new("", "", "", "", false);

    /// <summary>Second words of addresses that mean something else there.</summary>
    private static readonly string[] Reserved = ["archief", "feed", "pagina"];

    public static TopicForm Of(Category category) =>
        new(category.Name, category.Slug, category.Description, category.ParentId?.ToString(CultureInfo.InvariantCulture) ?? "", false);

    public static TopicForm Of(Tag tag) => new(tag.Name, tag.Slug, "", "", false);

    public long? ParentId => long.TryParse(Parent, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The address that is asked for; empty: none in particular.</summary>
    public string WantedSlug => Text.Slug.From(Slug ?? "");

    public static bool IsReserved(string slug) => Reserved.Contains(slug);

    public TopicForm Cleaned() => this with { Name = Line(Name), Slug = Line(Slug), Description = Line(Description) };

    /// <summary>What is wrong whatever stands in the database.</summary>
    public Dictionary<string, string> Faults()
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Name!.Length is 0 or > Limits.Name)
        {
            faults[nameof(Name)] = TopicTexts.ErrorName;
        }
        else if (Name.Contains(',', StringComparison.Ordinal))
        {
            faults[nameof(Name)] = TopicTexts.ErrorComma;
        }

        if (Slug!.Length > 0 && WantedSlug.Length == 0)
        {
            faults[nameof(Slug)] = TopicTexts.ErrorSlug;
        }
        else if (IsReserved(WantedSlug))
        {
            faults[nameof(Slug)] = string.Format(SiteClock.Dutch, TopicTexts.ErrorReserved, WantedSlug);
        }

        if (Description!.Length > Limits.Description)
        {
            faults[nameof(Description)] = TopicTexts.ErrorDescription;
        }

        return faults;
    }

    public PanelUndo UndoAt(string path) => new(path, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [nameof(Name)] = Name!,
        [nameof(Slug)] = Slug!,
        [nameof(Description)] = Description!,
        [nameof(Parent)] = Parent!,
        [nameof(IsUndo)] = "true",
    });

    private static string Line(string? typed) => PlainText.Clean(typed).ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
}
