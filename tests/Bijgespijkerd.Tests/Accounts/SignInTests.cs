using System.Net;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Bijgespijkerd.Tests.Accounts;

/// <summary>Signing in by password: rows A6, A7, A8, A16.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private readonly TestBlog _blog = new();

    public Task InitializeAsync() => _blog.StaffAsync(Role.Author);

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task The_right_password_lets_in_and_the_log_tells()
    {
        var browser = _blog.Visitor();

        var answer = await browser.SignInAsync(" AUTHOR@voorbeeld.test ", Staff.Password);

        Assert.Equal((HttpStatusCode.SeeOther, "/beheer"), (answer.Status, answer.Answer.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/beheer")).Status);
        Assert.Contains("SignedIn", await _blog.AuditAsync());
        var cookie = answer.Answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-sessie=", StringComparison.Ordinal));
        Assert.Contains("secure", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer()
    {
        var wrong = await _blog.Visitor().SignInAsync(Staff.Email(Role.Author), "een heel ander wachtwoord");
        var unknown = await _blog.Visitor().SignInAsync("niemand@voorbeeld.test", "een heel ander wachtwoord");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(wrong.Status, unknown.Status);
        Assert.Equal(wrong.Text("#fouten"), unknown.Text("#fouten"));
        Assert.Equal(Staff.Email(Role.Author), wrong["[name=Email]"].GetAttribute("value"));
        Assert.DoesNotContain("een heel ander", wrong.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_guesses_waits_ever_longer_also_with_the_right_password_at_last()
    {
        for (var n = 0; n < 7; n++)
        {
            await _blog.Visitor().SignInAsync(Staff.Email(Role.Author), $"verkeerd wachtwoord {n}");
        }

        var answer = await _blog.Visitor().SignInAsync(Staff.Email(Role.Author), Staff.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        var wait = answer.Answer.Headers.RetryAfter!.Delta!.Value;
        Assert.InRange(wait, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(15));

        _blog.Clock.Pass(wait);
        Assert.Equal(HttpStatusCode.SeeOther, (await _blog.Visitor().SignInAsync(Staff.Email(Role.Author), Staff.Password)).Status);
    }

    [Fact]
    public async Task Strangers_who_guess_do_not_lock_out_the_owners_device()
    {
        var own = _blog.Visitor();
        await own.SignInAsync(Staff.Email(Role.Author), Staff.Password);
        await own.PressAsync("/uitloggen");
        for (var n = 0; n < 12; n++)
        {
            await _blog.Visitor().SignInAsync(Staff.Email(Role.Author), $"verkeerd wachtwoord {n}");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await _blog.Visitor().SignInAsync(Staff.Email(Role.Author), Staff.Password)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await own.SignInAsync(Staff.Email(Role.Author), Staff.Password)).Status);
    }

    [Fact]
    public async Task Who_shares_an_address_with_somebody_who_guesses_gets_in_from_a_known_device_or_with_a_passkey()
    {
        var own = _blog.Visitor();
        await own.SignInAsync(Staff.Email(Role.Author), Staff.Password);
        await own.PressAsync("/uitloggen");
        for (var n = 0; n < 25; n++)
        {
            await _blog.Visitor().SignInAsync($"wie{n}@voorbeeld.test", "verkeerd wachtwoord");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await _blog.Visitor().SignInAsync(Staff.Email(Role.Author), Staff.Password)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await own.SignInAsync(Staff.Email(Role.Author), Staff.Password)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _blog.Visitor().SendFormAsync("/inloggen/passkey", new Dictionary<string, string> { ["Credential"] = "{}" })).Status);
    }

    [Fact]
    public async Task A_device_cookie_written_in_another_way_is_the_same_device()
    {
        var own = _blog.Visitor();
        var cookie = (await own.SignInAsync(Staff.Email(Role.Author), Staff.Password)).Answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-toestel=", StringComparison.Ordinal)).Split(';')[0];
        HttpStatusCode last = default;
        for (var n = 0; n < 8; n++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/inloggen") { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Email"] = Staff.Email(Role.Author), ["Password"] = "verkeerd" }) };
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            request.Headers.Add("Cookie", cookie + string.Concat(Enumerable.Repeat("%20%20%20%20", n)));
            last = (await _blog.Visitor().SendAsync(request)).StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Fact]
    public async Task Who_signs_in_well_is_never_told_to_wait()
    {
        for (var n = 0; n < 30; n++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await _blog.Visitor().SignInAsync(Staff.Email(Role.Author), Staff.Password)).Status);
        }
    }

    [Fact]
    public async Task A_password_that_was_changed_while_it_was_checked_opens_no_session()
    {
        using var scope = _blog.Services.CreateScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var checkedAccount = (await accounts.FindByEmailAsync(Staff.Email(Role.Author)))!;
        using (var other = _blog.Services.CreateScope())
        {
            var changing = other.ServiceProvider.GetRequiredService<UserManager<Account>>();
            await changing.UpdateSecurityStampAsync((await changing.FindByEmailAsync(Staff.Email(Role.Author)))!);
        }

        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        Assert.False(await scope.ServiceProvider.GetRequiredService<AccountSignIn>().BeginAsync(context, checkedAccount, "proef", persistent: false, CancellationToken.None));

        Assert.Equal(0, await _blog.ReadAsync(db => db.Sessions.CountAsync()));
        Assert.False(context.Response.Headers.ContainsKey("Set-Cookie"));
    }

    [Fact]
    public async Task A_form_of_the_panel_that_another_site_sent_does_nothing_whatever_token_it_has()
    {
        var author = await _blog.SignedInAsync(Role.Author);
        var token = (await author.OpenAsync("/account"))["input[name=__RequestVerificationToken]"].GetAttribute("value")!;

        var answer = await author.SendFormAsync("/account/naam", new Dictionary<string, string> { ["name"] = "Iemand Anders", ["__RequestVerificationToken"] = token }, "cross-site");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal("De Author", await _blog.ReadAsync(db => db.Accounts.Select(a => a.Name).SingleAsync()));
    }

    [Theory]
    [InlineData("/account", "/account")]
    [InlineData("https://kwaad.test/", "/beheer")]
    [InlineData("//kwaad.test/", "/beheer")]
    [InlineData("/\\kwaad.test/", "/beheer")]
    [InlineData("/\t/kwaad.test/", "/beheer")]
    [InlineData("javascript:alert(1)", "/beheer")]
    [InlineData("", "/beheer")]
    [InlineData("/..//kwaad.test", "/beheer")]
    [InlineData("/.//kwaad.test", "/beheer")]
    [InlineData("/a/..//kwaad.test", "/beheer")]
    [InlineData("/a/%2e%2e//kwaad.test", "/beheer")]
    [InlineData("/beheer/artikelen?q=café", "/beheer/artikelen?q=caf%C3%A9")]
    public async Task It_leads_back_to_a_page_of_this_site_only(string back, string expected)
    {
        var answer = await _blog.Visitor().SignInAsync(Staff.Email(Role.Author), Staff.Password, "/inloggen?terug=" + Uri.EscapeDataString(back));

        Assert.Equal(expected, answer.Answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_browser_gets_a_session_of_its_own_each_time_and_the_one_before_ends()
    {
        var browser = _blog.Visitor();
        await browser.SignInAsync(Staff.Email(Role.Author), Staff.Password);
        var before = await _blog.ReadAsync(db => db.Sessions.Select(s => s.KeyHash).SingleAsync());
        await browser.SignInAsync(Staff.Email(Role.Author), Staff.Password);

        var hashes = await _blog.ReadAsync(db => db.Sessions.Select(s => s.KeyHash).ToListAsync());
        Assert.Single(hashes);
        Assert.NotEqual(before, hashes[0]);
    }

    [Fact]
    public async Task A_form_of_another_site_lets_nobody_in()
    {
        var answer = await _blog.Visitor().SendFormAsync("/inloggen", new Dictionary<string, string> { ["Email"] = Staff.Email(Role.Author), ["Password"] = Staff.Password }, "cross-site");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Fact]
    public async Task A_very_long_password_is_no_password()
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _blog.Visitor().SignInAsync(Staff.Email(Role.Author), new string('a', 10_000))).Status);
    }

    [Fact]
    public async Task A_session_ends_when_its_time_is_over_and_lasts_while_it_is_used()
    {
        var browser = await _blog.SignedInAsync(Role.Author);
        for (var n = 0; n < 3; n++)
        {
            _blog.Clock.Pass(TimeSpan.FromHours(11));
            Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/beheer")).Status);
        }

        _blog.Clock.Pass(TimeSpan.FromHours(13));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.OpenAsync("/beheer")).Status);
    }

    [Fact]
    public async Task After_somebody_who_is_signed_in_the_next_reader_sees_nothing_of_them()
    {
        await _blog.ArticleAsync("Een artikel");
        var browser = await _blog.SignedInAsync(Role.Author, "Iemand Anders", "anders@voorbeeld.test");
        var own = await browser.OpenAsync("/artikel/een-artikel");
        Assert.True(own.Answer.Headers.CacheControl!.NoStore);

        var reader = await _blog.Visitor().OpenAsync("/artikel/een-artikel");
        Assert.False(reader.Answer.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("Iemand Anders", reader.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("RequestVerificationToken", reader.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_signed_in_stays_so_when_the_site_starts_again()
    {
        string cookie;
        var first = new TestBlog { KeepsFolder = true };
        await using (first)
        {
            await first.StaffAsync(Role.Author);
            var answer = await first.Visitor().SignInAsync(Staff.Email(Role.Author), Staff.Password);
            cookie = answer.Answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-sessie=", StringComparison.Ordinal)).Split(';')[0];
        }

        await using var second = new TestBlog(("DataDirectory", first.DataFolder));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/beheer");
        request.Headers.Add("Cookie", cookie);

        Assert.Equal(HttpStatusCode.OK, (await second.Visitor().SendAsync(request)).StatusCode);
        Directory.Delete(first.DataFolder, recursive: true);
    }

    [Fact]
    public async Task A_copied_database_signs_nobody_in()
    {
        var browser = await _blog.SignedInAsync(Role.Author);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/beheer")).Status);
        var file = await File.ReadAllBytesAsync(_blog.Services.GetRequiredService<DatabaseFile>().Path);
        var text = System.Text.Encoding.Latin1.GetString(file);

        Assert.DoesNotContain(Staff.Password, text, StringComparison.Ordinal);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(_blog.DataFolder, "keys")) == (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        Assert.Equal(0, await _blog.ReadAsync(db => db.Sessions.CountAsync(s => s.KeyHash.Length != 32)));
    }
}
