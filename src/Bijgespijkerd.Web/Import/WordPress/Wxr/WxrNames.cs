using System.Collections.Frozen;
using System.Xml;

namespace Bijgespijkerd.Web.Import.WordPress.Wxr;

/// <summary>Elements by their usual prefix: a file may choose its own or none, forget to say what it stands for, and WXR has three versions of one namespace.</summary>
internal static class WxrNames
{
    private const string Wp = "http://wordpress.org/export/";

    private static readonly FrozenSet<string> Bare = new[]
    {
        "wxr_version", "base_site_url", "base_blog_url", "post_id", "post_date", "post_date_gmt", "post_modified", "post_modified_gmt", "comment_status", "ping_status", "post_name",
        "post_parent", "menu_order", "post_type", "post_password", "is_sticky", "attachment_url", "postmeta", "meta_key", "meta_value", "comment", "comment_id", "comment_author",
        "comment_author_email", "comment_author_url", "comment_author_IP", "comment_date", "comment_date_gmt", "comment_content", "comment_approved", "comment_type", "comment_parent",
        "comment_user_id", "author_id", "author_login", "author_email", "author_display_name", "category_nicename", "category_parent", "cat_name", "category_description", "tag_slug",
        "tag_name", "tag_description", "status",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static string Of(XmlReader xml) => xml.NamespaceURI switch
    {
        "http://purl.org/rss/1.0/modules/content/" => "content:" + xml.LocalName,
        "http://purl.org/dc/elements/1.1/" => "dc:" + xml.LocalName,

        // Without a prefix it is RSS's own, whatever the file says RSS's own is.
        var space when !space.StartsWith(Wp, StringComparison.Ordinal) => xml.Prefix.Length > 0 ? "other:" + xml.LocalName : Bare.Contains(xml.LocalName) ? "wp:" + xml.LocalName : xml.LocalName,
        var space when space.EndsWith("/excerpt/", StringComparison.Ordinal) => "excerpt:" + xml.LocalName,
        _ => "wp:" + xml.LocalName,
    };

    /// <summary>Gives every prefix a meaning, so that one that was not declared stops nothing.</summary>
    public static XmlParserContext Forgiving(XmlNameTable names) => new(names, new Prefixes(names), xmlLang: null, XmlSpace.None);

    private sealed class Prefixes(XmlNameTable names) : XmlNamespaceManager(names)
    {
        public override string? LookupNamespace(string prefix) => base.LookupNamespace(prefix) is { Length: > 0 } known ? known : prefix switch
        {
            "" => "",
            "wp" => Wp + "1.2/",
            "excerpt" => Wp + "1.2/excerpt/",
            "content" => "http://purl.org/rss/1.0/modules/content/",
            "dc" => "http://purl.org/dc/elements/1.1/",
            _ => "undeclared:" + prefix,
        };
    }
}
