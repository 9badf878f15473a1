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
        var start = new Uri((await browser.PressAsync("/account/diensten/generic", ("Current", Staff.Password)))["main a.btn"].GetAttribute("href")!);
        var back = await server.PassAsync(start, "noor");
        await browser.PressAsync("/uitloggen");
        await _blog.StaffAsync(Role.Editor);
        await browser.SignInAsync(Staff.Email(Role.Editor), Staff.Password);

        Assert.Equal("/inloggen/dienst/mislukt?reden=uitgelogd", (await browser.OpenAsync(back)).Answer.Headers.Location!.ToString());
        Assert.Equal(0, await _blog.ReadAsync(db => db.ExternalLogins.CountAsync()));
    }

    [Fact]
    public async Task Whoever_finds_a_browser_open_links_no_account_of_their_own()
    {
        var browser = await _blog.SignedInAsync(Role.Author);

        var answer = await browser.FollowAsync(await browser.PressAsync("/account/diensten/generic", ("Current", "een gok naar het wachtwoord")));

        Assert.Contains("niet je huidige wachtwoord", answer.Text(".flash"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_whose_service_is_gone_does_not_count_as_the_last()
    {
        await server.KnowsAsync("baas", Cast.Tijmen);
        await _blog.Visitor().SignInAtAsync(server, "baas");
        await _blog.WriteAsync(async db =>
        {
            var reader = await db.Accounts.SingleAsync(a => a.Role == Role.Reader);
            reader.Becomes(Role.Administrator);
            await db.Database.ExecuteSqlAsync($"UPDATE ExternalLogins SET Provider = 'generic@elders.test'");
            return 0;
        });
        var browser = await _blog.SignedInAsync(Role.Administrator);
        var id = await _blog.ReadAsync(db => db.Accounts.Where(a => a.Email == Staff.Email(Role.Administrator)).Select(a => a.Id).SingleAsync());

        await browser.PressAsync($"/beheer/gebruikers/{id}/rol", ("Role", "Editor"));

        Assert.Equal(Role.Administrator, await _blog.ReadAsync(db => db.Accounts.Where(a => a.Id == id).Select(a => a.Role).SingleAsync()));
    }

    [Fact]
    public async Task Who_gets_to_work_here_signs_in_for_it()
    {
        await server.KnowsAsync("lezer", Cast.Tijmen);
        var reader = _blog.Visitor();
        await reader.SignInAtAsync(server, "lezer");
        var id = await _blog.ReadAsync(db => db.Accounts.Select(a => a.Id).SingleAsync());
        var administrator = await _blog.SignedInAsync(Role.Administrator);

        await administrator.PressAsync($"/beheer/gebruikers/{id}/rol", ("Role", "Editor"));

        Assert.Equal(HttpStatusCode.Redirect, (await reader.OpenAsync("/beheer")).Status);
        await reader.SignInAtAsync(server, "lezer");
        Assert.Equal(HttpStatusCode.OK, (await reader.OpenAsync("/beheer")).Status);
    }

    [Fact]
    public async Task A_link_needs_the_token_of_its_form()
    {
        var browser = await _blog.SignedInAsync(Role.Author);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendFormAsync("/account/diensten/generic", new Dictionary<string, string>())).Status);
    }
}
