using System.Net;
using Bijgespijkerd.Web.Editing.Sharing;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Editing;

public sealed class PreviewLinkTests : BlogTests
{
    [Fact]
    public async Task Who_has_the_link_reads_the_working_version_until_it_is_taken_back()
    {
        var (desk, outsider) = (await Blog.DeskAsync(), Blog.Visitor());
        var draft = await Blog.TellAsync(new Tale("Nog geheim") { State = PostState.Draft });
        var made = await desk.PressAsync(Desk.PathOf(draft) + "/deellink", Desk.PathOf(draft) + "/deellink");
        var link = new Uri(made["#deellink"].GetAttribute("value")!).AbsolutePath;
        await desk.WriteAsync(Desk.PathOf(draft), "opslaan", ("Markdown", "De **nieuwste** versie."));

        var page = await outsider.OpenAsync(link);

        Assert.Equal((HttpStatusCode.OK, "nieuwste", "Nog geheim"), (page.Status, page.Text("article.h-entry .e-content strong"), page.Text("article h1")));
        Assert.Equal("noindex", page["meta[name=robots]"].GetAttribute("content"));
        Assert.Equal("noindex, nofollow", page.Answer.Headers.GetValues("X-Robots-Tag").Single());
        Assert.Equal("no-referrer", page.Answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("no-store", page.Answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.False(page.Has("link[rel=canonical]") || page.Answer.Headers.Contains("Set-Cookie") || page.Has("form#reageren"));
        Assert.False((await desk.OpenAsync(Desk.PathOf(draft) + "/deellink")).Has("#deellink"));

        var action = (await desk.OpenAsync(Desk.PathOf(draft) + "/deellink"))["form[action$=intrekken]"].GetAttribute("action")!;
        await desk.PressAsync(Desk.PathOf(draft) + "/deellink", action);
        Assert.Equal(HttpStatusCode.NotFound, (await outsider.OpenAsync(link)).Status);
    }

    [Fact]
    public async Task The_database_holds_nothing_that_opens_it()
    {
        var desk = await Blog.DeskAsync();
        var draft = await Blog.TellAsync(new Tale("Nog geheim") { State = PostState.Draft });
        var made = await desk.PressAsync(Desk.PathOf(draft) + "/deellink", Desk.PathOf(draft) + "/deellink");
        var key = made["#deellink"].GetAttribute("value")!.Split('/')[^1];

        var stored = await Blog.ReadAsync(db => db.Set<PreviewLink>().SingleAsync());

        Assert.Equal(22, key.Length);
        Assert.Equal(32, stored.KeyHash.Length);
        Assert.Equal(PreviewLink.HashOf(key), stored.KeyHash);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Another_key_opens_nothing(string key)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await Blog.Visitor().OpenAsync("/voorbeeld/" + key)).Status);
    }

    [Fact]
    public async Task A_page_is_shown_as_a_page_and_the_trash_is_closed()
    {
        var desk = await Blog.DeskAsync(role: Web.Accounts.Role.Editor);
        var draft = await Blog.TellAsync(new Tale("Over ons") { State = PostState.Draft, Kind = PostKind.Page });
        var made = await desk.PressAsync(Desk.PathOf(draft) + "/deellink", Desk.PathOf(draft) + "/deellink");
        var link = new Uri(made["#deellink"].GetAttribute("value")!).AbsolutePath;

        Assert.Equal("Over ons", (await Blog.Visitor().OpenAsync(link)).Text("h1"));
        await desk.PressAsync(Desk.PathOf(draft), Desk.PathOf(draft) + "/prullenbak");
        Assert.Equal(HttpStatusCode.NotFound, (await Blog.Visitor().OpenAsync(link)).Status);
    }
}
