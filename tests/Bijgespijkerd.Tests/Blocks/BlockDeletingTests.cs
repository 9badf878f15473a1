using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Blocks;

public sealed class BlockDeletingTests : BlogTests
{
    [Fact]
    public async Task It_tells_where_it_stands_and_is_gone_from_there_afterwards()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        await Blog.CategoryAsync("Strategie");
        var block = await Blog.BlockAsync("cursus", "De cursus", "Kom.", underCategory: "Strategie");
        var naming = await Blog.TellAsync(new Tale("Noemt het blok") { Markdown = "Lees.\n\n:::blok cursus\n" });
        var draft = await Blog.TellAsync(new Tale("Concept ook") { Markdown = ":::blok cursus\n", State = PostState.Draft });
        var filed = await Blog.TellAsync(new Tale("Staat erin") { Categories = ["Strategie"] });
        await Blog.TellAsync(new Tale("Noemt een ander") { Markdown = ":::blok cursussen\n" });
        await Blog.Visitor().OpenAsync(naming.Path);
        await Blog.Visitor().OpenAsync(filed.Path);

        var ask = await desk.OpenAsync(BlockDesk.PathOf(block) + "/verwijderen");
        Assert.Equal(["Concept ook", "Noemt het blok"], ask.All(".rows a").Select(a => a.TextContent));
        Assert.Contains("Strategie", ask.Text("main"), StringComparison.Ordinal);
        await desk.PressAsync(BlockDesk.PathOf(block) + "/verwijderen");

        foreach (var path in new[] { naming.Path, filed.Path })
        {
            Assert.DoesNotContain("Kom.", (await Blog.Visitor().OpenAsync(path)).Source, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Kom.", (await Blog.ReadAsync(db => db.Posts.SingleAsync(p => p.Id == draft.Id))).Html.Value, StringComparison.Ordinal);
        Assert.Equal("BlockDeleted", (await Blog.AuditAsync())[^1]);
    }
}
