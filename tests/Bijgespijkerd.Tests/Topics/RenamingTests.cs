using System.Net;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Tests.Topics;

public sealed class RenamingTests : BlogTests
{
    [Fact]
    public async Task Every_form_of_the_old_address_leads_to_the_new_one_for_ever()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        var category = await Blog.CategoryAsync("Sociaal");
        await Blog.TellAsync(new Tale("Een plan") { Categories = ["Sociaal"], Tags = ["planning"] });
        var tag = await Blog.TagNamedAsync("planning");

        await desk.RenameAsync(TopicDesk.PathOf(category), "Sociale media", "sociale-media");
        await desk.RenameAsync(TopicDesk.PathOf(tag), "Plannen", "plannen");

        foreach (var rest in new[] { "", "/pagina/2", "/feed", "/feed/atom", "/feed?a=1" })
        {
            Assert.Equal((301, "/categorie/sociale-media" + rest), await Blog.GoAsync("/categorie/sociaal" + rest));
            Assert.Equal((301, "/tag/plannen" + rest), await Blog.GoAsync("/tag/planning" + rest));
        }

        using var head = new HttpRequestMessage(HttpMethod.Head, "/categorie/sociaal");
        var answer = await Blog.Visitor().SendAsync(head);
        Assert.Equal((HttpStatusCode.MovedPermanently, true), (answer.StatusCode, answer.Headers.CacheControl!.NoCache));
        Assert.Equal("Sociale media", (await Blog.Visitor().OpenAsync("/categorie/sociale-media")).Text("h1"));
        Assert.Equal((404, null), await Blog.GoAsync("/categorie/nergens"));
    }

    [Fact]
    public async Task After_several_names_each_leads_straight_to_the_last_and_one_that_is_used_again_wins()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        var category = await Blog.CategoryAsync("Een");
        await desk.RenameAsync(TopicDesk.PathOf(category), "Twee", "twee");
        await desk.RenameAsync(TopicDesk.PathOf(category), "Drie", "drie");
        Assert.Equal((301, "/categorie/drie"), await Blog.GoAsync("/categorie/een"));
        Assert.Equal((301, "/categorie/drie"), await Blog.GoAsync("/categorie/twee"));

        await desk.PressAsync(TopicDesk.Categories + "/nieuw", ("Name", "Twee"), ("Slug", "twee"));
        await desk.RenameAsync(TopicDesk.PathOf(category), "Een", "een");

        Assert.Equal((200, null), await Blog.GoAsync("/categorie/twee"));
        Assert.Equal((200, null), await Blog.GoAsync("/categorie/een"));
        Assert.Equal((301, "/categorie/een"), await Blog.GoAsync("/categorie/drie"));
    }

    [Fact]
    public async Task A_rename_is_undone_with_one_button()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        var above = await Blog.CategoryAsync("Alles");
        var category = await Blog.CategoryAsync("Sociaal", under: "Alles", description: "Wat mensen <doen>.");

        var done = await desk.RenameAsync(TopicDesk.PathOf(category), "Iets", "iets");
        var list = await desk.FollowAsync(done);
        var button = list[".flash form"];
        await desk.PressAsync(button.GetAttribute("action")!, [.. button.QuerySelectorAll("input[type=hidden]:not([name^=__])").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!))]);

        var stored = await Blog.CategoryNamedAsync("Sociaal");
        Assert.Equal(("sociaal", "Wat mensen <doen>.", above.Id), (stored.Slug, stored.Description, stored.ParentId));
        Assert.Equal((200, null), await Blog.GoAsync("/categorie/sociaal"));
        Assert.Equal((301, "/categorie/sociaal"), await Blog.GoAsync("/categorie/iets"));
        Assert.False((await desk.OpenAsync(TopicDesk.Categories)).Has(".flash form"));
    }

    [Theory]
    [InlineData("Name", "", "sociaal")]
    [InlineData("Name", "Sociaal, en meer", "sociaal")]
    [InlineData("Name", "\u200B", "sociaal")]
    [InlineData("Name", "\u202E \u200B", "sociaal")]
    [InlineData("Slug", "Sociaal", "webcare")]
    [InlineData("Slug", "Sociaal", "WebCare")]
    [InlineData("Slug", "Sociaal", "feed")]
    [InlineData("Slug", "Sociaal", "pagina")]
    [InlineData("Slug", "Sociaal", "日本")]
    public async Task What_cannot_be_is_refused_beside_its_field_and_nothing_changes(string field, string name, string slug)
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        var category = await Blog.CategoryAsync("Sociaal");
        await Blog.CategoryAsync("Webcare");

        var page = await desk.RenameAsync(TopicDesk.PathOf(category), name, slug);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.True(page.Has($"[name={field}][aria-invalid]"));
        Assert.Equal(slug, page["[name=Slug]"].GetAttribute("value"));
        Assert.Equal("sociaal", (await Blog.CategoryNamedAsync("Sociaal")).Slug);
    }

    [Fact]
    public async Task Two_tags_cannot_have_one_name()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        await Blog.TagAsync("Planning", "planning");
        var other = await Blog.TagAsync("Plannen", "plannen");

        var page = await desk.RenameAsync(TopicDesk.PathOf(other), "planning", "plannen");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.True(page.Has("[name=Name][aria-invalid]"));
    }

    [Fact]
    public async Task A_category_never_stands_under_itself()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        var top = await Blog.CategoryAsync("Boven");
        await Blog.CategoryAsync("Midden", under: "Boven");
        var low = await Blog.CategoryAsync("Onder", under: "Midden");

        Assert.Equal([""], (await desk.OpenAsync(TopicDesk.PathOf(top))).All("[name=Parent] option").Select(o => o.GetAttribute("value")));
        foreach (var id in new[] { top.Id, low.Id })
        {
            var page = await desk.RenameAsync(TopicDesk.PathOf(top), "Boven", "boven", $"{id}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.True(page.Has("[name=Parent][aria-invalid]"));
        }

        await desk.RenameAsync(TopicDesk.PathOf(low), "Onder", "onder", "");
        Assert.Null((await Blog.CategoryNamedAsync("Onder")).ParentId);
    }

    [Fact]
    public async Task A_tag_of_drafts_only_is_known_to_nobody_by_no_name()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        await Blog.TellAsync(new Tale("Geheim") { Tags = ["overname"], State = PostState.Draft });
        var tag = await Blog.TagNamedAsync("overname");

        await desk.RenameAsync(TopicDesk.PathOf(tag), "fusie", "fusie");
        Assert.Equal((404, null), await Blog.GoAsync("/tag/overname"));

        await desk.PressAsync(TopicDesk.PathOf(tag) + "/verwijderen");
        Assert.Equal((404, null), await Blog.GoAsync("/tag/fusie"));
        Assert.Equal((404, null), await Blog.GoAsync("/tag/overname"));
    }
}
