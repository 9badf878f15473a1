using System.Globalization;
using System.Xml.Linq;
using Bijgespijkerd.Web.Import.WordPress;
using Bijgespijkerd.Web.Import.WordPress.Media;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Import;

/// <summary>A WordPress export as small as a test needs it.</summary>
internal sealed class WxrFile(string source = WxrFile.Source)
{
    private static readonly XNamespace Wp = "http://wordpress.org/export/1.2/";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Excerpt = "http://wordpress.org/export/1.2/excerpt/";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    private readonly XElement _channel = new(
        "channel", new XElement("title", "Het oude blog"), new XElement("link", source), new XElement(Wp + "wxr_version", "1.2"), new XElement(Wp + "base_blog_url", source));

    public const string Source = "https://oud.voorbeeld.test";

    public WxrFile Author(long id, string login, string name) => With(new XElement(
        Wp + "author", Leaf("author_id", id), Leaf("author_login", login), Leaf("author_email", login + "@voorbeeld.test"), Leaf("author_display_name", name)));

    public WxrFile Category(string nicename, string name, string parent = "", long id = 0) => With(new XElement(
        Wp + "category", Leaf("term_id", id), Leaf("category_nicename", nicename), Leaf("category_parent", parent), Leaf("cat_name", name)));

    public WxrFile Tag(string slug, string name) => With(new XElement(Wp + "tag", Leaf("tag_slug", slug), Leaf("tag_name", name)));

    public WxrFile Item(
        long id, string title, string content = "Een alinea.", string slug = "", string status = "publish", string type = "post", string creator = "femke",
        string date = "2010-03-04 09:15:00", string? gmt = null, string password = "", string excerpt = "", IEnumerable<XElement>? more = null,
        string link = "", string guid = "", string parent = "0") => With(new XElement(
            "item", new XElement("title", title), new XElement("link", link), new XElement("guid", new XAttribute("isPermaLink", "false"), guid), Leaf("post_parent", parent), new XElement("pubDate", "Thu, 04 Mar 2010 08:15:00 +0000"), new XElement(Dc + "creator", new XCData(creator)),
            new XElement(Content + "encoded", Data(content)), new XElement(Excerpt + "encoded", new XCData(excerpt)),
            Leaf("post_id", id), Leaf("post_date", date), Leaf("post_date_gmt", gmt ?? date), Leaf("comment_status", "open"),
            Leaf("post_name", slug), Leaf("status", status), Leaf("post_type", type), Leaf("post_password", password), more));

    public static XElement Label(string domain, string nicename, string name) =>
        new("category", new XAttribute("domain", domain), new XAttribute("nicename", nicename), new XCData(name));

    public static XElement Meta(string key, string value) => new(Wp + "postmeta", Leaf("meta_key", key), Leaf("meta_value", value));

    public static XElement File(string address) => Leaf("attachment_url", address);

    public static XElement Comment(
        long id, string text = "Herkenbaar.", long parent = 0, string name = "Noor Hagedoorn", string approved = "1", string type = "comment",
        string date = "2010-03-05 10:00:00", string url = "", string email = "noor@voorbeeld.test", long user = 0) => new(
            Wp + "comment", Leaf("comment_id", id), Leaf("comment_author", name), Leaf("comment_author_email", email), Leaf("comment_author_url", url),
            Leaf("comment_author_IP", "192.0.2.7"), Leaf("comment_date", date), Leaf("comment_date_gmt", date), new XElement(Wp + "comment_content", Data(text)),
            Leaf("comment_approved", approved), Leaf("comment_type", type), Leaf("comment_parent", parent), Leaf("comment_user_id", user));

    public override string ToString() => new XDocument(new XElement("rss", new XAttribute("version", "2.0"), _channel)).ToString(SaveOptions.DisableFormatting);

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
    public static async Task<ImportReport> ImportAsync(this TestBlog blog, WxrFile file, IOldMedia? media)
    {
        var path = Path.Combine(blog.DataFolder, "export.xml");
        await File.WriteAllTextAsync(path, file.ToString());
        var report = new ImportReport();
        await blog.ImportFilesAsync([path], report, media);
        return report;
    }

    public static Task ImportFilesAsync(this TestBlog blog, IReadOnlyList<string> paths, ImportReport report, IOldMedia? media = null) =>
        blog.Services.GetRequiredService<WordPressImport>().RunAsync(new ImportOrder(paths, media), report, new ImportProgress(blog.Clock), CancellationToken.None);

    public static async Task<ImportReport> ImportAsync(this TestBlog blog, WxrFile file)
    {
        return await blog.ImportAsync(file, media: null);
    }
}
