using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Tests.Editing;

public sealed class ManuscriptChecksTests : BlogTests
{
    [Theory]
    [InlineData("Markdown", "Een.\n\n![](/media/x.png)", "heeft geen alt-tekst", "regel 3")]
    [InlineData("Markdown", "[a](/artikel/nergens)", "/artikel/nergens leidt nergens heen", "regel 1")]
    [InlineData("Markdown", "[a](/geen-pagina#x)", "leidt nergens heen", "regel 1")]
    [InlineData("Markdown", "[a](https://blog.voorbeeld.test/artikel/nergens)", "leidt nergens heen", "regel 1")]
    [InlineData("Markdown", "[a](/artikel/een-concept)", "leidt nergens heen", "regel 1")]
    [InlineData("Markdown", "[a](/categorie/niets) [b](/media/niets.png)", "leidt nergens heen", "regel 1")]
    [InlineData("Markdown", "# Een\n\n### Te diep", "slaat een niveau over", "regel 3")]
    [InlineData("Slug", "een-plan", "Het wordt /artikel/een-plan-2", "")]
    [InlineData("CoverPath", "/media/x.png", "Beschrijf wat er op de omslag te zien is", "")]
    public async Task It_is_found_with_its_place(string field, string typed, string said, string line)
    {
        await Blog.TellAsync(new Tale("Een plan"));
        await Blog.TellAsync(new Tale("Een concept") { State = PostState.Draft });
        var (desk, draft) = (await Blog.DeskAsync(), await Blog.TellAsync(new Tale("Nieuw") { State = PostState.Draft }));

        var page = await desk.FollowAsync(await desk.WriteAsync(Desk.PathOf(draft), "opslaan", (field, typed)));

        Assert.Contains(said, page.Text("#nakijken"), StringComparison.Ordinal);
        Assert.Contains(line, page.Text("#nakijken"), StringComparison.Ordinal);
        Assert.All(page.All("#nakijken a"), a => Assert.True(page.Has(a.GetAttribute("href")!)));
    }

    [Fact]
    public async Task What_is_in_order_says_nothing()
    {
        await Blog.CategoryAsync("Webcare");
        var picture = await Blog.PictureAsync();
        await Blog.TellAsync(new Tale("Een plan") { Tags = ["toon"] });
        await Blog.TellAsync(new Tale("Over ons") { Kind = PostKind.Page });
        await Blog.MoveAsync(await Blog.TellAsync(new Tale("Oude naam")), "nieuwe-naam");
        var (desk, draft) = (await Blog.DeskAsync(), await Blog.TellAsync(new Tale("Nieuw") { State = PostState.Draft }));
        var text = $"# Een\n\n## Twee\n\n# Drie\n\n![Een punt]({picture}) [a](/artikel/een-plan#reacties) [b](/over-ons) [c](/artikel/oude-naam) [d](/categorie/webcare) [e](/tag/toon) "
            + "[f](/auteur/femke-oudshoorn) [g](/) [h](/zoeken?q=x) [i](#drie) [j](https://elders.test/artikel/x) [k](//elders.test/x) [l](/feed) [m](/archief/2026/05) [n](/robots.txt)";

        var page = await desk.FollowAsync(await desk.WriteAsync(Desk.PathOf(draft), "opslaan", ("Markdown", text), ("CoverPath", picture), ("CoverIsDecoration", "ja")));

        Assert.False(page.Has("#nakijken"), page.Has("#nakijken") ? page.Text("#nakijken") : "");
        Assert.Equal((1, 1), ((await Blog.PostAsync(draft.Id)).CoverWidth, (await Blog.PostAsync(draft.Id)).CoverHeight));
    }

    [Fact]
    public async Task Tags_that_do_not_come_along_are_named_beside_their_field()
    {
        var desk = await Blog.DeskAsync();
        var draft = await Blog.TellAsync(new Tale("Nieuw") { State = PostState.Draft });
        var tooLong = new string('l', 150);

        var page = await desk.FollowAsync(await desk.WriteAsync(Desk.PathOf(draft), "opslaan", ("Tags", $"C#, C++, !!!, {tooLong}, toon")));

        Assert.Contains("C++", page.Text("#tags-fout"), StringComparison.Ordinal);
        Assert.Contains("!!!", page.Text("#tags-fout"), StringComparison.Ordinal);
        Assert.Contains("lllll", page.Text("#tags-fout"), StringComparison.Ordinal);
        Assert.Equal(3, page.All("#nakijken a[href='#tags']").Count);
        Assert.Equal(["C#", "toon"], (await Blog.PostAsync(draft.Id)).Tags.Select(t => t.Tag!.Name).Order(StringComparer.Ordinal));
    }
}
