using System.Net;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Editing;

/// <summary>The article is gone, or nothing can be stored: the text goes back to who typed it.</summary>
public sealed class TroubleAtTheDeskTests : BlogTests
{
    [Fact]
    public async Task An_article_that_was_deleted_meanwhile_can_be_kept_as_a_new_one()
    {
        var desk = await Blog.DeskAsync();
        var post = await Blog.TellAsync(new Tale("Straks weg") { State = PostState.Draft });
        var form = await desk.OpenAsync(Desk.PathOf(post));
        await Blog.WriteAsync(async db => db.Posts.Remove(await db.Posts.SingleAsync(p => p.Id == post.Id)).Entity);
        var typed = form.Fields("form.ed", "opslaan", ("Title", "Blijft"), ("Markdown", "Hier zat een middag in."));

        var script = await desk.SendFormAsync(Desk.PathOf(post) + "/bewaren", typed);
        var page = await desk.SendFormAsync(Desk.PathOf(post), typed);

        Assert.Equal(HttpStatusCode.NotFound, script.Status);
        Assert.Contains("\"gone\":true", script.Source, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, "Hier zat een middag in."), (page.Status, page["#tekst"].TextContent));
        Assert.Contains("Bewaar als nieuw artikel", page.Text("form.ed button[value=opslaan]"), StringComparison.Ordinal);
        var kept = await desk.SendFormAsync(page["form.ed"].GetAttribute("action")!, page.Fields("form.ed", "opslaan"));
        Assert.Equal(HttpStatusCode.SeeOther, kept.Status);
        var stored = await Blog.NewestPostAsync();
        Assert.Equal(("Blijft", "Hier zat een middag in.", PostState.Draft), (stored.Title, stored.Markdown, stored.State));
    }

    [Fact]
    public async Task A_page_that_was_deleted_meanwhile_is_kept_as_a_page()
    {
        var desk = await Blog.DeskAsync(role: Role.Editor);
        var post = await Blog.TellAsync(new Tale("Over ons") { Kind = PostKind.Page, State = PostState.Draft });
        var form = await desk.OpenAsync(Desk.PathOf(post));
        await Blog.WriteAsync(async db => db.Posts.Remove(await db.Posts.SingleAsync(p => p.Id == post.Id)).Entity);

        var page = await desk.SendFormAsync(Desk.PathOf(post), form.Fields("form.ed", "opslaan"));
        await desk.SendFormAsync(page["form.ed"].GetAttribute("action")!, page.Fields("form.ed", "opslaan"));

        Assert.Equal((PostKind.Page, "Over ons"), ((await Blog.NewestPostAsync()).Kind, (await Blog.NewestPostAsync()).Title));
    }

    [Fact]
    public async Task What_became_somebody_elses_gives_only_ones_own_text_back()
    {
        var desk = await Blog.DeskAsync();
        var post = await Blog.TellAsync(new Tale("Van Femke") { State = PostState.Draft });
        var form = await desk.OpenAsync(Desk.PathOf(post));
        var other = await Blog.AuthorAsync("Ruben Tielbeke");
        await Blog.WriteAsync(async db =>
        {
            (await db.Posts.SingleAsync(p => p.Id == post.Id)).WrittenBy(await db.Authors.SingleAsync(a => a.Id == other.Id));
            return true;
        });

        var page = await desk.SendFormAsync(Desk.PathOf(post), form.Fields("form.ed", "publiceer", ("Markdown", "Mijn woorden.")));

        Assert.Equal((HttpStatusCode.NotFound, "Mijn woorden."), (page.Status, page["#tekst"].TextContent));
        Assert.Equal((1, PostState.Draft), (await Blog.ReadAsync(db => db.Posts.CountAsync()), (await Blog.PostAsync(post.Id)).State));
    }

    [Theory]
    [InlineData("opslaan")]
    [InlineData("publiceer")]
    public async Task A_text_that_cannot_be_stored_is_given_back(string button)
    {
        var desk = await Blog.DeskAsync();
        var post = await Blog.TellAsync(new Tale("Een plan") { State = PostState.Draft });
        var (known, fresh) = (await desk.OpenAsync(Desk.PathOf(post)), await desk.OpenAsync("/beheer/artikelen/nieuw"));
        await using var other = await LockAsync();

        foreach (var (path, form) in new[] { (Desk.PathOf(post), known), ("/beheer/artikelen/nieuw", fresh) })
        {
            var typed = form.Fields("form.ed", button, ("Title", "Een plan"), ("Markdown", "Bewaar dit."));
            var page = await desk.SendFormAsync(path, typed);
            var script = await desk.SendFormAsync(path + "/bewaren", typed);

            Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (page.Status, script.Status));
            Assert.True(page.Answer.Headers.Contains("Retry-After") && script.Answer.Headers.Contains("Retry-After"));
            Assert.Equal("Bewaar dit.", page["#tekst"].TextContent);
            Assert.Contains("Probeer het over een halve minuut opnieuw", page.Text("#fouten"), StringComparison.Ordinal);
        }
    }

    private async Task<SqliteConnection> LockAsync()
    {
        var other = new SqliteConnection($"Data Source={Path.Combine(Blog.DataFolder, "bijgespijkerd.db")};Pooling=False");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
        return other;
    }
}
