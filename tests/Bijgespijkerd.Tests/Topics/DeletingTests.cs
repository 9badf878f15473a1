using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Topics;

public sealed class DeletingTests : BlogTests
{
    [Fact]
    public async Task Articles_stay_and_the_address_is_gone_with_all_it_once_was()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        await Blog.CategoryAsync("Boven");
        var category = await Blog.CategoryAsync("Sociaal", under: "Boven");
        await Blog.CategoryAsync("Kind", under: "Sociaal");
        var post = await Blog.TellAsync(new Tale("Een plan") { Categories = ["Sociaal"], Tags = ["planning"] });
        await desk.RenameAsync(TopicDesk.PathOf(category), "Sociale media", "sociale-media", $"{category.ParentId}");

        Assert.Contains("Eén artikel", (await desk.OpenAsync(TopicDesk.PathOf(category) + "/verwijderen")).Text("main"), StringComparison.Ordinal);
        await desk.PressAsync(TopicDesk.PathOf(category) + "/verwijderen");
        await desk.PressAsync(TopicDesk.PathOf(await Blog.TagNamedAsync("planning")) + "/verwijderen");

        foreach (var path in new[] { "/categorie/sociaal", "/categorie/sociale-media", "/categorie/sociale-media/feed", "/tag/planning" })
        {
            Assert.Equal((410, null), await Blog.GoAsync(path));
        }

        var page = await Blog.Visitor().OpenAsync(post.Path);
        Assert.False(page.Has(".p-category"));
        Assert.Equal("Boven", (await Blog.CategoryNamedAsync("Kind")).Parent!.Name);
        await Blog.AssertKeptAsync(("Boven", 0), ("Kind", 0));
        Assert.Equal(["TopicDeleted", "TopicDeleted"], (await Blog.AuditAsync())[^2..]);
    }

    /// <summary>Nobody knew it, under no name; what stands above a public article was known by it.</summary>
    [Fact]
    public async Task A_category_that_never_had_a_public_article_is_known_to_nobody()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        await Blog.CategoryAsync("Boven");
        await Blog.CategoryAsync("Onder", under: "Boven");
        await Blog.CategoryAsync("Fusie");
        await Blog.TellAsync(new Tale("Geheim") { Categories = ["Fusie"], State = PostState.Draft });
        await Blog.TellAsync(new Tale("Een plan") { Categories = ["Onder"] });
        var secret = await Blog.CategoryNamedAsync("Fusie");
        await desk.RenameAsync(TopicDesk.PathOf(secret), "Overname", "overname");

        await desk.PressAsync(TopicDesk.PathOf(secret) + "/verwijderen");
        await desk.PressAsync(TopicDesk.PathOf(await Blog.CategoryNamedAsync("Boven")) + "/verwijderen");

        Assert.Equal((404, null), await Blog.GoAsync("/categorie/overname"));
        Assert.Equal((404, null), await Blog.GoAsync("/categorie/fusie"));
        Assert.Equal((410, null), await Blog.GoAsync("/categorie/boven"));
    }

    [Fact]
    public async Task Looking_at_the_pages_that_ask_changes_nothing()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        var category = await Blog.CategoryAsync("Sociaal");
        foreach (var path in new[] { "", "/samenvoegen", "/verwijderen", "/samenvoegen?Into=1", "/verwijderen?x=1" })
        {
            await desk.OpenAsync(TopicDesk.PathOf(category) + path);
        }

        Assert.Equal(1, await Blog.ReadAsync(db => db.Categories.CountAsync()));
    }

    [Theory]
    [InlineData(Role.Author)]
    [InlineData(Role.Moderator)]
    public async Task Who_does_not_edit_everything_finds_nothing_there(Role role)
    {
        var category = await Blog.CategoryAsync("Sociaal");
        var desk = await Blog.SignedInAsync(role);
        foreach (var path in new[] { "", "/samenvoegen", "/verwijderen" })
        {
            Assert.Equal(404, (int)(await desk.OpenAsync(TopicDesk.PathOf(category) + path)).Status);
            Assert.Equal(404, (int)(await desk.PressAsync(TopicDesk.PathOf(category) + path, ("Name", "Gekaapt"), ("Into", "2"))).Status);
        }

        Assert.Equal("Sociaal", (await Blog.CategoryNamedAsync("Sociaal")).Name);
    }
}
