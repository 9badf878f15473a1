using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Export;

/// <summary>What WordPress's own importer asks of a file: a strict reader takes it, and everything has what it looks for.</summary>
public sealed class WordPressExportTests : IAsyncLifetime
{
    private static readonly XNamespace Wp = "http://wordpress.org/export/1.2/";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Excerpt = "http://wordpress.org/export/1.2/excerpt/";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    private readonly TestBlog _blog = new();

    public Task InitializeAsync() => NastySite.TellAsync(_blog);

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    private static XElement Read(string export)
    {
        using var text = new StringReader(export);
        using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = true });
        return XDocument.Load(reader).Root!.Element("channel")!;
    }

    private async Task<XElement> ChannelAsync() => Read(await _blog.ExportAsync());

    private async Task<XElement> ItemAsync(string slug) => (await ChannelAsync()).Elements("item").Single(i => i.Element(Wp + "post_name")!.Value == slug);

    [Fact]
    public async Task The_head_names_the_site_who_writes_and_what_is_filed_under()
    {
        var channel = await ChannelAsync();

        Assert.Equal(
            ["Bijgespijkerd", TestBlog.Address, "Over sociale media met een plan", "nl-NL", "1.2", TestBlog.Address, TestBlog.Address],
            channel.Elements().Take(7).Select(e => e.Value));
        Assert.Equal(["femke-oudshoorn", "femke-de-tweede"], channel.Elements(Wp + "author").Select(a => a.Element(Wp + "author_login")!.Value));
        Assert.Equal(
            [("leeg", ""), ("zee-strand", ""), ("aap", "zee-strand"), ("dieper", "aap")],
            channel.Elements(Wp + "category").Select(c => (c.Element(Wp + "category_nicename")!.Value, c.Element(Wp + "category_parent")!.Value)));
        Assert.Equal("Zee &amp; strand", channel.Elements(Wp + "category").ElementAt(1).Element(Wp + "cat_name")!.Value);
        Assert.Equal(["aardbei", "gebak", "zomer"], channel.Elements(Wp + "tag").Select(t => t.Element(Wp + "tag_slug")!.Value));
        var terms = channel.Elements().Where(e => e.Name == Wp + "category" || e.Name == Wp + "tag").Select(e => e.Element(Wp + "term_id")!.Value).ToList();
        Assert.Equal(terms.Distinct(), terms);
    }

    [Fact]
    public async Task Every_item_and_comment_has_what_an_importer_looks_for()
    {
        var channel = await ChannelAsync();
        var items = channel.Elements("item").ToList();
        string[] asked = ["post_id", "post_date", "post_date_gmt", "comment_status", "ping_status", "post_name", "status", "post_parent", "menu_order", "post_type", "post_password", "is_sticky"];
        string[] askedOfComments = ["comment_id", "comment_author", "comment_author_email", "comment_author_url", "comment_author_IP", "comment_date", "comment_date_gmt", "comment_content", "comment_approved", "comment_type", "comment_parent", "comment_user_id"];

        Assert.All(items, item =>
        {
            Assert.All(asked.Select(name => Wp + name).Concat(["title", "link", "pubDate", "guid", Dc + "creator", Content + "encoded", Excerpt + "encoded"]), name => Assert.Single(item.Elements(name)));
            Assert.All(item.Elements(Wp + "comment"), comment => Assert.All(askedOfComments, name => Assert.Single(comment.Elements(Wp + name))));
        });
        var numbers = items.ConvertAll(i => i.Element(Wp + "post_id")!.Value);
        Assert.Equal(numbers.Distinct(), numbers);
        var comments = items.Elements(Wp + "comment").Select(c => c.Element(Wp + "comment_id")!.Value).ToList();
        Assert.Equal(comments.Distinct(), comments);
        Assert.All(items.Elements(Wp + "comment").Select(c => c.Element(Wp + "comment_parent")!.Value), parent => Assert.True(parent == "0" || comments.Contains(parent)));
        Assert.All(items.Elements(Dc + "creator"), creator => Assert.Contains(creator.Value, channel.Elements(Wp + "author").Select(a => a.Element(Wp + "author_login")!.Value)));
    }

    [Fact]
    public async Task States_and_moments_are_those_of_WordPress()
    {
        var items = (await ChannelAsync()).Elements("item").Where(i => i.Element(Wp + "post_type")!.Value != "attachment")
            .ToDictionary(i => i.Element(Wp + "post_name")!.Value, i => (i.Element(Wp + "post_type")!.Value, i.Element(Wp + "status")!.Value, i.Element(Wp + "post_date")!.Value, i.Element(Wp + "post_date_gmt")!.Value));

        Assert.Equal(("post", "publish", "2024-02-29 23:59:59", "2024-02-29 22:59:59"), items["markering"]);
        Assert.Equal(("post", "publish", "2025-10-26 02:30:00", "2025-10-26 00:30:00"), items["met-een-plaatje"]);
        Assert.Equal(("post", "publish", "2025-10-26 02:30:00", "2025-10-26 01:30:00"), items["een-uur-later"]);
        Assert.Equal(("post", "draft", "2025-10-26 02:30:00", "0000-00-00 00:00:00"), items["concept"]);
        Assert.Equal(("post", "future", "2026-05-15 09:12:00", "2026-05-15 07:12:00"), items["gepland"]);
        Assert.Equal(("private", "private", "trash"), (items["prive"].Item2, items["altijd-prive"].Item2, items["weggegooid"].Item2));
        Assert.Equal(("page", "publish"), (items["wie-wij-zijn"].Item1, items["wie-wij-zijn"].Item2));
        Assert.Equal("closed", (await ItemAsync("andermans")).Element(Wp + "comment_status")!.Value);
    }

    [Fact]
    public async Task An_article_is_HTML_that_holds_on_another_site()
    {
        var item = await ItemAsync("markering");
        var html = item.Element(Content + "encoded")!.Value;

        Assert.Contains($"<a href=\"{TestBlog.Address}/artikel/elders\"", html, StringComparison.Ordinal);
        Assert.Contains("<strong>vet</strong>, op twee regels", html, StringComparison.Ordinal);
        Assert.Contains("b[c[0]]&gt;1;\n\n  &lt;script&gt;", html, StringComparison.Ordinal);
        Assert.Contains("a ]]&gt; b", html, StringComparison.Ordinal);
        Assert.Equal("Een &lt;b&gt; &amp; \"c\" ]]&gt; 😀 &amp;amp; &lt;!-- wp:paragraph --&gt;", item.Element("title")!.Value);
        Assert.Equal(["dieper", "zee-strand", "aardbei", "gebak", "zomer"], item.Elements("category").Select(c => c.Attribute("nicename")!.Value));
        Assert.Equal("https://oud.voorbeeld.test/?p=77", item.Element("guid")!.Value);
        Assert.Contains("over-ons", Notes(await ItemAsync("wie-wij-zijn"), "_wp_old_slug"));
    }

    [Fact]
    public async Task A_picture_stands_once_as_an_item_of_its_own_and_covers_name_it()
    {
        var channel = await ChannelAsync();

        var picture = channel.Elements("item").Single(i => i.Element(Wp + "post_type")!.Value == "attachment");

        Assert.StartsWith(TestBlog.Address + "/media/", picture.Element(Wp + "attachment_url")!.Value, StringComparison.Ordinal);
        Assert.Equal(["Een punt"], Notes(picture, "_wp_attachment_image_alt"));
        Assert.Equal(Notes(await ItemAsync("markering"), "_thumbnail_id"), [picture.Element(Wp + "post_id")!.Value]);
        Assert.Contains($"src=\"{picture.Element(Wp + "attachment_url")!.Value}\"", (await ItemAsync("met-een-plaatje")).Element(Content + "encoded")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spam_stays_behind_and_what_answers_it_stands_under_what_that_answered()
    {
        var comments = (await ItemAsync("markering")).Elements(Wp + "comment").ToList();

        Assert.DoesNotContain(comments, c => c.Value.Contains("Koop nu", StringComparison.Ordinal) || c.Value.Contains("/Spam", StringComparison.Ordinal));
        var removed = await _blog.ReadAsync(db => db.Comments.Where(c => c.Markdown == "Gaat weg.").Select(c => c.Id).SingleAsync());
        var answer = comments.Single(c => c.Element(Wp + "comment_content")!.Value.Contains("Antwoord op spam", StringComparison.Ordinal));
        Assert.Equal(removed.ToString(CultureInfo.InvariantCulture), answer.Element(Wp + "comment_parent")!.Value);
        Assert.Equal(12, comments.Count(c => c.Element(Wp + "comment_type")!.Value is "pingback" or "trackback"));
        Assert.Equal(
            new Dictionary<string, int>(StringComparer.Ordinal) { ["1"] = 3 + 18, ["0"] = 3 + 1, ["trash"] = 6 + 4 }.OrderBy(a => a.Key),
            comments.CountBy(c => c.Element(Wp + "comment_approved")!.Value).OrderBy(a => a.Key));
    }

    [Fact]
    public async Task Control_characters_are_left_out_and_told()
    {
        await _blog.ChangeAsync(await _blog.ReadAsync(db => db.Posts.SingleAsync(p => p.Slug == "concept")), post => post.Rename("Bal\u000Bie\u0000 \uFFFF"));

        var (exit, said) = await _blog.RunExportAsync(Path.Combine(_blog.DataFolder, "uit.xml"));

        Assert.Equal(0, exit);
        Assert.Contains("not in it: 3 control characters", said, StringComparison.Ordinal);
        Assert.Equal("Balie ", (await ItemAsync("concept")).Element("title")!.Value);
    }

    private static IEnumerable<string> Notes(XElement item, string key) =>
        item.Elements(Wp + "postmeta").Where(m => m.Element(Wp + "meta_key")!.Value == key).Select(m => m.Element(Wp + "meta_value")!.Value);
}
