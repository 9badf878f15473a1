using System.Net;
using Bijgespijkerd.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Accounts.External;

/// <summary>Who is signed in makes a service a way into their account, and takes it away again.</summary>
public sealed class LinkingTests(SignInServer server) : IClassFixture<SignInServer>, IAsyncLifetime
{
    private readonly TestBlog _blog = new([.. server.As("Generic"), .. server.As("Google")]);

    public Task InitializeAsync()
    {
        _blog.Clock.Set(Journey.Later);
        return server.KnowsAsync("noor", Cast.Noor, Staff.Email(Role.Author), isVerified: true);
    }

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task A_linked_service_lets_its_owner_in_as_who_they_are_here()
    {
        var browser = await _blog.SignedInAsync(Role.Author);

        var linked = await browser.LinkAtAsync(server, "noor");

        Assert.Equal("/account#diensten", linked.Answer.Headers.Location!.ToString());
        var page = await browser.OpenAsync("/account");
        Assert.Contains("Dorpsplein is gekoppeld", page.Text(".flash"), StringComparison.Ordinal);
        Assert.Contains(Cast.Noor, page.Text("#diensten"), StringComparison.Ordinal);
        var arrived = await _blog.Visitor().SignInAtAsync(server, "noor");
        Assert.Equal("/beheer", arrived.Answer.Headers.Location!.ToString());
        Assert.Equal("De Author", (await _blog.ReadAsync(db => db.Accounts.SingleAsync())).Name);
    }

    [Fact]
    public async Task Linking_ends_other_sessions_tells_the_owner_and_stands_in_the_log()
    {
        var elsewhere = await _blog.SignedInAsync(Role.Author);
        var browser = await _blog.SignedInAsync(Role.Author);

        await browser.LinkAtAsync(server, "noor");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), ((await elsewhere.OpenAsync("/account")).Status, (await browser.OpenAsync("/account")).Status));
        Assert.Equal("LoginLinked", (await _blog.AuditAsync())[^1]);
        var letter = Assert.Single(await _blog.LettersAsync(1));
        Assert.StartsWith($"To: {Staff.Email(Role.Author)}", letter, StringComparison.Ordinal);
        Assert.Contains("gekoppeld waarmee je kunt inloggen: Dorpsplein", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unlinking_ends_other_sessions_and_the_service_opens_nothing_any_more()
    {
        var browser = await _blog.SignedInAsync(Role.Author);
        await browser.LinkAtAsync(server, "noor");
        var elsewhere = _blog.Visitor();
        await elsewhere.SignInAtAsync(server, "noor");
        var id = await _blog.ReadAsync(db => db.ExternalLogins.Select(l => l.Id).SingleAsync());

        await browser.PressAsync($"/account/diensten/{id}/ontkoppelen");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), ((await elsewhere.OpenAsync("/account")).Status, (await browser.OpenAsync("/account")).Status));
        Assert.Equal("/inloggen/dienst/mislukt?reden=bestaat", (await _blog.Visitor().SignInAtAsync(server, "noor")).Answer.Headers.Location!.ToString());
        Assert.Equal("LoginUnlinked", (await _blog.AuditAsync())[^1]);
        Assert.Equal(2, (await _blog.LettersAsync(2)).Count);
    }

    [Fact]
    public async Task The_last_way_in_stays()
    {
        await server.KnowsAsync("lezer", Cast.Tijmen);
        var browser = _blog.Visitor();
        await browser.SignInAtAsync(server, "lezer");
        var first = await _blog.ReadAsync(db => db.ExternalLogins.Select(l => l.Id).SingleAsync());

        await browser.PressAsync($"/account/diensten/{first}/ontkoppelen");
        Assert.Contains("enige manier", (await browser.OpenAsync("/account")).Text(".flash"), StringComparison.Ordinal);
        Assert.False((await browser.OpenAsync("/account")).Has($"form[action='/account/diensten/{first}/ontkoppelen']"));

        await browser.LinkAtAsync(server, "lezer", "google");
        await browser.PressAsync($"/account/diensten/{first}/ontkoppelen");
        Assert.Equal("Google", await _blog.ReadAsync(db => db.ExternalLogins.Select(l => l.ProviderName).SingleAsync()));
    }

    [Fact]
    public async Task Somebody_elses_link_cannot_be_taken_away()
    {
        await server.KnowsAsync("lezer", Cast.Tijmen);
        await _blog.Visitor().SignInAtAsync(server, "lezer");
        var browser = await _blog.SignedInAsync(Role.Administrator);
        var id = await _blog.ReadAsync(db => db.ExternalLogins.Select(l => l.Id).SingleAsync());

        await browser.PressAsync($"/account/diensten/{id}/ontkoppelen");

        Assert.Equal(1, await _blog.ReadAsync(db => db.ExternalLogins.CountAsync()));
    }

    [Fact]
    public async Task What_is_another_accounts_is_not_linked_twice()
    {
        await server.KnowsAsync("lezer", Cast.Tijmen);
        await _blog.Visitor().SignInAtAsync(server, "lezer");
        var browser = await _blog.SignedInAsync(Role.Author);

        var refused = await browser.LinkAtAsync(server, "lezer");

        Assert.Equal("/inloggen/dienst/mislukt?reden=elders", refused.Answer.Headers.Location!.ToString());
        Assert.Equal(Cast.Tijmen, await _blog.ReadAsync(db => db.ExternalLogins.Select(l => l.Account!.Name).SingleAsync()));
    }

    [Fact]
    public async Task A_link_that_somebody_else_began_is_not_made_in_this_browser()
    {
        var browser = await _blog.SignedInAsync(Role.Author);
        var start = new Uri((await browser.PressAsync("/account/diensten/generic"))["main a.btn"].GetAttribute("href")!);
        var back = await server.PassAsync(start, "noor");
        await browser.PressAsync("/uitloggen");
        await _blog.StaffAsync(Role.Editor);
        await browser.SignInAsync(Staff.Email(Role.Editor), Staff.Password);

        Assert.Equal("/inloggen/dienst/mislukt?reden=uitgelogd", (await browser.OpenAsync(back)).Answer.Headers.Location!.ToString());
        Assert.Equal(0, await _blog.ReadAsync(db => db.ExternalLogins.CountAsync()));
    }

    [Fact]
    public async Task A_link_needs_the_token_of_its_form()
    {
        var browser = await _blog.SignedInAsync(Role.Author);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendFormAsync("/account/diensten/generic", new Dictionary<string, string>())).Status);
    }
}
