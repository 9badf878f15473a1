using System.Net;
using Bijgespijkerd.Web.Accounts;

namespace Bijgespijkerd.Tests.Blocks;

/// <summary>Row F29: two people on one block.</summary>
public sealed class BlockCollidingTests : BlogTests
{
    [Fact]
    public async Task The_second_is_told_sees_both_texts_and_loses_nothing()
    {
        var (first, second) = (await Blog.SignedInAsync(Role.Editor, "Ruben Tielbeke"), await Blog.SignedInAsync(Role.Administrator));
        var block = await Blog.BlockAsync("cursus", "De cursus", "Kom naar de cursus.");
        var (mine, theirs) = (await first.OpenAsync(BlockDesk.PathOf(block)), await second.OpenAsync(BlockDesk.PathOf(block)));
        await first.WriteAsync(mine, "Kom snel naar de cursus.");

        var told = await second.WriteAsync(theirs, "Kom naar de les.", ("Title", "De les"));

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("Ruben Tielbeke", told.Text("#fouten"), StringComparison.Ordinal);
        Assert.Equal("Kom snel naar de cursus.", told["#hun-tekst"].TextContent);
        Assert.Equal(("Kom naar de les.", "De les"), (told["[name=Markdown]"].TextContent, told["[name=Title]"].GetAttribute("value")));
        Assert.True(told.Has("#verschil ins") && told.Has("#verschil del"));
        Assert.Equal("Kom snel naar de cursus.", (await Blog.BlockAsync()).Markdown);

        var done = await second.WriteAsync(told, "Kom naar de les.");
        Assert.Equal("Kom naar de les.", (await Blog.BlockAsync()).Markdown);
        var undo = (await second.FollowAsync(done))[".flash form"];
        await second.PressAsync(undo.GetAttribute("action")!, [.. undo.QuerySelectorAll("input[type=hidden]:not([name^=__])").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!))]);
        Assert.Equal("Kom snel naar de cursus.", (await Blog.BlockAsync()).Markdown);
    }

    [Fact]
    public async Task At_the_same_moment_one_is_first()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        var block = await Blog.BlockAsync("cursus", "De cursus", "Eerst.");
        var opened = await desk.OpenAsync(BlockDesk.PathOf(block));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => desk.WriteAsync(opened, $"Van {n}.")));

        Assert.Single(answers, a => a.Status == HttpStatusCode.SeeOther);
        Assert.Equal(3, answers.Count(a => a.Status == HttpStatusCode.Conflict));
    }
}
