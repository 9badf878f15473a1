using System.Net;
using Bijgespijkerd.Web.Accounts;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Accounts.External;

/// <summary>Each service's own class, all the way to a real server and back.</summary>
public sealed class ServiceFlowTests(SignInServer server) : IClassFixture<SignInServer>, IAsyncLifetime
{
    private readonly TestBlog _blog = new([.. server.As("LinkedIn"), .. server.As("Microsoft"), .. server.As("Google")]);

    public Task InitializeAsync()
    {
        _blog.Clock.Set(Journey.Later);
        return server.KnowsAsync("noor", Cast.Noor, Cast.Email(Cast.Noor), isVerified: true);
    }

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Theory]
    [InlineData("linkedin", true, false)]
    [InlineData("microsoft", false, true)]
    [InlineData("google", true, true)]
    public async Task A_reader_comes_in_under_the_name_that_the_service_gives(string service, bool keepsAddress, bool provesWithChallenge)
    {
        var browser = _blog.Visitor();
        var start = await browser.BeginAsync(service);

        var arrived = await browser.OpenAsync(await server.PassAsync(start, "noor"));

        Assert.Equal((HttpStatusCode.SeeOther, "/account"), (arrived.Status, arrived.Answer.Headers.Location!.ToString()));
        Assert.Contains(Cast.Noor, (await browser.OpenAsync("/account")).Text(".account"), StringComparison.Ordinal);
        var account = await _blog.ReadAsync(db => db.Accounts.Include(a => a.Logins).SingleAsync());
        Assert.Equal((Role.Reader, Cast.Noor, keepsAddress ? Cast.Email(Cast.Noor) : null), (account.Role, account.Name, account.Email));
        Assert.Equal(($"{service}@{server.Address.Authority}", "noor"), (account.Logins.Single().Provider, account.Logins.Single().Subject));
        var asked = QueryHelpers.ParseQuery(start.Query);
        Assert.Equal(("code", "openid profile email", $"{TestBlog.Address}/inloggen/{service}/terug"), (asked["response_type"].ToString(), asked["scope"].ToString(), asked["redirect_uri"].ToString()));
        await ProvedAsync(start, provesWithChallenge);
    }

    [Theory]
    [InlineData("linkedin")]
    [InlineData("microsoft")]
    [InlineData("google")]
    public async Task Who_works_here_links_it_and_comes_in_by_it(string service)
    {
        var browser = await _blog.SignedInAsync(Role.Author);
        await server.KnowsAsync("femke", Cast.Femke);

        var linked = await browser.LinkAtAsync(server, "femke", service);

        Assert.Equal("/account#diensten", linked.Answer.Headers.Location!.ToString());
        Assert.Equal("/beheer", (await _blog.Visitor().SignInAtAsync(server, "femke", service)).Answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("linkedin")]
    [InlineData("microsoft")]
    [InlineData("google")]
    public async Task Its_code_opens_nothing_without_the_state_or_in_another_browser(string service)
    {
        var browser = _blog.Visitor();
        var back = await server.PassAsync(await browser.BeginAsync(service), "noor");
        var code = QueryHelpers.ParseQuery(back[back.IndexOf('?', StringComparison.Ordinal)..])["code"].ToString();

        Assert.Equal("/inloggen/dienst/mislukt", await FailedAsync(browser, $"/inloggen/{service}/terug?code={Uri.EscapeDataString(code)}"));
        Assert.Equal("/inloggen/dienst/mislukt", await FailedAsync(_blog.Visitor(), back));
        Assert.Equal(0, await _blog.ReadAsync(db => db.Accounts.CountAsync()));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("false", false)]
    [InlineData("true", true)]
    public async Task LinkedIn_is_sent_a_challenge_when_the_configuration_says_so_and_a_state_always(string pkce, bool proves)
    {
        await using var blog = new TestBlog([.. server.As("LinkedIn"), ("SignIn:LinkedIn:Pkce", pkce)]);
        blog.Clock.Set(Journey.Later);
        var browser = blog.Visitor();
        var start = await browser.BeginAsync("linkedin");

        var arrived = await browser.OpenAsync(await server.PassAsync(start, "noor"));

        Assert.Equal("/account", arrived.Answer.Headers.Location!.ToString());
        await ProvedAsync(start, proves);
    }

    private async Task ProvedAsync(Uri start, bool withChallenge)
    {
        var asked = QueryHelpers.ParseQuery(start.Query);
        Assert.True(asked["state"].ToString().Length > 40);
        Assert.Equal((withChallenge, withChallenge ? "S256" : ""), (asked.ContainsKey("code_challenge"), asked.GetValueOrDefault("code_challenge_method").ToString()));
        Assert.Equal(withChallenge, (await server.VerifiersAsync())[^1].Length >= 43);
    }

    private static async Task<string> FailedAsync(HttpClient browser, string back) => (await browser.OpenAsync(back)).Answer.Headers.Location!.ToString().Split('?')[0];
}
