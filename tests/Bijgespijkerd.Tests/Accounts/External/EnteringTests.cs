using System.Net;
using Bijgespijkerd.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Accounts.External;

/// <summary>Signing in with another service, at a real server.</summary>
public sealed class EnteringTests(SignInServer server) : IClassFixture<SignInServer>, IAsyncLifetime
{
    private readonly TestBlog _blog = new([.. server.As("Generic"), .. server.As("Google"), .. server.As("Microsoft")]);

    public Task InitializeAsync()
    {
        _blog.Clock.Set(Journey.Later);
        return server.KnowsAsync("noor", Cast.Noor, Cast.Email(Cast.Noor), isVerified: true);
    }

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task A_new_reader_is_let_in_and_only_what_is_verified_is_kept()
    {
        var browser = _blog.Visitor();

        var arrived = await browser.SignInAtAsync(server, "noor");

        Assert.Equal((HttpStatusCode.SeeOther, "/account"), (arrived.Status, arrived.Answer.Headers.Location!.ToString()));
        Assert.Contains(Cast.Noor, (await browser.OpenAsync("/account")).Text(".account"), StringComparison.Ordinal);
        var account = await _blog.ReadAsync(db => db.Accounts.Include(a => a.Logins).SingleAsync());
        Assert.Equal((Role.Reader, Cast.Noor, Cast.Email(Cast.Noor)), (account.Role, account.Name, account.Email));
        Assert.Equal(("noor", Cast.Noor), (account.Logins.Single().Subject, account.Logins.Single().Name));
        Assert.Equal($"generic@{server.Address.Authority}", account.Logins.Single().Provider);
    }

    [Fact]
    public async Task Who_came_before_is_the_same_person_under_the_name_of_today()
    {
        await server.KnowsAsync("getrouwd", "Tijmen Roelvink", "tijmen@voorbeeld.test", isVerified: true);
        await _blog.Visitor().SignInAtAsync(server, "getrouwd");
        await server.KnowsAsync("getrouwd", "Tijmen Hagedoorn", "nieuw@voorbeeld.test", isVerified: true);

        await _blog.Visitor().SignInAtAsync(server, "getrouwd");

        Assert.Equal("Tijmen Hagedoorn", (await _blog.ReadAsync(db => db.Accounts.SingleAsync())).Name);
        Assert.Equal(2, await _blog.ReadAsync(db => db.Sessions.CountAsync()));
    }

    [Theory]
    [InlineData("generic", false)]
    [InlineData("microsoft", true)]
    public async Task An_address_that_nobody_verified_is_not_kept(string service, bool says)
    {
        await server.KnowsAsync("los", Cast.Joost, Cast.Email(Cast.Joost), isVerified: says);

        await _blog.Visitor().SignInAtAsync(server, "los", service);

        Assert.Null((await _blog.ReadAsync(db => db.Accounts.SingleAsync())).Email);
    }

    [Fact]
    public async Task Two_readers_without_an_address_are_two_people()
    {
        await server.KnowsAsync("een", "");
        await server.KnowsAsync("twee", "Een\u202Enaam");
        await _blog.Visitor().SignInAtAsync(server, "een");
        await _blog.Visitor().SignInAtAsync(server, "twee");

        Assert.Equal(["Eennaam", "Lezer"], await _blog.ReadAsync(db => db.Accounts.Select(a => a.Name).OrderBy(n => n).ToListAsync()));
    }

    [Fact]
    public async Task An_address_that_nobody_verified_tells_nobody_who_has_an_account()
    {
        await _blog.StaffAsync(Role.Author);
        await server.KnowsAsync("raadt", Cast.Joost, Staff.Email(Role.Author), false);

        var arrived = await _blog.Visitor().SignInAtAsync(server, "raadt");

        Assert.Equal("/account", arrived.Answer.Headers.Location!.ToString());
        Assert.Null(await _blog.ReadAsync(db => db.Accounts.Where(a => a.Role == Role.Reader).Select(a => a.Email).SingleAsync()));
        Assert.Equal(Role.Reader, await _blog.ReadAsync(db => db.ExternalLogins.Select(l => l.Account!.Role).SingleAsync()));
    }

    [Fact]
    public async Task An_address_that_is_somebodys_here_never_opens_their_account()
    {
        await _blog.StaffAsync(Role.Author);
        await server.KnowsAsync("vreemd", Cast.Joost, Staff.Email(Role.Author).ToUpperInvariant(), true);
        var browser = _blog.Visitor();

        var arrived = await browser.SignInAtAsync(server, "vreemd");

        Assert.Equal("/inloggen/dienst/mislukt?reden=bestaat", arrived.Answer.Headers.Location!.ToString());
        var page = await browser.FollowAsync(arrived);
        Assert.Contains("Log in zoals je gewend bent", page.Text("main"), StringComparison.Ordinal);
        Assert.True(page.Has("main a[href='/inloggen']"));
        Assert.DoesNotContain(Staff.Email(Role.Author), page.Source, StringComparison.OrdinalIgnoreCase);
        Assert.Equal((1, 0), (await _blog.ReadAsync(db => db.Accounts.CountAsync()), await _blog.ReadAsync(db => db.ExternalLogins.CountAsync())));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.OpenAsync("/account")).Status);
    }

    [Fact]
    public async Task The_same_subject_at_another_service_is_somebody_else()
    {
        await server.KnowsAsync("dubbel", Cast.Joost);
        await _blog.Visitor().SignInAtAsync(server, "dubbel");
        await _blog.Visitor().SignInAtAsync(server, "dubbel", "google");

        Assert.Equal(2, await _blog.ReadAsync(db => db.Accounts.CountAsync()));
    }

    [Fact]
    public async Task A_disabled_account_stays_out()
    {
        await _blog.Visitor().SignInAtAsync(server, "noor");
        await _blog.WriteAsync(async db =>
        {
            var account = await db.Accounts.AsTracking().SingleAsync();
            account.Disable(_blog.Clock.GetUtcNow());
            return account;
        });
        var browser = _blog.Visitor();

        var arrived = await browser.SignInAtAsync(server, "noor");

        Assert.Contains("uitgeschakeld", (await browser.FollowAsync(arrived)).Text("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.OpenAsync("/account")).Status);
    }

    [Fact]
    public async Task It_leads_back_to_where_somebody_was()
    {
        var arrived = await _blog.Visitor().SignInAtAsync(server, "noor", back: "/artikel/een-plan#reageren");

        Assert.Equal("/artikel/een-plan#reageren", arrived.Answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("https://kwaad.voorbeeld")]
    [InlineData("//kwaad.voorbeeld")]
    [InlineData("/\\kwaad.voorbeeld")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/kwaad.voorbeeld")]
    [InlineData("\\/kwaad.voorbeeld")]
    public async Task It_leads_to_no_other_site(string path)
    {
        var arrived = await _blog.Visitor().SignInAtAsync(server, "noor", back: path);

        Assert.Equal("/account", arrived.Answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Every_token_was_asked_for_with_the_verifier_of_its_challenge()
    {
        await _blog.Visitor().SignInAtAsync(server, "noor");

        Assert.All(await server.VerifiersAsync(), verifier => Assert.True(verifier.Length >= 43));
    }

    [Fact]
    public async Task No_token_of_the_service_is_kept_anywhere()
    {
        var browser = _blog.Visitor();
        var arrived = await browser.SignInAtAsync(server, "noor");

        Assert.All(arrived.Answer.Headers.GetValues("Set-Cookie"), cookie => Assert.True(cookie.Length < 800, cookie));
        Assert.All(arrived.Answer.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(arrived.Answer.Headers.GetValues("Set-Cookie"), cookie => !cookie.StartsWith("__Host-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_service_there_is_no_button_and_no_address()
    {
        await using var bare = new TestBlog();

        Assert.False((await bare.Visitor().OpenAsync("/inloggen")).Has(".providers"));
        Assert.Equal(HttpStatusCode.NotFound, (await bare.Visitor().SendFormAsync("/inloggen/github", new Dictionary<string, string>())).Status);
        Assert.Equal([SignInServer.Name, "Google", "Microsoft"], (await _blog.Visitor().OpenAsync("/inloggen")).All(".providers button").Select(b => b.TextContent).Order(StringComparer.Ordinal));
    }
}
