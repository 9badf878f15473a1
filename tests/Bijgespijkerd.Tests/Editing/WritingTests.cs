using System.Net;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Editing.Revisions;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Tests.Editing;

public sealed class WritingTests : BlogTests
{
    [Fact]
    public async Task A_new_article_is_a_draft_with_its_first_version()
    {
        await Blog.CategoryAsync("Webcare");
        var desk = await Blog.DeskAsync();

        var answer = await desk.WriteAsync("/beheer/artikelen/nieuw", "opslaan",
            ("Title", "Luisteren in drie kwartier"), ("Markdown", "Eén **plan**.\r\nTwee."), ("Category", "webcare"), ("Tags", "luisteren, onderzoek,"), ("Summary", "Kort."));

        var post = await Blog.NewestPostAsync();
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal(Desk.PathOf(post), answer.PlaceOf());
        Assert.Equal(("Luisteren in drie kwartier", "luisteren-in-drie-kwartier", PostState.Draft, "Kort."), (post.Title, post.Slug, post.State, post.Summary));
        Assert.Equal("Eén **plan**.\nTwee.", post.Markdown);
        Assert.Equal(Cast.Femke, post.Author!.Name);
        Assert.Equal("webcare", Assert.Single(post.Categories).Category!.Slug);
        Assert.Equal(["luisteren", "onderzoek"], post.Tags.Select(t => t.Tag!.Name).Order(StringComparer.Ordinal));
        var version = Assert.Single(await Blog.RevisionsAsync(post.Id));
        Assert.Equal((1, RevisionKind.Saved, Cast.Femke), (version.Number, version.Kind, version.ByName));
        var page = await desk.FollowAsync(answer);
        Assert.Contains("Opgeslagen om 09:12", page.Text(".flash"), StringComparison.Ordinal);
        Assert.Equal("plan", page.Text("#voorbeeld strong"));
        Assert.Equal("webcare", page["#ond option[selected]"].GetAttribute("value"));
        Assert.Equal(HttpStatusCode.NotFound, (await Blog.Visitor().OpenAsync(post.Path)).Status);
    }

    [Fact]
    public async Task A_draft_takes_a_save_at_once_also_its_address()
    {
        var desk = await Blog.DeskAsync();
        var draft = await Blog.TellAsync(new Tale("Oud") { State = PostState.Draft });

        await desk.WriteAsync(Desk.PathOf(draft), "opslaan", ("Title", "Nieuw"), ("Slug", "Een eigen ADRES"), ("Markdown", "Anders."));

        var post = await Blog.PostAsync(draft.Id);
        Assert.Equal(("Nieuw", "een-eigen-adres", "Anders."), (post.Title, post.Slug, post.Markdown));
        Assert.Equal([RevisionKind.Before, RevisionKind.Saved], (await Blog.RevisionsAsync(draft.Id)).Select(r => r.Kind));
        Assert.Empty(await Blog.ReadAsync(db => Task.FromResult(db.FormerSlugs.ToList())));
    }

    [Fact]
    public async Task What_readers_see_changes_only_when_it_is_put_on_the_site()
    {
        var desk = await Blog.DeskAsync();
        var post = await Blog.TellAsync(new Tale("Een plan") { Markdown = "Zoals het was.", Tags = ["planning"] });
        var reader = Blog.Visitor();
        await reader.OpenAsync(post.Path);

        await desk.WriteAsync(Desk.PathOf(post), "opslaan", ("Markdown", "Zoals het wordt."), ("Title", "Een beter plan"));
        var saved = await desk.OpenAsync(Desk.PathOf(post));

        Assert.Contains("Zoals het was.", (await reader.OpenAsync(post.Path)).Source, StringComparison.Ordinal);
        Assert.Contains("staat nog niet op de site", saved.Text(".ed > p.note"), StringComparison.Ordinal);
        Assert.Equal("Zoals het wordt.", saved["#tekst"].TextContent);
        Assert.Equal("Bijwerken", saved.Text("button[value=publiceer]"));

        var answer = await desk.WriteAsync(Desk.PathOf(post), "publiceer");

        Assert.Contains("Bijgewerkt", (await desk.FollowAsync(answer)).Text(".flash"), StringComparison.Ordinal);
        var page = await reader.OpenAsync("/artikel/een-plan");
        Assert.Contains("Zoals het wordt.", page.Source, StringComparison.Ordinal);
        Assert.Equal("Een beter plan", page.Text("h1"));
        Assert.Equal("planning", page.Text("a[rel=tag]"));
        Assert.False((await desk.OpenAsync(Desk.PathOf(post))).Has(".ed > p.note"));
    }

    [Fact]
    public async Task A_save_is_never_refused_for_what_can_only_not_be_published()
    {
        var desk = await Blog.DeskAsync();
        var title = new string('a', 300);

        var answer = await desk.WriteAsync("/beheer/artikelen/nieuw", "opslaan", ("Title", title), ("Markdown", "Iets."));

        var post = await Blog.NewestPostAsync();
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal("Zonder titel", post.Title);
        Assert.Equal(title, (await desk.OpenAsync(Desk.PathOf(post)))["#titel"].TextContent);
        var refused = await desk.WriteAsync(Desk.PathOf(post), "publiceer");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("hooguit 200 tekens", refused.Text("#nakijken"), StringComparison.Ordinal);
        Assert.False(refused.Has("button[value=toch-publiceren]"));
    }

    [Fact]
    public async Task What_is_too_long_to_keep_is_given_back()
    {
        var desk = await Blog.DeskAsync();
        var form = await desk.OpenAsync("/beheer/artikelen/nieuw");

        var page = await desk.SendFormAsync("/beheer/artikelen/nieuw", form.Fields("form.ed", "opslaan", ("Title", new string('a', 2_001)), ("Markdown", "Blijft staan.")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Blijft staan.", page["#tekst"].TextContent);
        Assert.Equal(0, await Blog.ReadAsync(db => Task.FromResult(db.Posts.Count())));
    }

    [Fact]
    public async Task A_preview_without_script_shows_the_text_and_stores_nothing()
    {
        var desk = await Blog.DeskAsync();
        var draft = await Blog.TellAsync(new Tale("Oud") { State = PostState.Draft });

        var page = await desk.WriteAsync(Desk.PathOf(draft), "voorbeeld", ("Markdown", "Met *nadruk*."));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("nadruk", page.Text("#voorbeeld em"));
        Assert.Equal("Met *nadruk*.", page["#tekst"].TextContent);
        Assert.Empty(await Blog.RevisionsAsync(draft.Id));
    }

    [Fact]
    public async Task Fields_that_are_not_in_the_form_change_nothing()
    {
        var desk = await Blog.DeskAsync();
        var other = await Blog.AuthorAsync("Ruben Tielbeke");
        var draft = await Blog.TellAsync(new Tale("Oud") { State = PostState.Draft });

        await desk.WriteAsync(Desk.PathOf(draft), "opslaan", [.. typeof(Post).GetProperties().Select(p => p.Name).Except(["Title", "Slug", "Summary", "Markdown"])
            .Select(name => (name, name.EndsWith("At", StringComparison.Ordinal) ? "2020-01-01T00:00" : name == "AuthorId" ? $"{other.Id}" : "2")), ("PublishAt", "")]);

        var post = await Blog.PostAsync(draft.Id);
        Assert.Equal((draft.AuthorId, PostState.Draft, draft.CreatedAt, (DateTimeOffset?)null, 0), (post.AuthorId, post.State, post.CreatedAt, post.PublishedAt, post.CommentCount));
    }

    [Fact]
    public async Task An_account_without_an_author_gets_one_with_its_first_article()
    {
        var desk = await Blog.DeskAsync("Beheerder", Role.Administrator);
        await Blog.WriteAsync(db =>
        {
            db.Entry(db.Accounts.Single()).Property(a => a.AuthorId).CurrentValue = null;
            return Task.FromResult(true);
        });

        await desk.WriteAsync("/beheer/artikelen/nieuw", "opslaan", ("Title", "Eerste"));
        await desk.WriteAsync("/beheer/artikelen/nieuw", "opslaan", ("Title", "Tweede"));

        var post = await Blog.NewestPostAsync();
        Assert.Equal(("Tweede", "Beheerder", "beheerder-2"), (post.Title, post.Author!.Name, post.Author.Slug));
    }

    [Fact]
    public async Task A_page_is_written_in_the_same_editor_with_less()
    {
        var desk = await Blog.DeskAsync(role: Role.Editor);

        var form = await desk.OpenAsync("/beheer/paginas/nieuw");
        await desk.SendFormAsync("/beheer/paginas/nieuw", form.Fields("form.ed", "publiceer", ("Title", "Zoeken"), ("Markdown", "Wie wij zijn.")));

        Assert.False(form.Has("#ond") || form.Has("#omslag") || form.Has("#tags"));
        var post = await Blog.NewestPostAsync();
        Assert.Equal((PostKind.Page, PostState.Draft, "zoeken-2"), (post.Kind, post.State, post.Slug));
        await desk.WriteAsync(Desk.PathOf(post), "publiceer", ("Title", "Over ons"), ("Slug", ""));
        Assert.Contains("Wie wij zijn.", (await Blog.Visitor().OpenAsync("/over-ons")).Source, StringComparison.Ordinal);
        Assert.Contains("Over ons", (await desk.OpenAsync("/beheer/paginas")).Source, StringComparison.Ordinal);
        Assert.DoesNotContain("Over ons", (await desk.OpenAsync("/beheer/artikelen")).Source, StringComparison.Ordinal);
    }
}
