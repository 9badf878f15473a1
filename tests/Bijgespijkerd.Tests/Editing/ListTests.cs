using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Editing.Publishing;
using Bijgespijkerd.Web.Posts;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Editing;

public sealed class ListTests : BlogTests
{
    [Fact]
    public async Task Tabs_count_states_and_filters_narrow()
    {
        await Blog.CategoryAsync("Webcare");
        await Blog.TellAsync(new Tale("De toon") { Categories = ["Webcare"], Markdown = "Over 100% sorry." });
        await Blog.TellAsync(new Tale("Concept van Femke") { State = PostState.Draft });
        await Blog.TellAsync(new Tale("Gepland") { State = PostState.Scheduled });
        await Blog.TellAsync(new Tale("Weg") { State = PostState.Trash });
        await Blog.TellAsync(new Tale("Van Ruben") { By = "Ruben Tielbeke" });
        var desk = await Blog.DeskAsync("Redactie", Role.Editor);

        var all = await desk.OpenAsync("/beheer/artikelen");

        Assert.Equal(["Alles 4", "Gepubliceerd 2", "Concept 1", "Gepland 1", "Prullenbak 1"], all.All(".tabs a").Select(a => a.TextContent));
        Assert.Equal(4, all.All("tbody tr").Count);
        Assert.Equal(["Gepland"], await TitlesAsync(desk, "staat=gepland"));
        Assert.Equal(["Van Ruben"], await TitlesAsync(desk, "auteur=ruben-tielbeke"));
        Assert.Equal(["De toon"], await TitlesAsync(desk, "onderwerp=webcare"));
        Assert.Equal(["De toon"], await TitlesAsync(desk, "q=100%25"));
        Assert.Equal(["De toon"], await TitlesAsync(desk, "q=TOON"));
        Assert.Equal(["Van Ruben"], await TitlesAsync(desk, "q=tielbeke"));
        Assert.Empty(await TitlesAsync(desk, "q=_%25_%25nergens"));
        Assert.Equal(["Weg"], await TitlesAsync(desk, "staat=prullenbak"));
    }

    [Fact]
    public async Task An_author_sees_only_own_articles()
    {
        await Blog.TellAsync(new Tale("Van Femke") { State = PostState.Draft });
        await Blog.TellAsync(new Tale("Van Ruben") { State = PostState.Draft, By = "Ruben Tielbeke" });

        var page = await (await Blog.DeskAsync()).OpenAsync("/beheer/artikelen");

        Assert.Equal("Van Femke", Assert.Single(page.All("tbody a.t")).TextContent);
        Assert.Contains("Alles 1", page.Text(".tabs"), StringComparison.Ordinal);
        Assert.False(page.Has("#bauteur"));
    }

    [Fact]
    public async Task Twenty_stand_on_a_page()
    {
        var post = await Blog.TellAsync(new Tale("Eerste"));
        await Blog.CopyAsync(post, 22);
        var desk = await Blog.DeskAsync();

        var first = await desk.OpenAsync("/beheer/artikelen");
        var second = await desk.OpenAsync(first["nav.pager a"].GetAttribute("href")!);

        Assert.Equal("1 tot 20 van 23", first.Text("nav.pager span"));
        Assert.Equal("21 tot 23 van 23", second.Text("nav.pager span"));
        Assert.Equal("Vorige", second.Text("nav.pager a"));
    }

    [Fact]
    public async Task Every_page_of_the_editor_is_well_made()
    {
        await Blog.CategoryAsync("Webcare");
        await Blog.CategoryAsync("Meten");
        var desk = await Blog.DeskAsync("Redactie", Role.Editor);
        var post = await Blog.TellAsync(new Tale("Een plan") { Categories = ["Webcare"], Tags = ["toon"] });
        var trashed = await Blog.TellAsync(new Tale("Weg") { State = PostState.Trash, By = "Ruben Tielbeke" });
        await desk.WriteAsync(Desk.PathOf(post), "opslaan", ("Markdown", "![](/media/x.png) [a](/artikel/nergens)"), ("CoverPath", "/media/x.png"));
        var path = Desk.PathOf(post);
        var undo = Uri.EscapeDataString(Blog.Services.GetRequiredService<UndoTicket>().Write([FormerState.Of(trashed, 0, Blog.Clock.GetUtcNow())]));
        string[] pages =
        [
            "/beheer/artikelen", "/beheer/artikelen?q=nergens", "/beheer/paginas", "/beheer/artikelen/nieuw", "/beheer/paginas/nieuw", path, path + "/versies", path + "/versies/1",
            path + "/vergelijken/1", path + "/deellink", Desk.PathOf(trashed) + "/verwijderen", Desk.PathOf(trashed), $"/beheer/artikelen?gedaan=prullenbak&herstel={undo}",
        ];

        foreach (var address in pages)
        {
            Assert.Equal([], HtmlRules.FaultsOf((await desk.OpenAsync(address)).Source).Select(fault => $"{address}: {fault}"));
        }

        Assert.Equal([], HtmlRules.FaultsOf((await desk.WriteAsync(path, "publiceer", ("Title", ""))).Source));
    }

    private static async Task<IEnumerable<string>> TitlesAsync(HttpClient desk, string query) =>
        (await desk.OpenAsync("/beheer/artikelen?" + query)).All("tbody a.t").Select(a => a.TextContent);
}
