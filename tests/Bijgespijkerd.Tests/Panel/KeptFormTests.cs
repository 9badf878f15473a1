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
    public async Task A_form_without_any_long_text_is_given_back_too()
    {
        var kept = await SendAsync(_blog.Visitor(), "/beheer/artikelen/nieuw", new() { ["Title"] = "Kort", ["Markdown"] = "Kort" });

        Assert.Equal((HttpStatusCode.Unauthorized, "Je bent uitgelogd"), (kept.Status, kept.Text("h1")));
        Assert.Equal("Kort", kept["main input[name=Markdown]"].GetAttribute("value"));
    }

    [Fact]
    public async Task A_password_is_never_given_back()
    {
        var answer = await SendAsync(_blog.Visitor(), "/account/wachtwoord", new() { ["Current"] = Staff.Password, ["Password"] = Staff.Password });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.DoesNotContain("paarse fiets", answer.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_as_long_as_can_be_whatever_its_letters_comes_back_and_is_stored()
    {
        var author = await _blog.SignedInAsync(Role.Author);
        var form = await FilledAsync(author);
        form.Fields["Markdown"] = string.Concat(Enumerable.Repeat("漢字", 240_000));

        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(author, form.Path, form.Fields)).Status);
        form.Fields["__RequestVerificationToken"] = "uit een vorig leven";
        Assert.Contains("漢字", (await SendAsync(author, form.Path, form.Fields)).Text("#getypt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_answered_in_Dutch()
    {
        var author = await _blog.SignedInAsync(Role.Author);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/beheer/artikelen/nieuw") { Content = new StringContent("Markdown=a%00b", System.Text.Encoding.ASCII, "application/x-www-form-urlencoded") };
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");

        var answer = await Page.FromAsync(await author.SendAsync(request));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.True(answer.Has("h1"), answer.Source);
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
    [InlineData(Role.Reader, "lezer")]
    [InlineData(Role.Moderator, "moderator")]
    public async Task Who_is_somebody_by_now_who_may_not_do_this_gets_the_text_back_and_it_is_stored_nowhere(Role role, string word)
    {
        var form = await FilledAsync(await _blog.SignedInAsync(Role.Author));
        var other = await _blog.DeskAsync(Cast.Tijmen, role);

        var kept = await SendAsync(other, form.Path, form.Fields);

        Assert.Equal(HttpStatusCode.NotFound, kept.Status);
        Assert.Contains($"ingelogd als {Cast.Tijmen} ({word})", kept.Text("main"), StringComparison.Ordinal);
        Assert.Equal($"Te laat\n\n{Typed}", kept["#getypt"].TextContent.TrimStart('\n').ReplaceLineEndings("\n"));
        Assert.DoesNotContain("__RequestVerificationToken", kept.Source, StringComparison.Ordinal);
        Assert.False(kept.Has("main b") || kept.Has("main form"));
        Assert.Equal("no-store", kept.Answer.Headers.CacheControl!.ToString());
        Assert.Equal(0, await _blog.ReadAsync(db => db.Posts.CountAsync()));
        Assert.DoesNotContain("Eerste regel", (await SendAsync(other, form.Path, [])).Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/beheer/paginas/nieuw", Role.Author)]
    [InlineData("/beheer/artikelen/1", Role.Moderator)]
    [InlineData("/beheer/artikelen/1", Role.Reader)]
    [InlineData("/beheer/onderwerpen/1", Role.Author)]
    [InlineData("/beheer/blokken/1", Role.Author)]
    [InlineData("/beheer/auteurs/1", Role.Reader)]
    [InlineData("/beheer/nergens/1", Role.Author)]
    public async Task At_any_address_of_the_panel_that_is_not_theirs_a_text_comes_back_and_looking_there_stays_nothing(string path, Role role)
    {
        var other = await _blog.DeskAsync(Cast.Tijmen, role);

        var kept = await SendAsync(other, path, new() { ["Body"] = Typed });

        Assert.Equal((HttpStatusCode.NotFound, Typed), (kept.Status, kept["#getypt"].TextContent.TrimStart('\n').ReplaceLineEndings("\n")));
        Assert.False((await other.OpenAsync(path)).Has("#getypt"));
    }

    [Theory]
    [InlineData("/beheer/artikelen/nieuw", "cross-site", "text/html")]
    [InlineData("/beheer/artikelen/nieuw", "same-origin", "application/json")]
    [InlineData("/account/passkeys/9/naam", "same-origin", "text/html")]
    public async Task Who_may_not_do_this_gets_nothing_back_for_another_site_a_script_or_an_account(string path, string fetchSite, string accept)
    {
        var answer = await SendAsync(await _blog.DeskAsync(Cast.Tijmen, Role.Reader), path, new() { ["Name"] = Typed }, fetchSite, accept);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.DoesNotContain("Eerste regel", answer.Source, StringComparison.Ordinal);
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

        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(author, kept["main form"].GetAttribute("action")!, kept.Fields("main form"), "cross-site")).Status);
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
