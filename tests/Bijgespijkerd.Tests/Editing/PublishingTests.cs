using System.Net;
using Bijgespijkerd.Web.Editing.Revisions;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Tests.Editing;

public sealed class PublishingTests : BlogTests
{
    [Fact]
    public async Task A_new_article_can_be_published_in_one_go_and_stands_everywhere()
    {
        await Blog.CategoryAsync("Webcare");
        await Blog.TellAsync(new Tale("Eerder") { Categories = ["Webcare"], Tags = ["toon"] });
        var (desk, reader) = (await Blog.DeskAsync(), Blog.Visitor());
        string[] lists = ["/", "/feed", "/categorie/webcare", "/tag/toon", "/archief/2026/05", "/auteur/femke-oudshoorn", "/artikel/eerder"];
        foreach (var list in lists)
        {
            await reader.OpenAsync(list);
        }

        Blog.Clock.Pass(TimeSpan.FromMinutes(1));
        var answer = await desk.WriteAsync("/beheer/artikelen/nieuw", "publiceer", ("Title", "De toon van een excuus"), ("Markdown", "Zeg sorry."), ("Category", "webcare"), ("Tags", "toon"));

        var post = await Blog.NewestPostAsync();
        Assert.Equal((PostState.Published, (DateTimeOffset?)Blog.Clock.GetUtcNow()), (post.State, post.PublishedAt));
        Assert.Contains("Gepubliceerd om 09:13", (await desk.FollowAsync(answer)).Text(".flash"), StringComparison.Ordinal);
        Assert.Equal("Zeg sorry.", (await reader.OpenAsync("/artikel/de-toon-van-een-excuus")).Text(".e-content p"));
        foreach (var list in lists)
        {
            Assert.Contains("De toon van een excuus", (await reader.OpenAsync(list)).Source, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_title_it_is_kept_and_not_published()
    {
        var desk = await Blog.DeskAsync();

        var page = await desk.WriteAsync("/beheer/artikelen/nieuw", "publiceer", ("Markdown", "Zonder titel."));

        var post = await Blog.NewestPostAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.StartsWith("Fout:", page.Title, StringComparison.Ordinal);
        Assert.Equal("#titel", page["#nakijken a"].GetAttribute("href"));
        Assert.Equal("Zonder titel.", page["#tekst"].TextContent);
        Assert.Equal((PostState.Draft, "Zonder titel."), (post.State, post.Markdown));
        var forced = await desk.SendFormAsync(Desk.PathOf(post), page.Fields("form.ed", "toch-publiceren"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, PostState.Draft), (forced.Status, (await Blog.PostAsync(post.Id)).State));
    }

    [Fact]
    public async Task Errors_are_asked_about_once_and_then_taken()
    {
        var desk = await Blog.DeskAsync();
        var draft = await Blog.TellAsync(new Tale("Met fouten") { State = PostState.Draft });

        var asked = await desk.WriteAsync(Desk.PathOf(draft), "publiceer", ("Markdown", "Zie [dit](/artikel/bestaat-niet)."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("/artikel/bestaat-niet", asked.Text("#nakijken"), StringComparison.Ordinal);
        Assert.Equal(PostState.Draft, (await Blog.PostAsync(draft.Id)).State);
        var answer = await desk.SendFormAsync(Desk.PathOf(draft), asked.Fields("form.ed", "toch-publiceren"));
        Assert.Equal((HttpStatusCode.SeeOther, PostState.Published), (answer.Status, (await Blog.PostAsync(draft.Id)).State));
    }

    [Fact]
    public async Task Warnings_do_not_stand_in_the_way()
    {
        var desk = await Blog.DeskAsync();
        var draft = await Blog.TellAsync(new Tale("Lang") { State = PostState.Draft });

        var answer = await desk.WriteAsync(Desk.PathOf(draft), "publiceer", ("Markdown", string.Join(' ', Enumerable.Repeat("woord", 201))));

        Assert.Equal((HttpStatusCode.SeeOther, PostState.Published), (answer.Status, (await Blog.PostAsync(draft.Id)).State));
        Assert.Contains("201 woorden", (await desk.FollowAsync(answer)).Text("#nakijken"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-05-19T08:00", "2026-05-19T06:00:00Z")]
    [InlineData("2026-03-29T02:30", "2026-03-29T01:30:00Z")]
    [InlineData("2026-10-25T02:30", "2026-10-25T00:30:00Z")]
    [InlineData("2027-03-28T02:00", "2027-03-28T01:00:00Z")]
    [InlineData("2027-10-31T02:59", "2027-10-31T00:59:00Z")]
    [InlineData("2027-10-31T03:00", "2027-10-31T02:00:00Z")]
    public async Task A_planned_moment_is_local_time_also_when_the_clock_changes(string typed, string planned)
    {
        Blog.Clock.Set(DateTimeOffset.Parse("2026-01-10T09:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        var desk = await Blog.DeskAsync();

        await desk.WriteAsync("/beheer/artikelen/nieuw", "publiceer", ("Title", "Later"), ("PublishAt", typed));

        var post = await Blog.NewestPostAsync();
        Assert.Equal((PostState.Scheduled, (DateTimeOffset?)DateTimeOffset.Parse(planned, System.Globalization.CultureInfo.InvariantCulture)), (post.State, post.PublishedAt));
        Assert.Equal(RevisionKind.Scheduled, (await Blog.RevisionsAsync(post.Id))[^1].Kind);
        Assert.Equal(HttpStatusCode.NotFound, (await Blog.Visitor().OpenAsync(post.Path)).Status);
    }

    [Fact]
    public async Task A_moment_that_has_passed_is_now()
    {
        var desk = await Blog.DeskAsync();

        await desk.WriteAsync("/beheer/artikelen/nieuw", "publiceer", ("Title", "Nu"), ("PublishAt", "2026-05-14T09:00"));

        var post = await Blog.NewestPostAsync();
        Assert.Equal((PostState.Published, (DateTimeOffset?)Blog.Clock.GetUtcNow()), (post.State, post.PublishedAt));
    }

    [Fact]
    public async Task A_planned_article_can_go_out_at_once()
    {
        var desk = await Blog.DeskAsync();
        var post = await Blog.TellAsync(new Tale("Gepland") { State = PostState.Scheduled });

        await desk.WriteAsync(Desk.PathOf(post), "publiceer", ("PublishAt", ""), ("PublishTime", ""));

        var stored = await Blog.PostAsync(post.Id);
        Assert.Equal((PostState.Published, (DateTimeOffset?)Blog.Clock.GetUtcNow()), (stored.State, stored.PublishedAt));
    }

    [Fact]
    public async Task A_new_address_leaves_the_old_one_leading_to_it()
    {
        var (desk, reader) = (await Blog.DeskAsync(), Blog.Visitor());
        var post = await Blog.TellAsync(new Tale("Eerste naam"));
        await Blog.TellAsync(new Tale("Bezet"));

        await desk.WriteAsync(Desk.PathOf(post), "publiceer", ("Slug", "tweede-naam"));
        var moved = await reader.OpenAsync("/artikel/eerste-naam");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/artikel/tweede-naam"), (moved.Status, moved.PlaceOf()));

        await desk.WriteAsync(Desk.PathOf(post), "publiceer", ("Slug", "eerste-naam"));
        Assert.Equal(HttpStatusCode.OK, (await reader.OpenAsync("/artikel/eerste-naam")).Status);
        Assert.Equal("/artikel/eerste-naam", (await reader.OpenAsync("/artikel/tweede-naam")).PlaceOf());

        await desk.WriteAsync(Desk.PathOf(post), "toch-publiceren", ("Slug", "bezet"));
        Assert.Equal("bezet-2", (await Blog.PostAsync(post.Id)).Slug);
    }

    [Fact]
    public async Task An_address_that_once_led_elsewhere_is_not_given_away()
    {
        var desk = await Blog.DeskAsync();
        await Blog.MoveAsync(await Blog.TellAsync(new Tale("Oude naam")), "nieuwe-naam");
        await Blog.DeleteAsync(await Blog.TellAsync(new Tale("Weg ermee")));

        await desk.WriteAsync("/beheer/artikelen/nieuw", "toch-publiceren", ("Title", "Oude naam"));
        Assert.Equal("oude-naam-2", (await Blog.NewestPostAsync()).Slug);
        await desk.WriteAsync("/beheer/artikelen/nieuw", "toch-publiceren", ("Title", "Weg ermee"));
        Assert.Equal("weg-ermee-2", (await Blog.NewestPostAsync()).Slug);
        Assert.Equal(HttpStatusCode.Gone, (await Blog.Visitor().OpenAsync("/artikel/weg-ermee")).Status);
    }
}
