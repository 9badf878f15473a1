using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Bijgespijkerd.Tests.Import;

/// <summary>A WordPress export as small as a test needs it.</summary>
internal sealed class WxrFile
{
    private static readonly XNamespace Wp = "http://wordpress.org/export/1.2/";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Excerpt = "http://wordpress.org/export/1.2/excerpt/";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    private readonly XElement _channel = new(
        "channel", new XElement("title", "Het oude blog"), new XElement("link", Source), new XElement(Wp + "wxr_version", "1.2"), new XElement(Wp + "base_blog_url", Source));

    public const string Source = "https://oud.voorbeeld.test";

    public WxrFile Author(long id, string login, string name) => With(new XElement(
        Wp + "author", Leaf("author_id", id), Leaf("author_login", login), Leaf("author_email", login + "@voorbeeld.test"), Leaf("author_display_name", name)));

    public WxrFile Category(string nicename, string name, string parent = "") => With(new XElement(
        Wp + "category", Leaf("category_nicename", nicename), Leaf("category_parent", parent), Leaf("cat_name", name)));

    public WxrFile Tag(string slug, string name) => With(new XElement(Wp + "tag", Leaf("tag_slug", slug), Leaf("tag_name", name)));

    public WxrFile Item(
        long id, string title, string content = "Een alinea.", string slug = "", string status = "publish", string type = "post", string creator = "femke",
        string date = "2010-03-04 09:15:00", string? gmt = null, string password = "", string excerpt = "", IEnumerable<XElement>? more = null) => With(new XElement(
            "item", new XElement("title", title), new XElement("pubDate", "Thu, 04 Mar 2010 08:15:00 +0000"), new XElement(Dc + "creator", new XCData(creator)),
            new XElement(Content + "encoded", Data(content)), new XElement(Excerpt + "encoded", new XCData(excerpt)),
            Leaf("post_id", id), Leaf("post_date", date), Leaf("post_date_gmt", gmt ?? date), Leaf("comment_status", "open"),
            Leaf("post_name", slug), Leaf("status", status), Leaf("post_type", type), Leaf("post_password", password), more));

    public static XElement Label(string domain, string nicename, string name) =>
        new("category", new XAttribute("domain", domain), new XAttribute("nicename", nicename), new XCData(name));

    public static XElement Comment(
        long id, string text = "Herkenbaar.", long parent = 0, string name = "Noor Hagedoorn", string approved = "1", string type = "comment",
        string date = "2010-03-05 10:00:00", string url = "", string email = "noor@voorbeeld.test", long user = 0) => new(
            Wp + "comment", Leaf("comment_id", id), Leaf("comment_author", name), Leaf("comment_author_email", email), Leaf("comment_author_url", url),
            Leaf("comment_author_IP", "192.0.2.7"), Leaf("comment_date", date), Leaf("comment_date_gmt", date), new XElement(Wp + "comment_content", Data(text)),
            Leaf("comment_approved", approved), Leaf("comment_type", type), Leaf("comment_parent", parent), Leaf("comment_user_id", user));

    public override string ToString() => new XDocument(new XElement("rss", new XAttribute("version", "2.0"), _channel)).ToString(SaveOptions.DisableFormatting);

    public Stream Open() => new MemoryStream(Encoding.UTF8.GetBytes(ToString()));

    private static XNode[] Data(string text) => [.. text.Split("]]>").Select(part => new XCData(part))];

    private static XElement Leaf(string name, object value) => new(Wp + name, new XCData(System.Convert.ToString(value, CultureInfo.InvariantCulture)!));

    private WxrFile With(XElement element)
    {
        _channel.Add(element);
        return this;
    }
}

internal static class Importing
{
    public static async Task<Web.Import.WordPress.ImportReport> ImportAsync(this TestBlog blog, WxrFile file)
    {
        var report = new Web.Import.WordPress.ImportReport();
        using var reader = new Web.Import.WordPress.Wxr.WxrReader(file.Open());
        var import = (Web.Import.WordPress.WordPressImport)blog.Services.GetService(typeof(Web.Import.WordPress.WordPressImport))!;
        await import.RunAsync(reader, report, TextWriter.Null, CancellationToken.None);
        return report;
    }
}
