using Bijgespijkerd.Tests.Topics;
using Bijgespijkerd.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Editing;

/// <summary>Versions keep names of topics as text: what was renamed, merged or deleted since does not come back by them.</summary>
public sealed class FormerTopicTests : BlogTests
{
    [Fact]
    public async Task A_version_from_before_a_rename_leads_to_what_the_topic_is_now()
    {
        var desk = await Blog.DeskAsync(Cast.Femke, Role.Editor);
        var category = await Blog.CategoryAsync("Sociaal");
        await Blog.CategoryAsync("Webcare");
        await desk.WriteAsync("/beheer/artikelen/nieuw", "opslaan", ("Title", "Een plan"), ("Category", "sociaal"), ("Tags", "planning, C#"));
        var post = await Blog.NewestPostAsync();
        await desk.WriteAsync(Desk.PathOf(post), "opslaan", ("Category", "webcare"), ("Tags", ""), ("Markdown", "Later."));
        Blog.Clock.Pass(TimeSpan.FromMinutes(1));

        await desk.SendAsync(TopicDesk.PathOf(category), ("Name", "Sociale media"), ("Slug", "sociale-media"));
        await desk.SendAsync(TopicDesk.PathOf(await Blog.TagNamedAsync("planning")), ("Name", "plannen"), ("Slug", "plannen"));
        await desk.SendAsync(TopicDesk.PathOf(await Blog.TagNamedAsync("C#")), ("Name", "c-sharp"), ("Slug", "c-sharp"));
        await RestoreAsync(desk, post.Id, 1);

        var stored = await Blog.PostAsync(post.Id);
        Assert.Equal("Sociale media", Assert.Single(stored.Categories).Category!.Name);
        Assert.Equal(["c-sharp", "plannen"], stored.Tags.Select(t => t.Tag!.Name).Order(StringComparer.Ordinal));
        Assert.Equal(2, await Blog.ReadAsync(db => db.Tags.CountAsync()));
        var version = (await Blog.RevisionsAsync(post.Id))[^1];
        Assert.Equal(("sociale-media", "plannen, c-sharp"), (version.Categories, version.Tags));
    }

    [Fact]
    public async Task A_version_from_before_a_merge_names_what_stayed_and_what_was_deleted_stays_away()
    {
        var desk = await Blog.DeskAsync(Cast.Femke, Role.Editor);
        await Blog.TagAsync("agenda", "agenda");
        var gone = await Blog.CategoryAsync("Weg");
        await desk.WriteAsync("/beheer/artikelen/nieuw", "opslaan", ("Title", "Een plan"), ("Category", "weg"), ("Tags", "planning, sleur"));
        var post = await Blog.NewestPostAsync();
        Blog.Clock.Pass(TimeSpan.FromMinutes(1));
        await desk.SendAsync(TopicDesk.PathOf(await Blog.TagNamedAsync("planning")) + "/samenvoegen", ("Into", $"{(await Blog.TagNamedAsync("agenda")).Id}"));
        await desk.SendAsync(TopicDesk.PathOf(await Blog.TagNamedAsync("sleur")) + "/verwijderen");
        await desk.SendAsync(TopicDesk.PathOf(gone) + "/verwijderen");

        Assert.Equal("agenda", (await desk.OpenAsync(Desk.PathOf(post)))["#tags"].GetAttribute("value"));
        await desk.WriteAsync(Desk.PathOf(post), "opslaan", ("Markdown", "Later."));
        await RestoreAsync(desk, post.Id, 1);

        var stored = await Blog.PostAsync(post.Id);
        Assert.Equal("agenda", Assert.Single(stored.Tags).Tag!.Name);
        Assert.Empty(stored.Categories);
        Assert.Equal(["agenda"], await Blog.ReadAsync(db => db.Tags.Select(t => t.Name).ToListAsync()));
    }

    [Fact]
    public async Task What_somebody_types_after_it_was_deleted_is_new()
    {
        var desk = await Blog.DeskAsync(Cast.Femke, Role.Editor);
        await Blog.TellAsync(new Tale("Een plan") { Tags = ["sleur"] });
        await desk.SendAsync(TopicDesk.PathOf(await Blog.TagNamedAsync("sleur")) + "/verwijderen");
        Assert.Equal((410, null), await Blog.GoAsync("/tag/sleur"));

        Blog.Clock.Pass(TimeSpan.FromMinutes(1));
        await desk.WriteAsync("/beheer/artikelen/nieuw", "publiceer", ("Title", "Weer"), ("Markdown", "Tekst."), ("Tags", "sleur"));

        Assert.Equal((200, null), await Blog.GoAsync("/tag/sleur"));
        Assert.Equal("sleur", (await desk.OpenAsync(Desk.PathOf(await Blog.NewestPostAsync())))["#tags"].GetAttribute("value"));
    }

    [Fact]
    public async Task A_tag_whose_address_is_not_made_of_its_name_is_found_by_its_name()
    {
        var desk = await Blog.DeskAsync(Cast.Femke, Role.Editor);
        await Blog.TagAsync("C#", "c-sharp");
        await Blog.TagAsync("C", "c");

        await desk.WriteAsync("/beheer/artikelen/nieuw", "opslaan", ("Title", "Een plan"), ("Tags", "c#"));

        Assert.Equal("c-sharp", Assert.Single((await Blog.NewestPostAsync()).Tags).Tag!.Slug);
        Assert.Equal(2, await Blog.ReadAsync(db => db.Tags.CountAsync()));
    }

    private async Task RestoreAsync(HttpClient desk, long post, int number)
    {
        var newest = (await Blog.RevisionsAsync(post)).Max(r => r.Number);
        var answer = await desk.SendAsync($"/beheer/artikelen/{post}/versies/{number}", ("basis", $"{newest}"));
        Assert.Equal(303, (int)answer.Status);
    }
}
