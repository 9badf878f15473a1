using System.Globalization;
using System.Xml.Linq;
using AngleSharp.Html.Parser;

namespace Bijgespijkerd.Tests.Feeds;

public sealed class RssTests : IAsyncLifetime
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Slash = "http://purl.org/rss/1.0/modules/slash/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly TestBlog _blog = new();

    public static TheoryData<string> Nasty => new()
    {
        "]]> <![CDATA[ &amp; &lt;b&gt;",
        "\u0000\u0001\u0008\u000B\u000C\u000E\u001F\u007F\u0085 regel",
        "half \uD83D paar \uDE00 los",
        "heel \uD83D\uDE00 paar",
        "\uFFFE\uFFFF\uFEFF einde",
        "\u202Eomgedraaid\u2066",
        "</title><script>alert(1)</script>",
        "<!-- -- --> <?xml version=\"1.0\"?> <!DOCTYPE a>",
        "&nbsp; &#0; &#xD800; &onbekend;",
    };

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task An_empty_site_has_an_empty_feed()
    {
        var channel = await ChannelAsync();

        Assert.Equal("Bijgespijkerd", channel.Element("title")!.Value);
        Assert.Equal(TestBlog.Address + "/", channel.Element("link")!.Value);
        Assert.Equal("nl", channel.Element("language")!.Value);
        Assert.Equal(TestBlog.Address + "/feed", channel.Element(Atom + "link")!.Attribute("href")!.Value);
        Assert.Empty(channel.Elements("item"));
    }

    [Fact]
    public async Task An_item_tells_everything_of_its_article()
    {
        await _blog.CategoryAsync("Strategie");
        var post = await _blog.TellAsync(new Tale("Een plan maken") { Markdown = "Begin **klein**.", Categories = ["Strategie"] });
        await _blog.CommentAsync(post);
        await _blog.CommentAsync(post, Cast.Joost);

        var item = (await ChannelAsync()).Elements("item").Single();

        Assert.Equal("Een plan maken", item.Element("title")!.Value);
        Assert.Equal(TestBlog.Address + post.Path, item.Element("link")!.Value);
        Assert.Equal("Thu, 14 May 2026 07:12:00 +0000", item.Element("pubDate")!.Value);
        Assert.Equal(Cast.Femke, item.Element(DublinCore + "creator")!.Value);
        Assert.Equal("Strategie", item.Element("category")!.Value);
        Assert.Equal("Waar het over gaat.", item.Element("description")!.Value);
        Assert.Equal("<p>Begin <strong>klein</strong>.</p>", item.Element(Content + "encoded")!.Value.Trim());
        Assert.Equal(TestBlog.Address + post.Path + "#reacties", item.Element("comments")!.Value);
        Assert.Equal("2", item.Element(Slash + "comments")!.Value);
    }

    [Theory]
    [MemberData(nameof(Nasty))]
    public async Task The_feed_stays_well_formed_whatever_is_written(string text)
    {
        await _blog.CategoryAsync("Strategie");
        await _blog.TellAsync(new Tale("Titel " + text) { Slug = "akelig", Markdown = "Tekst " + text, Summary = "Kort " + text, Categories = ["Strategie"] });

        var answer = await _blog.Visitor().GetAsync("/feed");
        var item = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Descendants("item").Single();

        Assert.Equal("application/rss+xml; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.StartsWith("Titel", item.Element("title")!.Value, StringComparison.Ordinal);
        Assert.StartsWith("Kort", item.Element("description")!.Value, StringComparison.Ordinal);
        var html = new HtmlParser().ParseDocument(item.Element(Content + "encoded")!.Value);
        Assert.Empty(html.QuerySelectorAll("script, style, iframe, [onerror], [onload]"));
    }

    [Fact]
    public async Task Every_address_in_an_item_is_absolute()
    {
        var picture = await _blog.PictureAsync();
        var other = await _blog.ArticleAsync("Een ander");
        await _blog.TellAsync(new Tale("Met adressen")
        {
            Markdown = $"Lees [dit]({other.Path}), [dat](/over-ons), [elders](https://voorbeeld.test/a) of [boven](#kop).\n\n![punt]({picture})\n\nEen noot.[^1]\n\n[^1]: De noot.",
            At = _blog.Clock.GetUtcNow().AddDays(1),
        });

        var item = (await ChannelAsync()).Elements("item").First();
        var html = new HtmlParser().ParseDocument(item.Element(Content + "encoded")!.Value);

        var addresses = html.QuerySelectorAll("[href], [src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).ToList();
        Assert.True(addresses.Count >= 5);
        Assert.All(addresses, address => Assert.StartsWith("https://", address, StringComparison.Ordinal));
        Assert.Contains(TestBlog.Address + picture, addresses);
        Assert.Contains(TestBlog.Address + "/artikel/met-adressen#kop", addresses);
    }

    [Fact]
    public async Task An_item_keeps_its_id_when_its_address_changes()
    {
        var post = await _blog.ArticleAsync("Eerste naam");
        var before = (await ChannelAsync()).Elements("item").Single().Element("guid")!;

        await _blog.MoveAsync(post, "tweede-naam");
        var item = (await ChannelAsync()).Elements("item").Single();

        Assert.Equal(before.Value, item.Element("guid")!.Value);
        Assert.Equal("false", item.Element("guid")!.Attribute("isPermaLink")!.Value);
        Assert.Equal(TestBlog.Address + "/artikel/tweede-naam", item.Element("link")!.Value);
    }

    [Fact]
    public async Task The_feed_holds_the_twenty_newest()
    {
        foreach (var n in Enumerable.Range(1, 21))
        {
            await _blog.ArticleAsync($"Artikel {n}");
            _blog.Clock.Pass(TimeSpan.FromHours(1));
        }

        var titles = (await ChannelAsync()).Elements("item").Select(i => i.Element("title")!.Value).ToList();

        Assert.Equal(Enumerable.Range(2, 20).Reverse().Select(n => string.Create(CultureInfo.InvariantCulture, $"Artikel {n}")), titles);
    }

    private async Task<XElement> ChannelAsync() => XDocument.Parse(await _blog.Visitor().GetStringAsync("/feed")).Root!.Element("channel")!;
}
