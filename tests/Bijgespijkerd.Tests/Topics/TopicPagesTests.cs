using System.Net;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Tests.Topics;

public sealed class TopicPagesTests : BlogTests
{
    [Fact]
    public async Task A_list_counts_articles_in_any_state_and_is_searched_by_name_and_address()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        await Blog.CategoryAsync("Sociaal");
        await Blog.CategoryAsync("Webcare", under: "Sociaal");
        await Blog.TellAsync(new Tale("Op de site") { Categories = ["Webcare"], Tags = ["planning"] });
        await Blog.TellAsync(new Tale("Concept") { Categories = ["Webcare"], Tags = ["planning", "stil"], State = PostState.Draft });

        var categories = await desk.OpenAsync(TopicDesk.Categories);
        Assert.Equal(["Sociaal", "Webcare onder Sociaal"], categories.All("td.main").Select(c => string.Join(' ', c.Children.Select(e => e.TextContent))));
        Assert.Equal(["0", "2"], categories.All("td.num").Select(c => c.TextContent));
        Assert.Equal(["2", "1"], (await desk.OpenAsync(TopicDesk.Tags)).All("td.num").Select(c => c.TextContent));

        Assert.Equal("Webcare", Assert.Single((await desk.OpenAsync(TopicDesk.Categories + "?q=bCaR")).All("td.main a")).TextContent);
        Assert.Equal("stil", Assert.Single((await desk.OpenAsync(TopicDesk.Tags + "?q=sti")).All("td.main a")).TextContent);
        Assert.False((await desk.OpenAsync(TopicDesk.Tags + "?q=%25")).Has("td.main"));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync(TopicDesk.Tags + "?p=2")).Status);
    }

    [Fact]
    public async Task Many_are_shown_some_at_a_time()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        foreach (var n in Enumerable.Range(100, 51))
        {
            await Blog.TagAsync($"label {n}", $"label-{n}");
        }

        var first = await desk.OpenAsync(TopicDesk.Tags);
        Assert.Equal(50, first.All("td.main").Count);
        Assert.Equal("label 150", Assert.Single((await desk.OpenAsync(first["a[rel=next]"].GetAttribute("href")!)).All("td.main a")).TextContent);
    }

    [Fact]
    public async Task What_is_added_is_there_with_an_address_made_of_its_name()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        var above = await Blog.CategoryAsync("Sociaal");

        var done = await desk.PressAsync(TopicDesk.Categories + "/nieuw", ("Name", "Vóór de koffie"), ("Description", "Kort."), ("Parent", $"{above.Id}"));
        await desk.PressAsync(TopicDesk.Categories + "/nieuw", ("Name", "Voor de koffie"));
        await desk.PressAsync(TopicDesk.Tags + "/nieuw", ("Name", "C#"), ("Slug", "C Sharp"));

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        var category = await Blog.CategoryNamedAsync("Vóór de koffie");
        Assert.Equal(("voor-de-koffie", "Kort.", "Sociaal"), (category.Slug, category.Description, category.Parent!.Name));
        Assert.Equal("voor-de-koffie-2", (await Blog.CategoryNamedAsync("Voor de koffie")).Slug);
        Assert.Equal("c-sharp", (await Blog.TagNamedAsync("C#")).Slug);
        Assert.Contains("TopicAdded", await Blog.AuditAsync());
    }

    [Fact]
    public async Task Fields_that_are_not_in_the_form_change_nothing()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        var category = await Blog.CategoryAsync("Sociaal");
        var names = typeof(Category).GetProperties().Select(p => p.Name).Except(["Name", "Slug", "Description", "Parent"]);

        await desk.PressAsync(TopicDesk.PathOf(category), [("Name", "Anders"), ("Slug", "sociaal"), .. names.Select(n => (n, "77"))]);

        var stored = await Blog.CategoryNamedAsync("Anders");
        Assert.Equal((category.Id, "sociaal", 0, null), (stored.Id, stored.Slug, stored.ArticleCount, stored.ParentId));
    }
}
