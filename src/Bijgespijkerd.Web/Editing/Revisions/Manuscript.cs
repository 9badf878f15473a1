using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Editing.Revisions;

/// <summary>Everything an author fills in of a post, as it was typed: it may be unfinished, or too long to publish.</summary>
public sealed record Manuscript
{
    public string Title { get; init; } = "";

    /// <summary>The wish for an address; empty: made from the title.</summary>
    public string Slug { get; init; } = "";
    public string Summary { get; init; } = "";
    public string Markdown { get; init; } = "";
    public string CoverPath { get; init; } = "";
    public string CoverAlt { get; init; } = "";
    public string CoverCaption { get; init; } = "";

    /// <summary>The cover says nothing that a text could say: no alternative text is missed.</summary>
    public bool CoverIsDecoration { get; init; }

    /// <summary>Slugs with commas between; the first is the one named above the title.</summary>
    public string Categories { get; init; } = "";

    /// <summary>Names with commas between.</summary>
    public string Tags { get; init; } = "";
    public bool CommentsOpen { get; init; } = true;

    /// <summary>The moment it is to be published; null: at once.</summary>
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>A moment was asked for, and nobody can tell which.</summary>
    public bool IsMomentUnreadable { get; init; }

    public IReadOnlyList<string> CategorySlugs => Split(Categories);

    public IReadOnlyList<string> TagNames => Split(Tags);

    /// <summary>Fits the columns of a version, which are wider than those of a post.</summary>
    public bool IsStorable => Title.Length <= RevisionLimits.Line && Slug.Length <= RevisionLimits.Line && Summary.Length <= RevisionLimits.Note
        && Markdown.Length <= RevisionLimits.Text && CoverPath.Length <= RevisionLimits.Line && CoverAlt.Length <= RevisionLimits.Note
        && CoverCaption.Length <= RevisionLimits.Note && Categories.Length <= RevisionLimits.Note && Tags.Length <= RevisionLimits.Note;

    /// <summary>Fits the post itself.</summary>
    public bool Fits => Title.Length <= Limits.Title && Summary.Length <= Limits.Summary && Markdown.Length <= Limits.Article
        && CoverPath.Length <= Limits.Address && CoverAlt.Length <= Limits.Summary && CoverCaption.Length <= Limits.Summary;

    /// <summary>The slug it asks for, without looking whether it is free; empty when neither wish nor title gives one.</summary>
    public string WantedSlug => Text.Slug.From(Slug) is { Length: > 0 } wish ? wish : Text.Slug.From(Title);

    /// <summary>What stands on the site; the post comes with its categories and tags.</summary>
    public static Manuscript Of(Post post) => new()
    {
        Title = post.Title,
        Slug = post.Slug,
        Summary = post.Summary,
        Markdown = post.Markdown,
        CoverPath = post.CoverPath ?? "",
        CoverAlt = post.CoverAlt,
        CoverCaption = post.CoverCaption,
        CoverIsDecoration = post.CoverPath is not null && post.CoverAlt.Length == 0,
        Categories = string.Join(", ", post.Categories.OrderBy(c => c.Position).Select(c => c.Category!.Slug)),
        Tags = string.Join(", ", post.Tags.Select(t => t.Tag!.Name).Order(StringComparer.Ordinal)),
        CommentsOpen = post.CommentsOpen,
        PublishAt = post.State == PostState.Scheduled ? post.PublishedAt : null,
    };

    private static IReadOnlyList<string> Split(string list) =>
        [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
}
