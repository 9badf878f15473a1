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
/// <param name="Basis">What the form began from; empty for a new one.</param>
public sealed record TopicForm(string? Name, string? Slug, string? Description, string? Parent, bool IsUndo, string? Basis)
{
    public static TopicForm Empty { get; } = new("", "", "", "", false, "");

    /// <summary>Second words of addresses that mean something else there.</summary>
    private static readonly string[] Reserved = ["archief", "feed", "pagina"];

    public static TopicForm Of(Category category) =>
        new TopicForm(category.Name, category.Slug, category.Description, category.ParentId?.ToString(CultureInfo.InvariantCulture) ?? "", false, "").AsBasis();

    public static TopicForm Of(Tag tag) => new TopicForm(tag.Name, tag.Slug, "", "", false, "").AsBasis();

    public long? ParentId => long.TryParse(Parent, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The address that is asked for; empty: none in particular.</summary>
    public string WantedSlug => Text.Slug.From(Slug ?? "");

    public static bool IsReserved(string slug) => Reserved.Contains(slug);

    /// <summary>
    /// Somebody saved something else since this began. A form that tells no basis is not held to one, but what is put back is only put
    /// back over what it belongs to.
    /// </summary>
    public bool IsBehind(TopicForm stored) => Basis != stored.Basis && (IsUndo || Basis is { Length: > 0 }) && Print() != stored.Basis;

    /// <summary>Per field where the two are not alike, what is stored.</summary>
    /// <param name="stored">What somebody else saved.</param>
    /// <param name="parent">The name of what that one stands under.</param>
    public Dictionary<string, string> Differences(TopicForm stored, string parent)
    {
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, typed, theirs, shown) in new[]
        {
            (nameof(Name), Name, stored.Name, stored.Name!),
            (nameof(Slug), Slug, stored.Slug, stored.Slug!),
            (nameof(Description), Description, stored.Description, stored.Description!),
            (nameof(Parent), Parent ?? "", stored.Parent, parent),
        }.Where(f => f.Item2 != f.Item3))
        {
            told[field] = shown.Length > 0 ? string.Format(SiteClock.Dutch, TopicTexts.Collision, shown) : TopicTexts.CollisionEmpty;
        }

        return told;
    }

    public TopicForm Cleaned() => this with { Name = PersonName.Clean(Name), Slug = Line(Slug), Description = Line(Description) };

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

    /// <param name="path">Where it is put back.</param>
    /// <param name="over">How it was left: over anything else it is not put back.</param>
    public PanelUndo UndoAt(string path, TopicForm over) => new(path, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [nameof(Name)] = Name!,
        [nameof(Slug)] = Slug!,
        [nameof(Description)] = Description!,
        [nameof(Parent)] = Parent!,
        [nameof(IsUndo)] = "true",
        [nameof(Basis)] = over.Basis!,
    });

    private TopicForm AsBasis() => this with { Basis = Print() };

    private string Print() => FormBasis.Of(Name, Slug, Description, Parent ?? "");

    private static string Line(string? typed) => PlainText.Clean(typed).ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
}
