using System.Net;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Tests.Blocks;

public sealed class BlockSavingTests : BlogTests
{
    [Fact]
    public async Task A_new_text_stands_at_once_where_a_post_names_it_and_under_the_articles_of_its_category()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        await Blog.CategoryAsync("Strategie");
        var block = await Blog.BlockAsync("cursus", "De cursus", "Oude tekst.", underCategory: "Strategie");
        var naming = await Blog.TellAsync(new Tale("Noemt") { Markdown = "Lees.\n\n:::blok cursus\n" });
        var filed = await Blog.TellAsync(new Tale("Staat erin") { Categories = ["Strategie"] });
        var page = await Blog.TellAsync(new Tale("Over ons") { Kind = PostKind.Page, Markdown = ":::blok cursus\n" });
        foreach (var path in new[] { naming.Path, filed.Path, page.Path })
        {
            Assert.Contains("Oude tekst.", (await Blog.Visitor().OpenAsync(path)).Source, StringComparison.Ordinal);
        }

        var done = await desk.WriteAsync(await desk.OpenAsync(BlockDesk.PathOf(block)), "Nieuwe **tekst**.");

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        foreach (var path in new[] { naming.Path, filed.Path, page.Path })
        {
            Assert.Contains("Nieuwe <strong>tekst</strong>.", (await Blog.Visitor().OpenAsync(path)).Source, StringComparison.Ordinal);
        }

        Assert.Equal("BlockChanged", (await Blog.AuditAsync())[^1]);
        Assert.Equal(naming.UpdatedAt, (await Blog.ReadAsync(db => db.Posts.FindAsync(naming.Id).AsTask()))!.UpdatedAt);
    }

    [Fact]
    public async Task A_save_is_undone_with_one_button_unless_somebody_saved_since()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        var block = await Blog.BlockAsync("cursus", "De cursus", "Eerst.");
        var post = await Blog.TellAsync(new Tale("Noemt") { Markdown = ":::blok cursus\n" });
        var done = await desk.WriteAsync(await desk.OpenAsync(BlockDesk.PathOf(block)), "Daarna.", ("Title", "Anders"));
        var undo = (await desk.FollowAsync(done))[".flash form"];
        var fields = undo.QuerySelectorAll("input[type=hidden]:not([name^=__])").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)).ToArray();

        await desk.PressAsync(undo.GetAttribute("action")!, fields);
        Assert.Equal(("De cursus", "Eerst."), ((await Blog.BlockAsync()).Title, (await Blog.BlockAsync()).Markdown));
        Assert.Contains("Eerst.", (await Blog.Visitor().OpenAsync(post.Path)).Source, StringComparison.Ordinal);

        await desk.WriteAsync(await desk.OpenAsync(BlockDesk.PathOf(block)), "Van een ander.");
        await desk.PressAsync(undo.GetAttribute("action")!, fields);
        Assert.Equal("Van een ander.", (await Blog.BlockAsync()).Markdown);
    }

    [Fact]
    public async Task A_preview_is_the_real_rendering_and_stores_nothing()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        var block = await Blog.BlockAsync("cursus", "De cursus", "Eerst.");

        var page = await desk.WriteAsync(await desk.OpenAsync(BlockDesk.PathOf(block)), "Met **nadruk** & <b>haken</b>.", ("Actie", "voorbeeld"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("nadruk", page["#voorbeeld .tip strong"].TextContent);
        Assert.Equal("Met **nadruk** & <b>haken</b>.", page["[name=Markdown]"].TextContent);
        Assert.Equal("Eerst.", (await Blog.BlockAsync()).Markdown);
    }

    [Fact]
    public async Task A_new_block_shows_where_its_name_stood_already()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        var post = await Blog.TellAsync(new Tale("Noemt") { Markdown = "> :::blok nieuws-brief\n" });

        await desk.WriteAsync(await desk.OpenAsync(BlockDesk.All + "/nieuw"), "Schrijf je in.", ("Name", "Nieuws Brief"), ("Title", "Nieuwsbrief"));

        Assert.Equal("nieuws-brief", (await Blog.BlockAsync()).Name);
        Assert.Contains("Schrijf je in.", (await Blog.Visitor().OpenAsync(post.Path)).Source, StringComparison.Ordinal);
        Assert.Equal("1", (await desk.OpenAsync(BlockDesk.All)).Text("td.num"));
    }

    [Theory]
    [InlineData("Name", "")]
    [InlineData("Name", "日本")]
    [InlineData("Name", "ander")]
    [InlineData("Name", "hernoemd")]
    [InlineData("Title", " ")]
    [InlineData("Markdown", " ")]
    public async Task What_cannot_be_is_refused_beside_its_field(string field, string value)
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        var block = await Blog.BlockAsync("cursus", "De cursus", "Eerst.");
        await Blog.BlockAsync("ander", "Ander", "Tekst.");
        await Blog.TellAsync(new Tale("Noemt") { Markdown = ":::blok cursus\n" });

        var page = await desk.WriteAsync(await desk.OpenAsync(BlockDesk.PathOf(block)), "Daarna.", (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.True(page.Has($"[name={field}][aria-invalid]"));
    }

    [Fact]
    public async Task A_text_that_is_too_long_comes_back_whole()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        var text = new string('a', 10_001);

        var page = await desk.WriteAsync(await desk.OpenAsync(BlockDesk.All + "/nieuw"), text, ("Name", "lang"), ("Title", "Lang"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(text, page["[name=Markdown]"].TextContent);
    }

    [Theory]
    [InlineData(Role.Author)]
    [InlineData(Role.Moderator)]
    public async Task Who_does_not_edit_everything_finds_nothing_there(Role role)
    {
        var block = await Blog.BlockAsync("cursus", "De cursus", "Eerst.");
        var desk = await Blog.SignedInAsync(role);

        foreach (var rest in new[] { "", "/verwijderen", "/herstel" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync(BlockDesk.PathOf(block) + rest)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await desk.PressAsync(BlockDesk.PathOf(block) + rest, ("Name", "x"), ("Title", "x"), ("Markdown", "Gekaapt."))).Status);
        }

        Assert.Equal("Eerst.", (await Blog.BlockAsync()).Markdown);
    }

    [Fact]
    public async Task Fields_that_are_not_in_the_form_change_nothing()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        var block = await Blog.BlockAsync("cursus", "De cursus", "Eerst.");

        await desk.WriteAsync(await desk.OpenAsync(BlockDesk.PathOf(block)), "Daarna.", ("Id", "7"), ("Html", "<b>x</b>"), ("RendererVersion", "9"), ("CategoryId", "9"));

        var stored = await Blog.BlockAsync();
        Assert.Equal((block.Id, block.RendererVersion, null), (stored.Id, stored.RendererVersion, stored.CategoryId));
        Assert.DoesNotContain("<b>", stored.Html.Value, StringComparison.Ordinal);
    }
}
