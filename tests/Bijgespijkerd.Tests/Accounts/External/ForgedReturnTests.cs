using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Accounts.External;

/// <summary>Row A19: what comes back from a service is only believed by the browser that was sent there, once.</summary>
public sealed class ForgedReturnTests(SignInServer server) : IClassFixture<SignInServer>, IAsyncLifetime
{
    private const string Failed = "/inloggen/dienst/mislukt?reden=mislukt";

    private readonly TestBlog _blog = new(server.As("Generic"));

    public Task InitializeAsync()
    {
        _blog.Clock.Set(Journey.Later);
        return server.KnowsAsync("noor", Cast.Noor);
    }

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Theory]
    [InlineData("/inloggen/generic/terug")]
    [InlineData("/inloggen/generic/terug?code=abc")]
    [InlineData("/inloggen/generic/terug?code=abc&state=verzonnen")]
    [InlineData("/inloggen/generic/terug?error=server_error&error_description=%3Cscript%3Ealert(1)%3C/script%3E")]
    public async Task Without_a_state_of_ours_nobody_is_let_in(string path)
    {
        var browser = _blog.Visitor();

        var arrived = await browser.OpenAsync(path);

        Assert.Equal((HttpStatusCode.SeeOther, Failed), (arrived.Status, arrived.Answer.Headers.Location!.ToString()));
        await NobodyAsync(browser);
    }

    [Fact]
    public async Task Another_browser_cannot_use_what_the_service_gave()
    {
        var back = await server.PassAsync(await _blog.Visitor().BeginAsync(), "noor");
        var victim = _blog.Visitor();

        Assert.Equal(Failed, (await victim.OpenAsync(back)).Answer.Headers.Location!.ToString());

        // Nor one that has begun by itself.
        await victim.BeginAsync();
        Assert.Equal(Failed, (await victim.OpenAsync(back)).Answer.Headers.Location!.ToString());
        await NobodyAsync(victim);
    }

    [Fact]
    public async Task The_way_back_works_once()
    {
        var browser = _blog.Visitor();
        var back = await server.PassAsync(await browser.BeginAsync(), "noor");
        await browser.OpenAsync(back);
        await browser.PressAsync("/uitloggen");

        Assert.Equal(Failed, (await browser.OpenAsync(back)).Answer.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Redirect, (await browser.OpenAsync("/account")).Status);
    }

    [Fact]
    public async Task A_code_that_was_used_is_worth_nothing_with_a_fresh_state()
    {
        var browser = _blog.Visitor();
        var back = await server.PassAsync(await browser.BeginAsync(), "noor");
        await browser.OpenAsync(back);
        var other = _blog.Visitor();
        var state = QueryHelpers.ParseQuery((await other.BeginAsync()).Query)["state"];
        var code = QueryHelpers.ParseQuery(back[back.IndexOf('?', StringComparison.Ordinal)..])["code"];

        var arrived = await other.OpenAsync($"/inloggen/generic/terug?code={Uri.EscapeDataString(code!)}&state={Uri.EscapeDataString(state!)}");

        Assert.Equal(Failed, arrived.Answer.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Redirect, (await other.OpenAsync("/account")).Status);
    }

    [Fact]
    public async Task What_a_service_says_went_wrong_is_shown_nowhere()
    {
        var browser = _blog.Visitor();
        var back = await server.PassAsync(await browser.BeginAsync(), ("fout", "<script>alert(1)</script>"), ("woorden", "<script>alert(2)</script>"));
        Assert.Contains("script", Uri.UnescapeDataString(back), StringComparison.Ordinal);

        var page = await browser.FollowAsync(await browser.OpenAsync(back));

        Assert.Contains("Inloggen lukte niet", page.Text("h1"), StringComparison.Ordinal);
        Assert.DoesNotContain("alert(", page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(", (await browser.OpenAsync("/inloggen/dienst/mislukt?reden=%3Cscript%3Ealert(3)%3C/script%3E")).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_no_at_the_service_reads_that_nothing_was_kept()
    {
        var browser = _blog.Visitor();
        var back = await server.PassAsync(await browser.BeginAsync(), ("fout", "access_denied"), ("woorden", "nee"));

        var page = await browser.FollowAsync(await browser.OpenAsync(back));

        Assert.Contains("geen toestemming", page.Text("main"), StringComparison.Ordinal);
        await NobodyAsync(browser);
    }

    [Fact]
    public async Task Forged_host_headers_reach_no_address_that_a_service_is_told()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/inloggen/generic") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("X-Forwarded-Host", "kwaad.voorbeeld");
        request.Headers.Add("X-Forwarded-Proto", "http");

        var page = await Page.FromAsync(await _blog.Visitor().SendAsync(request));

        Assert.Equal(TestBlog.Address + "/inloggen/generic/terug", QueryHelpers.ParseQuery(new Uri(page["main a.btn"].GetAttribute("href")!).Query)["redirect_uri"]);
        Assert.DoesNotContain("kwaad", page.Source + page.Answer.Headers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forged_host_headers_on_the_way_back_change_nothing_either()
    {
        var browser = _blog.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, await server.PassAsync(await browser.BeginAsync(), "noor"));
        request.Headers.Add("X-Forwarded-Host", "kwaad.voorbeeld");

        var arrived = await browser.SendAsync(request);

        Assert.Equal("/account", arrived.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task Another_site_cannot_make_somebody_begin(string from)
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await _blog.Visitor().SendFormAsync("/inloggen/generic", new Dictionary<string, string>(), from)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _blog.Visitor().OpenAsync("/inloggen/generic")).Status);
    }

    private async Task NobodyAsync(HttpClient browser)
    {
        Assert.Equal(0, await _blog.ReadAsync(db => db.Accounts.CountAsync()));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.OpenAsync("/account")).Status);
    }
}
