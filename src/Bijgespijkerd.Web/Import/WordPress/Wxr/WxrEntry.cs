namespace Bijgespijkerd.Web.Import.WordPress.Wxr;

/// <summary>What a WordPress export holds, in the order of the file.</summary>
public abstract record WxrEntry;

/// <summary>Where the export comes from: the name under which old ids are unique.</summary>
public sealed record WxrSite(string Address) : WxrEntry;

public sealed record WxrAuthor(WxrFields Fields) : WxrEntry
{
    public long Id => Fields.Number("wp:author_id");
    public string Login => Fields["wp:author_login"];
    public string Name => Fields["wp:author_display_name"];
}

/// <param name="Parent">The nicename of the category above it; tags have none.</param>
public sealed record WxrTopic(bool IsCategory, string Nicename, string Name, string Description, string Parent) : WxrEntry
{
    public static WxrTopic Category(WxrFields fields) =>
        new(true, fields["wp:category_nicename"], fields["wp:cat_name"], fields["wp:category_description"], fields["wp:category_parent"]);

    public static WxrTopic Tag(WxrFields fields) => new(false, fields["wp:tag_slug"], fields["wp:tag_name"], fields["wp:tag_description"], "");
}

public sealed record WxrItem(WxrFields Fields) : WxrEntry
{
    public long Id => Fields.Number("wp:post_id");
    public string Title => Fields["title"];
    public string Creator => Fields["dc:creator"];
    public string Content => Fields["content:encoded"];
    public string Excerpt => Fields["excerpt:encoded"];
    public string Slug => Fields["wp:post_name"];
    public string Type => Fields["wp:post_type"];
    public string Status => Fields["wp:status"];
    public bool HasPassword => Fields["wp:post_password"].Length > 0;
    public bool IsSticky => Fields["wp:is_sticky"] == "1";
    public bool TakesComments => Fields["wp:comment_status"] == "open";
    public IReadOnlyList<WxrLabel> Labels => Fields.Labels;
    public IReadOnlyList<WxrComment> Comments => Fields.Comments;
}

/// <summary>A category (<c>category</c>), tag (<c>post_tag</c>) or something else that stands on an item.</summary>
public sealed record WxrLabel(string Domain, string Nicename, string Name);

public sealed record WxrComment(WxrFields Fields)
{
    public long Id => Fields.Number("wp:comment_id");
    public long ParentId => Fields.Number("wp:comment_parent");
    public long UserId => Fields.Number("wp:comment_user_id");
    public string Name => Fields["wp:comment_author"];
    public string Email => Fields["wp:comment_author_email"];
    public string Website => Fields["wp:comment_author_url"];
    public string Content => Fields["wp:comment_content"];
    public string Approved => Fields["wp:comment_approved"];
    public string Type => Fields["wp:comment_type"];
    public bool IsComment => Type is "" or "comment";
    public bool IsMention => Type is "pingback" or "trackback";
}
