using System.Net;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Tests.Editing;

/// <summary>Nobody reaches what is another's, by any address of the editor.</summary>
public sealed class OwnPostsTests : BlogTests
{
    private static readonly string[] Gets = ["", "/versies", "/versies/1", "/vergelijken/1", "/verwijderen", "/deellink", "?vanaf=1&op=1"];

    private static readonly string[] Posts =
        ["", "/bewaren", "/voorbeeld", "/concept", "/prullenbak", "/verwijderen", "/versies/1", "/vergelijken/1", "/deellink", "/deellink/1/intrekken"];

    [Theory]
    [InlineData(PostState.Draft)]
    [InlineData(PostState.Published)]
    [InlineData(PostState.Trash)]
    public async Task An_author_on_anothers_article_finds_nothing_there(PostState state)
    {
        var owner = await Blog.DeskAsync();
        var post = await Blog.TellAsync(new Tale("Van Femke") { State = state });
        await owner.WriteAsync(Desk.PathOf(post), "opslaan", ("Markdown", "Geheim."));
        var before = await Blog.RevisionsAsync(post.Id);
        var other = await Blog.DeskAsync("Ruben Tielbeke");

        foreach (var path in Gets)
        {
            var page = await other.OpenAsync(Desk.PathOf(post) + path);
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.DoesNotContain("Geheim", page.Source, StringComparison.Ordinal);
        }

        foreach (var path in Posts)
        {
            var page = await other.SendAsync(Desk.PathOf(post) + path, ("Title", "Gekaapt"), ("Markdown", "Gekaapt"), ("Basis", "9"), ("basis", "9"), ("Actie", "publiceer"));
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
        }

        await other.SendAsync("/beheer/artikelen", ("ids", $"{post.Id}"), ("actie", "concept"));
        await other.SendAsync("/beheer/artikelen/herstel", ("herstel", $"{post.Id}.2"));
        var stored = await Blog.PostAsync(post.Id);
        Assert.Equal((state, "Van Femke"), (stored.State, stored.Title));
        Assert.Equal(before.Select(r => r.Number), (await Blog.RevisionsAsync(post.Id)).Select(r => r.Number));
    }

    [Fact]
    public async Task An_author_makes_no_pages()
    {
        var desk = await Blog.DeskAsync();
        await Blog.TellAsync(new Tale("Over ons") { Kind = PostKind.Page, By = "Ruben Tielbeke" });

        Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync("/beheer/paginas")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync("/beheer/paginas/nieuw")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.SendAsync("/beheer/paginas/nieuw", ("Title", "Mijn pagina"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.SendAsync("/beheer/artikelen/nieuw/bewaren", ("Title", "Mijn pagina"), ("soort", "pagina"))).Status);
        Assert.Equal(1, await Blog.ReadAsync(db => Task.FromResult(db.Posts.Count())));
    }

    [Fact]
    public async Task A_moderator_writes_nothing()
    {
        var desk = await Blog.DeskAsync("Moderator", Role.Moderator);
        var post = await Blog.TellAsync(new Tale("Een plan"));

        foreach (var path in new[] { "/beheer/artikelen", "/beheer/paginas", "/beheer/artikelen/nieuw", Desk.PathOf(post), Desk.PathOf(post) + "/versies", Desk.PathOf(post) + "/deellink" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync(path)).Status);
        }
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_to_sign_in_or_refused()
    {
        var post = await Blog.TellAsync(new Tale("Een plan"));
        var visitor = Blog.Visitor();

        Assert.StartsWith("/inloggen", new Uri((await visitor.OpenAsync(Desk.PathOf(post))).PlaceOf()).AbsolutePath, StringComparison.Ordinal);
        foreach (var path in Posts)
        {
            var status = (await visitor.SendFormAsync(Desk.PathOf(post) + path, new Dictionary<string, string> { ["Markdown"] = "x" })).Status;
            Assert.True(status is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest, $"{path}: {status}");
        }
    }

    [Fact]
    public async Task A_form_without_a_token_does_nothing()
    {
        var desk = await Blog.DeskAsync();
        var post = await Blog.TellAsync(new Tale("Een plan"));

        foreach (var path in Posts.Select(p => Desk.PathOf(post) + p).Concat(["/beheer/artikelen", "/beheer/artikelen/herstel", "/beheer/artikelen/nieuw", "/beheer/artikelen/nieuw/bewaren"]))
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await desk.SendFormAsync(path, new Dictionary<string, string> { ["Markdown"] = "x" })).Status);
        }
    }

    [Fact]
    public async Task An_editor_edits_everybodys()
    {
        var desk = await Blog.DeskAsync("Redactie", Role.Editor);
        var post = await Blog.TellAsync(new Tale("Van Femke"));

        Assert.Equal(HttpStatusCode.SeeOther, (await desk.WriteAsync(Desk.PathOf(post), "publiceer", ("Markdown", "Verbeterd."))).Status);
        Assert.Equal(("Verbeterd.", Cast.Femke), ((await Blog.PostAsync(post.Id)).Markdown, (await Blog.PostAsync(post.Id)).Author!.Name));
    }
}
