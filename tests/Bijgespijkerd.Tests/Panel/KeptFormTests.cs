using System.Net;
using Bijgespijkerd.Tests.Editing;
using Bijgespijkerd.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Panel;

/// <summary>A form that came too late is given back whole, without script too.</summary>
public sealed class KeptFormTests : IAsyncLifetime
{
    private const string Typed = "Eerste regel van een lang stuk.\n\nTweede </textarea><b>regel</b> & \"meer\".";

    private readonly TestBlog _blog = new();

    public Task InitializeAsync() => _blog.StaffAsync(Role.Author);

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task Who_was_signed_out_while_typing_gets_the_text_back_and_sends_it_again_after_signing_in()
    {
        var author = await _blog.SignedInAsync(Role.Author);
        var form = await FilledAsync(author);
        await _blog.WriteAsync(async db =>
        {
            db.Sessions.RemoveRange(await db.Sessions.ToListAsync());
            return 0;
        });

        var kept = await SendAsync(author, form.Path, form.Fields);

        Assert.Equal(HttpStatusCode.Unauthorized, kept.Status);
        Assert.Equal("Je bent uitgelogd", kept.Text("h1"));
        Assert.False(kept.Has("main b"));
        Assert.Equal("no-store", kept.Answer.Headers.CacheControl!.ToString());
        await author.SignInAsync(Staff.Email(Role.Author), Staff.Password);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(author, kept["main form"].GetAttribute("action")!, kept.Fields("main form"))).Status);
        Assert.Equal(Typed, await StoredAsync());
    }

    [Fact]
    public async Task A_token_that_is_no_longer_good_does_not_cost_the_text()
    {
        var author = await _blog.SignedInAsync(Role.Author);
        var form = await FilledAsync(author);
        form.Fields["__RequestVerificationToken"] = "uit een vorig leven";

        var kept = await SendAsync(author, form.Path, form.Fields);

        Assert.Equal(HttpStatusCode.BadRequest, kept.Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(author, kept["main form"].GetAttribute("action")!, kept.Fields("main form"))).Status);
        Assert.Equal(Typed, await StoredAsync());
    }

    [Theory]
    [InlineData("cross-site", "text/html")]
    [InlineData("same-origin", "application/json")]
    public async Task Another_site_and_a_script_get_no_form(string fetchSite, string accept)
    {
        var answer = await SendAsync(_blog.Visitor(), "/beheer/artikelen/nieuw", new Dictionary<string, string> { ["Markdown"] = Typed }, fetchSite, accept);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.DoesNotContain("Eerste regel", answer.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_made_up_cannot_be_sent_with_one_press()
    {
        var kept = await SendAsync(_blog.Visitor(), "/beheer/artikelen/nieuw", new Dictionary<string, string> { ["Markdown"] = Typed });
        var author = await _blog.SignedInAsync(Role.Author);

        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(author, kept["main form"].GetAttribute("action")!, kept.Fields("main form"), "cross-site")).Status);
        Assert.Equal(0, await _blog.ReadAsync(db => db.Posts.CountAsync()));
    }

    private static async Task<(string Path, Dictionary<string, string> Fields)> FilledAsync(HttpClient author)
    {
        var page = await author.OpenAsync("/beheer/artikelen/nieuw");
        return (page["form.ed"].GetAttribute("action")!, page.Fields("form.ed", "opslaan", ("Title", "Te laat"), ("Markdown", Typed)));
    }

    private Task<string> StoredAsync() => _blog.ReadAsync(db => db.Posts.Select(p => p.Markdown).SingleAsync());

    private static async Task<Page> SendAsync(HttpClient browser, string path, Dictionary<string, string> fields, string fetchSite = "same-origin", string accept = "text/html")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Sec-Fetch-Site", fetchSite);
        request.Headers.Add("Accept", accept);
        return await Page.FromAsync(await browser.SendAsync(request));
    }
}
