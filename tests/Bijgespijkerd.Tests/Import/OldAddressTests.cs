using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Import;

/// <summary>A site that moved in, for tests that only ask for addresses.</summary>
public sealed class MovedSite : IAsyncLifetime
{
    private const string Site = WxrFile.Source;

    public TestBlog Blog { get; } = new();

    public async Task InitializeAsync() => await BringInAsync(Blog);

    public async Task DisposeAsync() => await Blog.DisposeAsync();

    public static Task BringInAsync(TestBlog blog) => blog.ImportAsync(new WxrFile().Author(7, "femke_o", "Femke Oudshoorn").Category("boven", "Boven", id: 3).Category("onder", "Onder", "boven", id: 4).Tag("webcare", "Webcare")
        .Item(40, "De balie", slug: "de-balie", creator: "femke_o", link: Site + "/2010/03/04/de-balie/", guid: "http://oud.voorbeeld.test/?p=40", more: [
            WxrFile.Label("category", "onder", "Onder"), WxrFile.Label("post_tag", "webcare", "Webcare"), WxrFile.Meta("_wp_old_slug", "de-oude-balie"), WxrFile.Comment(101)])
        .Item(41, "Over ons", slug: "over-ons", type: "page", link: Site + "/club/over-ons/")
        .Item(42, "Foto", slug: "foto", type: "attachment", status: "inherit", parent: "40", link: Site + "/2010/03/04/de-balie/foto/")
        .Item(43, "Geheim plan", slug: "geheim-plan", status: "private", link: Site + "/2010/03/04/geheim-plan/")
        .Item(44, "Kelder", slug: "kelder", link: Site + "/archives/44"));
}

/// <summary>Every form an address of the old site could have leads to where it stands now.</summary>
public sealed class OldAddressTests(MovedSite site) : IClassFixture<MovedSite>
{
    private readonly TestBlog _blog = site.Blog;

    [Theory]
    [InlineData("/?p=40", "/artikel/de-balie")]
    [InlineData("/index.php?p=40", "/artikel/de-balie")]
    [InlineData("/?p=40&cpage=2", "/artikel/de-balie")]
    [InlineData("/?p=40&feed=rss2", "/artikel/de-balie/feed")]
    [InlineData("/?page_id=41", "/over-ons")]
    [InlineData("/?attachment_id=42", "/artikel/de-balie")]
    [InlineData("/?cat=4", "/categorie/onder")]
    [InlineData("/?cat=4&paged=2", "/categorie/onder/pagina/2")]
    [InlineData("/?category_name=boven/onder", "/categorie/onder")]
    [InlineData("/?tag=webcare", "/tag/webcare")]
    [InlineData("/?author=7", "/auteur/femke-oudshoorn")]
    [InlineData("/?author_name=femke_o", "/auteur/femke-oudshoorn")]
    [InlineData("/?name=de-balie", "/artikel/de-balie")]
    [InlineData("/?m=201003", "/archief/2010/03")]
    [InlineData("/?m=20100304", "/archief/2010/03")]
    [InlineData("/?year=2010&monthnum=3", "/archief/2010/03")]
    [InlineData("/?feed=rss2", "/feed")]
    [InlineData("/?feed=comments-rss2", "/reacties/feed")]
    [InlineData("/?s=de%20balie", "/zoeken?q=de%20balie")]
    [InlineData("/?paged=3", "/pagina/3")]
    [InlineData("/2010/03/04/de-balie/", "/artikel/de-balie")]
    [InlineData("/2010/03/04/de-balie", "/artikel/de-balie")]
    [InlineData("/2010/03/de-balie/", "/artikel/de-balie")]
    [InlineData("/index.php/2010/03/04/de-balie/", "/artikel/de-balie")]
    [InlineData("/de-balie/", "/artikel/de-balie")]
    [InlineData("/de-balie", "/artikel/de-balie")]
    [InlineData("/De-Balie/", "/artikel/de-balie")]
    [InlineData("/onder/de-balie/", "/artikel/de-balie")]
    [InlineData("/archives/40", "/artikel/de-balie")]
    [InlineData("/archives/44", "/artikel/kelder")]
    [InlineData("/de-oude-balie/", "/artikel/de-balie")]
    [InlineData("/2010/03/04/de-balie/comment-page-2/", "/artikel/de-balie")]
    [InlineData("/2010/03/04/de-balie/feed/", "/artikel/de-balie/feed")]
    [InlineData("/2010/03/04/de-balie/trackback/", "/artikel/de-balie")]
    [InlineData("/2010/03/04/de-balie/amp/", "/artikel/de-balie")]
    [InlineData("/2010/03/04/de-balie/2/", "/artikel/de-balie")]
    [InlineData("/2010/03/04/de-balie/foto/", "/artikel/de-balie")]
    [InlineData("/club/over-ons/", "/over-ons")]
    [InlineData("/over-ons/", "/over-ons")]
    [InlineData("/category/onder/", "/categorie/onder")]
    [InlineData("/category/boven/onder/", "/categorie/onder")]
    [InlineData("/category/onder/page/2/", "/categorie/onder/pagina/2")]
    [InlineData("/category/onder/feed/", "/categorie/onder/feed")]
    [InlineData("/tag/webcare/", "/tag/webcare")]
    [InlineData("/tag/webcare/feed/", "/tag/webcare/feed")]
    [InlineData("/author/femke_o/", "/auteur/femke-oudshoorn")]
    [InlineData("/author/femke-o/feed/", "/auteur/femke-oudshoorn/feed")]
    [InlineData("/2010/", "/archief")]
    [InlineData("/2010/03/", "/archief/2010/03")]
    [InlineData("/2010/03/04/", "/archief/2010/03")]
    [InlineData("/2010/03/page/2/", "/archief/2010/03")]
    [InlineData("/page/2/", "/pagina/2")]
    [InlineData("/feed/", "/feed")]
    [InlineData("/feed/rss2/", "/feed")]
    [InlineData("/feed/atom/", "/feed")]
    [InlineData("/comments/feed/", "/reacties/feed")]
    public async Task An_old_address_leads_to_the_new_place(string old, string now)
    {
        var answer = await _blog.Visitor().GetAsync(old);

        Assert.Equal((HttpStatusCode.MovedPermanently, now), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    [Theory]
    [InlineData("/?p=43")]
    [InlineData("/2010/03/04/geheim-plan/")]
    [InlineData("/geheim-plan/")]
    [InlineData("/?p=99")]
    [InlineData("/nergens/")]
    [InlineData("/beheer/de-balie/")]
    [InlineData("/author/niemand/")]
    public async Task What_readers_may_not_see_or_never_was_is_not_there(string old)
    {
        var answer = await _blog.Visitor().GetAsync(old);

        Assert.True(answer.Headers.Location is null && answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.OK, $"{answer.StatusCode} {answer.Headers.Location}");
        Assert.DoesNotContain("Geheim plan", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_renamed_or_deleted_here_is_followed()
    {
        await using var blog = new TestBlog();
        await MovedSite.BringInAsync(blog);
        await blog.WriteAsync(async db => db.FormerSlugs.Add((await db.Posts.SingleAsync(p => p.SourceId == 40)).MoveTo("de-receptie")).Entity);
        Assert.Equal("/artikel/de-receptie", (await blog.Visitor().GetAsync("/?p=40")).Headers.Location?.ToString());

        await blog.WriteAsync(async db => db.Posts.Remove(await db.Posts.SingleAsync(p => p.SourceId == 40)).Entity);
        Assert.Equal(HttpStatusCode.Gone, (await blog.Visitor().GetAsync("/2010/03/04/de-balie/")).StatusCode);
    }

    [Fact]
    public async Task A_site_in_a_folder_is_led_out_of_it()
    {
        await _blog.ImportAsync(new WxrFile("https://groot.voorbeeld.test/weblog").Category("loket", "Loket").Item(70, "In de map", slug: "in-de-map", link: "https://groot.voorbeeld.test/weblog/2011/05/in-de-map/"));

        foreach (var (old, now) in new[] { ("/weblog/2011/05/in-de-map/", "/artikel/in-de-map"), ("/weblog/category/loket/", "/categorie/loket"), ("/weblog/?p=70", "/artikel/in-de-map"), ("/weblog/2011/05/", "/archief/2011/05"), ("/weblog/", "/") })
        {
            Assert.Equal(now, (await _blog.Visitor().GetAsync(old)).Headers.Location?.ToString());
        }
    }

    [Fact]
    public async Task Without_an_import_nothing_is_led_anywhere()
    {
        await using var other = new TestBlog();

        Assert.Equal(HttpStatusCode.OK, (await other.Visitor().GetAsync("/?p=40")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Visitor().GetAsync("/2010/03/")).StatusCode);
    }

    [Fact]
    public async Task Feed_readers_know_the_article_again()
    {
        Assert.Contains("<guid isPermaLink=\"false\">http://oud.voorbeeld.test/?p=40</guid>", await _blog.Visitor().GetStringAsync("/feed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_a_comment_finds_it_on_the_new_page()
    {
        var page = await _blog.Visitor().OpenAsync("/artikel/de-balie");
        Assert.True(page.Has("article#reactie-101 > span#comment-101"));
        Assert.Equal("/artikel/de-balie#reactie-101", (await _blog.Visitor().GetAsync("/reactie/101?oud=de-balie")).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await _blog.Visitor().GetAsync("/reactie/101?oud=elders")).StatusCode);
    }

    [Fact]
    public async Task A_link_to_a_comment_that_is_gone_leads_to_its_article()
    {
        Assert.Equal("/artikel/de-balie", (await _blog.Visitor().GetAsync("/reactie/999?oud=de-balie")).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await _blog.Visitor().GetAsync("/reactie/999?oud=geheim-plan")).StatusCode);
    }
}
