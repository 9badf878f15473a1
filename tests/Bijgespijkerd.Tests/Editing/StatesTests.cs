using System.Net;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Editing;

public sealed class StatesTests : BlogTests
{
    [Fact]
    public async Task Taken_off_the_site_it_is_a_draft_that_nobody_finds()
    {
        var (desk, reader) = (await Blog.DeskAsync(), Blog.Visitor());
        var post = await Blog.TellAsync(new Tale("Een plan"));
        await reader.OpenAsync(post.Path);
        await reader.OpenAsync("/");

        var answer = await desk.PressAsync(Desk.PathOf(post), Desk.PathOf(post) + "/concept");

        Assert.Equal((HttpStatusCode.SeeOther, PostState.Draft), (answer.Status, (await Blog.PostAsync(post.Id)).State));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.OpenAsync(post.Path)).Status);
        Assert.DoesNotContain("Een plan", (await reader.OpenAsync("/")).Source, StringComparison.Ordinal);
        Blog.Clock.Pass(TimeSpan.FromDays(3));
        await desk.WriteAsync(Desk.PathOf(post), "publiceer");
        Assert.Equal(post.PublishedAt, (await Blog.PostAsync(post.Id)).PublishedAt);
    }

    [Fact]
    public async Task Several_go_to_the_trash_at_once_and_come_back_as_they_were()
    {
        var (desk, reader) = (await Blog.DeskAsync(), Blog.Visitor());
        var shown = await Blog.TellAsync(new Tale("Op de site"));
        var planned = await Blog.TellAsync(new Tale("Gepland") { State = PostState.Scheduled });
        var draft = await Blog.TellAsync(new Tale("Concept") { State = PostState.Draft });

        var list = await desk.OpenAsync("/beheer/artikelen?staat=");
        var body = list.Fields("#lijst").Where(f => f.Key != "ids").Select(f => KeyValuePair.Create(f.Key, f.Value)).ToList();
        body.Add(new("actie", "prullenbak"));
        body.AddRange(new[] { shown, planned, draft }.Select(p => KeyValuePair.Create("ids", $"{p.Id}")));
        var moved = await desk.SendFormAsync("/beheer/artikelen", body);
        var after = await desk.FollowAsync(moved);

        Assert.Equal(HttpStatusCode.SeeOther, moved.Status);
        Assert.Contains("3 stukken staan in de prullenbak", after.Text(".flash"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.OpenAsync(shown.Path)).Status);
        Assert.Equal(3, (await desk.OpenAsync("/beheer/artikelen?staat=prullenbak")).All("tbody tr").Count);

        var undo = after.Fields("form.flash");
        undo["herstel"] = after["form.flash button"].GetAttribute("value")!;
        await desk.SendFormAsync("/beheer/artikelen/herstel", undo);

        Assert.Equal(HttpStatusCode.OK, (await reader.OpenAsync(shown.Path)).Status);
        Assert.Equal((PostState.Scheduled, planned.PublishedAt), ((await Blog.PostAsync(planned.Id)).State, (await Blog.PostAsync(planned.Id)).PublishedAt));
        Assert.Equal(PostState.Draft, (await Blog.PostAsync(draft.Id)).State);
    }

    [Fact]
    public async Task What_readers_knew_is_gone_for_good_also_after_it_was_planned_again()
    {
        var desk = await Blog.DeskAsync();
        var post = await Blog.TellAsync(new Tale("Ooit gelezen"));
        await desk.PressAsync(Desk.PathOf(post), Desk.PathOf(post) + "/concept");
        await desk.WriteAsync(Desk.PathOf(post), "publiceer", ("PublishAt", "2090-01-01T10:00"));
        Assert.Equal(PostState.Scheduled, (await Blog.PostAsync(post.Id)).State);

        await desk.PressAsync(Desk.PathOf(post), Desk.PathOf(post) + "/prullenbak");
        await desk.PressAsync(Desk.PathOf(post) + "/verwijderen", Desk.PathOf(post) + "/verwijderen");

        Assert.Equal(HttpStatusCode.Gone, (await Blog.Visitor().OpenAsync(post.Path)).Status);
    }

    [Fact]
    public async Task An_undo_that_somebody_made_up_publishes_nothing()
    {
        var desk = await Blog.DeskAsync();
        var draft = await Blog.TellAsync(new Tale("Concept") { State = PostState.Draft });

        await desk.SendAsync("/beheer/artikelen/herstel", ("herstel", $"{draft.Id}.2,x,1.2.3.4,99999999999999999999.1,{draft.Id}.9"));

        Assert.Equal(PostState.Draft, (await Blog.PostAsync(draft.Id)).State);
    }

    [Fact]
    public async Task Deleting_for_good_asks_first_and_leaves_a_gone_address()
    {
        var (desk, reader) = (await Blog.DeskAsync(), Blog.Visitor());
        var post = await Blog.TellAsync(new Tale("Weg ermee"));
        await Blog.CommentAsync(post);
        await desk.WriteAsync(Desk.PathOf(post), "publiceer", ("Slug", "weg"));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync(Desk.PathOf(post) + "/verwijderen")).Status);
        await desk.PressAsync(Desk.PathOf(post), Desk.PathOf(post) + "/prullenbak");

        var asked = await desk.OpenAsync(Desk.PathOf(post) + "/verwijderen");
        var answer = await desk.PressAsync(Desk.PathOf(post) + "/verwijderen", Desk.PathOf(post) + "/verwijderen");

        Assert.Contains("alle reacties (1)", asked.Text(".panel"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal(HttpStatusCode.Gone, (await reader.OpenAsync("/artikel/weg")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await reader.OpenAsync("/artikel/weg-ermee")).Status);
        Assert.Equal((0, 0), await Blog.ReadAsync(async db => (await db.Posts.CountAsync(), await db.Comments.CountAsync())));
        Assert.Empty(await Blog.RevisionsAsync(post.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync(Desk.PathOf(post))).Status);
    }

    [Fact]
    public async Task A_draft_that_was_never_public_leaves_no_address()
    {
        var desk = await Blog.DeskAsync();
        var draft = await Blog.TellAsync(new Tale("Nooit gezien") { State = PostState.Scheduled });
        await desk.PressAsync(Desk.PathOf(draft), Desk.PathOf(draft) + "/prullenbak");
        await desk.PressAsync(Desk.PathOf(draft) + "/verwijderen", Desk.PathOf(draft) + "/verwijderen");

        Assert.Equal(HttpStatusCode.NotFound, (await Blog.Visitor().OpenAsync(draft.Path)).Status);
    }

    [Fact]
    public async Task What_is_written_in_the_trash_is_kept()
    {
        var desk = await Blog.DeskAsync();
        var post = await Blog.TellAsync(new Tale("Weg") { State = PostState.Trash });

        await desk.WriteAsync(Desk.PathOf(post), "opslaan", ("Markdown", "Toch nog iets."));

        Assert.Equal("Toch nog iets.", (await desk.OpenAsync(Desk.PathOf(post)))["#tekst"].TextContent);
        Assert.Equal(PostState.Trash, (await Blog.PostAsync(post.Id)).State);
    }
}
