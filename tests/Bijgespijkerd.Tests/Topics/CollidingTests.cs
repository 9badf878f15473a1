using System.Net;
using Bijgespijkerd.Web.Accounts;

namespace Bijgespijkerd.Tests.Topics;

/// <summary>Row F29: two people work on one topic, and nobody's work goes unseen.</summary>
public sealed class CollidingTests : BlogTests
{
    [Theory]
    [InlineData(TopicDesk.Categories)]
    [InlineData(TopicDesk.Tags)]
    public async Task Undo_leaves_what_somebody_else_changed_since(string kind)
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        var path = await MadeAsync(kind);
        var button = (await desk.FollowAsync(await desk.RenameAsync(path, "Van mij", "van-mij")))[".flash form"];
        await desk.RenameAsync(path, "Van een ander", "van-een-ander");

        var answer = await desk.PressAsync(button.GetAttribute("action")!, [.. button.QuerySelectorAll("input[type=hidden]:not([name^=__])").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!))]);

        Assert.StartsWith("Niet teruggezet", (await desk.FollowAsync(answer)).Text(".flash p, .flash"), StringComparison.Ordinal);
        Assert.Equal("Van een ander", (await desk.OpenAsync(path))["#veld-name"].GetAttribute("value"));
    }

    [Theory]
    [InlineData(TopicDesk.Categories)]
    [InlineData(TopicDesk.Tags)]
    public async Task A_form_that_began_from_something_older_does_not_win_unseen(string kind)
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        var path = await MadeAsync(kind);
        var basis = (await desk.OpenAsync(path))["[name=Basis]"].GetAttribute("value")!;
        await desk.PressAsync(path, ("Name", "Van een ander"), ("Slug", "sociaal"), ("Basis", basis));

        var told = await desk.PressAsync(path, ("Name", "Van mij"), ("Slug", "sociaal"), ("Basis", basis));

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Equal("Van mij", told["[name=Name]"].GetAttribute("value"));
        Assert.Contains("‘Van een ander’", told.Text("#veld-name-fout"), StringComparison.Ordinal);
        Assert.False(told.Has("[name=Slug][aria-invalid]"));
        Assert.Equal("Van een ander", (await desk.OpenAsync(path))["#veld-name"].GetAttribute("value"));

        await desk.PressAsync(path, ("Name", "Van mij"), ("Slug", "sociaal"), ("Basis", told["[name=Basis]"].GetAttribute("value")!));
        Assert.Equal("Van mij", (await desk.OpenAsync(path))["#veld-name"].GetAttribute("value"));
    }

    [Fact]
    public async Task What_the_other_put_it_under_is_told_by_name()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        var above = await Blog.CategoryAsync("Alles");
        var path = await MadeAsync(TopicDesk.Categories);
        var basis = (await desk.OpenAsync(path))["[name=Basis]"].GetAttribute("value")!;
        await desk.PressAsync(path, ("Name", "Sociaal"), ("Slug", "sociaal"), ("Parent", $"{above.Id}"), ("Basis", basis));

        var told = await desk.PressAsync(path, ("Name", "Sociaal"), ("Slug", "sociaal"), ("Description", "Nieuw."), ("Basis", basis));

        Assert.Contains("‘Alles’", told.Text("#veld-parent-fout"), StringComparison.Ordinal);
        Assert.Contains("leeg", told.Text("#veld-description-fout"), StringComparison.Ordinal);
    }

    private async Task<string> MadeAsync(string kind) =>
        kind == TopicDesk.Tags ? TopicDesk.PathOf(await Blog.TagAsync("Sociaal", "sociaal")) : TopicDesk.PathOf(await Blog.CategoryAsync("Sociaal"));
}
