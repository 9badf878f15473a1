using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Import.WordPress.Wxr;

/// <summary>What a WordPress export holds, in the order of the file.</summary>
public abstract record WxrEntry;

/// <summary>Where the export comes from: the name under which old ids are unique.</summary>
public sealed record WxrSite(string Address) : WxrEntry;

public sealed record WxrAuthor(long Id, string Login, string Name) : WxrEntry
{
    public static WxrAuthor Of(WxrFields fields) => new(fields.Number("wp:author_id"), fields["wp:author_login"].Trim(), fields["wp:author_display_name"]);
}

/// <param name="Parent">The nicename of the category above it; tags have none.</param>
public sealed record WxrTopic(bool IsCategory, string Nicename, string Name, string Description, string Parent) : WxrEntry
{
    /// <summary>0 when the export does not say.</summary>
    public long Id { get; init; }

    public static WxrTopic Category(WxrFields fields) =>
        new(true, fields["wp:category_nicename"].Trim(), fields["wp:cat_name"], fields["wp:category_description"], fields["wp:category_parent"].Trim()) { Id = fields.Number("wp:term_id") };

    public static WxrTopic Tag(WxrFields fields) => new(false, fields["wp:tag_slug"].Trim(), fields["wp:tag_name"], fields["wp:tag_description"], "") { Id = fields.Number("wp:term_id") };
}

public sealed record WxrItem(WxrFields Fields) : WxrEntry
{
    public long Id => Fields.Number("wp:post_id");
    public long ParentId => Fields.Number("wp:post_parent");
    public string Title => Fields["title"];
    public string Link => Fields["link"].Trim();
    public string Guid => Fields["guid"].Trim();
    public string Creator => Fields["dc:creator"].Trim();
    public string Content => Fields["content:encoded"];
    public string Excerpt => Fields["excerpt:encoded"];
    public string Slug => Fields["wp:post_name"].Trim();

    /// <summary>The oldest exports have articles only and say no type.</summary>
    public string Type => Fields["wp:post_type"].Trim() is { Length: > 0 } type ? type : "post";

    public string Status => Fields["wp:status"].Trim() is { Length: > 0 } status ? status : Fields.Has("wp:status") ? "" : "publish";
    public bool HasPassword => Fields["wp:post_password"].Length > 0;
    public bool IsSticky => Fields["wp:is_sticky"].Trim() == "1";
    public bool TakesComments => Fields["wp:comment_status"].Trim() == "open";
    public string AttachmentUrl => Fields["wp:attachment_url"].Trim();
    public long ThumbnailId => WxrFields.NumberIn(Fields.Note("_thumbnail_id"));
    public IEnumerable<string> FormerSlugs => Fields.Notes.Where(n => n.Key == "_wp_old_slug").Select(n => n.Value.Trim());
    public IReadOnlyList<WxrComment> Comments => Fields.Comments;

    public bool IsPost => Type is "post" or "page";

    public bool IsAttachment => Type == "attachment";

    /// <summary>The oldest exports name a category once with and once without its kind, and every label once with and once without its slug.</summary>
    public IEnumerable<WxrLabel> Labels
    {
        get
        {
            var told = Fields.Labels.Where(l => l.Domain.Length > 0).Select(l => l.Name).ToHashSet(StringComparer.Ordinal);
            var slugged = Fields.Labels.Where(l => l.Nicename.Length > 0).Select(l => (l.Domain, l.Name)).ToHashSet();
            return Fields.Labels.Where(l => (l.Domain.Length > 0 || !told.Contains(l.Name)) && (l.Nicename.Length > 0 || !slugged.Contains((l.Domain, l.Name))));
        }
    }

    public DateTimeOffset? At(string name, SiteClock clock) => WxrDates.Of(Fields[name + "_gmt"], Fields[name], Fields["pubDate"], clock);
}

/// <summary>A category (<c>category</c>, or nothing in the oldest exports), tag (<c>post_tag</c>) or something else that stands on an item.</summary>
public sealed record WxrLabel(string Domain, string Nicename, string Name);

/// <summary>Only what is brought in: an item may have tens of thousands of them, all in memory.</summary>
public sealed record WxrComment(long Id, long ParentId, long UserId, string Name, string Email, string Website, string Content, string Approved, string Type)
{
    private string Date { get; init; } = "";

    private string DateInUtc { get; init; } = "";

    public bool IsComment => Type is "" or "comment";
    public bool IsMention => Type is "pingback" or "trackback";

    public static WxrComment Of(WxrFields fields) => new(
        fields.Number("wp:comment_id"), fields.Number("wp:comment_parent"), fields.Number("wp:comment_user_id"), fields["wp:comment_author"], fields["wp:comment_author_email"],
        fields["wp:comment_author_url"], fields["wp:comment_content"], fields["wp:comment_approved"].Trim(), fields["wp:comment_type"].Trim())
    {
        Date = fields["wp:comment_date"],
        DateInUtc = fields["wp:comment_date_gmt"],
    };

    public DateTimeOffset? At(SiteClock clock) => WxrDates.Of(DateInUtc, Date, "", clock);
}
