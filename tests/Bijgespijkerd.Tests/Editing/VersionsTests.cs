using System.Net;
using System.Text.Json;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Editing.Revisions;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Tests.Editing;

public sealed class VersionsTests : BlogTests
{
    [Fact]
    public async Task An_evening_of_autosaves_is_one_row()
    {
        var desk = await Blog.DeskAsync();
        var form = (await desk.OpenAsync("/beheer/artikelen/nieuw")).Fields("form.ed", null, ("Title", "Avond"), ("Markdown", "1"));
        var begun = await JsonAsync(await desk.SendFormAsync("/beheer/artikelen/nieuw/bewaren", form));
        var address = begun.GetProperty("address").GetString()!;
        for (var n = 2; n <= 6; n++)
        {
            Blog.Clock.Pass(TimeSpan.FromSeconds(10));
            form["Markdown"] = $"{n}";
            form["Basis"] = begun.GetProperty("number").GetRawText();
            begun = await JsonAsync(await desk.SendFormAsync(address + "/bewaren", form));
        }

        var post = await Blog.NewestPostAsync();
        var version = Assert.Single(await Blog.RevisionsAsync(post.Id));
        Assert.Equal((RevisionKind.Autosave, "6", 6), (version.Kind, version.Markdown, version.Number));
        Assert.Equal(("6", "Avond", "09:12"), (post.Markdown, post.Title, begun.GetProperty("time").GetString()));
        form["Basis"] = "6";
        await desk.SendFormAsync(address + "/bewaren", form);
        Assert.Equal(6, Assert.Single(await Blog.RevisionsAsync(post.Id)).Number);
        form["Actie"] = "opslaan";
        await desk.SendFormAsync(address, form);
        Assert.Equal(RevisionKind.Saved, Assert.Single(await Blog.RevisionsAsync(post.Id)).Kind);
    }

    [Fact]
    public async Task An_autosave_changes_nothing_for_readers()
    {
        var desk = await Blog.DeskAsync();
        var post = await Blog.TellAsync(new Tale("Een plan") { Markdown = "Op de site." });
        var form = (await desk.OpenAsync(Desk.PathOf(post))).Fields("form.ed", null, ("Markdown", "Half"));

        await desk.SendFormAsync(Desk.PathOf(post) + "/bewaren", form);

        Assert.Equal("Op de site.", (await Blog.PostAsync(post.Id)).Markdown);
        Assert.Equal("Half", (await desk.OpenAsync(Desk.PathOf(post)))["#tekst"].TextContent);
    }

    [Fact]
    public async Task Old_autosaves_go_and_saves_stay()
    {
        var desk = await Blog.DeskAsync();
        var post = await Blog.TellAsync(new Tale("Een plan"));
        async Task Autosave(string text) => await desk.SendFormAsync(Desk.PathOf(post) + "/bewaren", (await desk.OpenAsync(Desk.PathOf(post))).Fields("form.ed", null, ("Markdown", text)));
        await Autosave("een");
        await Autosave("twee");
        await desk.WriteAsync(Desk.PathOf(post), "opslaan", ("Markdown", "drie"));
        Blog.Clock.Pass(TimeSpan.FromDays(29));
        await Autosave("vier");
        Assert.Equal(["Een alinea.", "een", "twee", "drie", "vier"], (await Blog.RevisionsAsync(post.Id)).Select(r => r.Markdown));

        Blog.Clock.Pass(TimeSpan.FromDays(2));
        await Autosave("vijf");

        Assert.Equal(["Een alinea.", "drie", "vier", "vijf"], (await Blog.RevisionsAsync(post.Id)).Select(r => r.Markdown));
    }

    [Fact]
    public async Task The_list_the_difference_and_the_way_back()
    {
        var desk = await Blog.DeskAsync();
        var post = await Blog.TellAsync(new Tale("Een plan") { Markdown = "Een goed plan." });
        await desk.WriteAsync(Desk.PathOf(post), "publiceer", ("Markdown", "Een beter plan."), ("Summary", "<script>x</script>"));

        var list = await desk.OpenAsync(Desk.PathOf(post) + "/versies");
        var version = await desk.OpenAsync(Desk.PathOf(post) + "/versies/1");
        var restored = await desk.PressAsync(Desk.PathOf(post) + "/versies/1", Desk.PathOf(post) + "/versies/1");

        Assert.Equal(["Versie 2", "Versie 1"], list.All(".rows a").Select(a => a.TextContent));
        Assert.Equal(["Op de site gezet", "Beginversie"], list.All(".rows .badge").Select(b => b.TextContent));
        Assert.Contains("beter", version.All("ins").Select(e => e.TextContent));
        Assert.Contains("goed", version.All("del").Select(e => e.TextContent));
        Assert.Contains("&lt;script", version.Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, restored.Status);
        Assert.Equal("Een goed plan.", (await desk.OpenAsync(Desk.PathOf(post)))["#tekst"].TextContent);
        Assert.Equal("Een beter plan.", (await Blog.PostAsync(post.Id)).Markdown);
        Assert.Equal(RevisionKind.Restored, (await Blog.RevisionsAsync(post.Id))[^1].Kind);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync(Desk.PathOf(post) + "/versies/9")).Status);
    }

    [Fact]
    public async Task The_preview_while_typing_is_the_readers_own_and_stores_nothing()
    {
        var desk = await Blog.DeskAsync();
        await Blog.BlockAsync("cursus", "De cursus", "Schrijf je in.");
        var post = await Blog.TellAsync(new Tale("Een plan"));
        var form = (await desk.OpenAsync(Desk.PathOf(post))).Fields("form.ed", null, ("Markdown", "Met *nadruk* <b onclick=x>.\n\n:::blok cursus\n\n[x](javascript:alert(1))"));

        foreach (var path in new[] { Desk.PathOf(post) + "/voorbeeld", "/beheer/artikelen/nieuw/voorbeeld" })
        {
            var page = await desk.SendFormAsync(path, form);

            Assert.Equal("nadruk", page.Text("em"));
            Assert.Contains("Schrijf je in.", page.Source, StringComparison.Ordinal);
            Assert.False(page.Has("b") || page.Has("html[lang]") || page.Has("a[href*=javascript]"));
            Assert.Contains("no-store", page.Answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }

        Assert.Empty(await Blog.RevisionsAsync(post.Id));
    }

    private static Task<JsonElement> JsonAsync(Page page)
    {
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return Task.FromResult(JsonDocument.Parse(page.Source).RootElement);
    }
}
