using System.Net;
using Bijgespijkerd.Tests.Media;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Import.Panel;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Accounts;

/// <summary>Row A12: every endpoint of the panel against every role, and the ways round it.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private readonly TestBlog _blog = new();
    private readonly Dictionary<Role, HttpClient> _people = [];

    public async Task InitializeAsync()
    {
        await _blog.CategoryAsync("Sociaal");
        await _blog.BlockAsync("cursus", "De cursus", "Schrijf je in.");
        foreach (var role in Enum.GetValues<Role>())
        {
            _people[role] = await _blog.SignedInAsync(role);
        }

        var author = await _blog.ReadAsync(db => db.Accounts.Where(a => a.Role == Role.Author).Select(a => a.Id).SingleAsync());
        await _blog.TellPictureAsync(author);
        await WriteAsync();
        await LookAtExportAsync();
    }

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    /// <summary>Export 1, which somebody sent and which was looked at.</summary>
    private Task<ImportJob> LookAtExportAsync() => _blog.WriteAsync(db =>
    {
        var (job, now) = (ImportJob.Of(new string('a', 32), "oud.xml", 1, _blog.Clock.GetUtcNow()), _blog.Clock.GetUtcNow());
        job.Begin(now);
        job.Tell(summary: "", "Er zit niets in.");
        job.End(now);
        return Task.FromResult(db.Add(job).Entity);
    });

    /// <summary>Articles 1 and, in the trash, 2: the author's own, which editors may open too.</summary>
    private async Task WriteAsync()
    {
        var desk = _people[Role.Author];
        await desk.PressAsync("/beheer/artikelen/nieuw", ("Title", "Eigen werk"), ("Actie", "opslaan"));
        await desk.PressAsync("/beheer/artikelen/nieuw", ("Title", "Weg ermee"), ("Actie", "opslaan"));
        await desk.PressAsync("/beheer/artikelen/2/prullenbak");
    }

    [Fact]
    public async Task Who_is_not_signed_in_reaches_nothing()
    {
        foreach (var address in StaffAddresses.All)
        {
            var answer = await AskAsync(_blog.Visitor(), address.Method, address.Example);
            if (address.Method == "GET")
            {
                Assert.Equal((HttpStatusCode.Redirect, "/inloggen"), (answer.StatusCode, answer.Headers.Location!.AbsolutePath));
            }
            else
            {
                Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            }
        }
    }

    [Fact]
    public async Task Each_role_reaches_what_the_table_says_and_for_the_others_it_is_not_there()
    {
        foreach (var address in StaffAddresses.All.Where(a => a.Method == "GET"))
        {
            foreach (var (role, browser) in _people)
            {
                var answer = await AskAsync(browser, "GET", address.Example);
                Assert.True(address.Roles.Contains(role) == (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.SeeOther), $"{role} {address.Example}: {answer.StatusCode}");
                Assert.True(address.Roles.Contains(role) || answer.StatusCode == HttpStatusCode.NotFound, $"{role} {address.Example}: {answer.StatusCode}");
                Assert.True(answer.Headers.CacheControl!.NoStore, address.Example);
            }
        }
    }

    [Fact]
    public async Task The_name_of_a_file_behind_a_page_is_nothing_for_who_may_see_the_page_either()
    {
        foreach (var path in new[] { "/beheer/x.css", "/beheer/artikelen/x.js", "/beheer/artikelen/1/x.css", "/account/a.jpg", "/account.css", "/beheer.js" })
        {
            var answer = await AskAsync(_people[Role.Administrator], "GET", path);
            Assert.Equal((HttpStatusCode.NotFound, true), (answer.StatusCode, answer.Headers.CacheControl!.NoStore));
        }
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing_whoever_sends_it()
    {
        foreach (var address in StaffAddresses.All.Where(a => a.Method == "POST"))
        {
            foreach (var (role, browser) in _people)
            {
                var answer = await AskAsync(browser, "POST", address.Example);
                Assert.True(answer.StatusCode == (address.Roles.Contains(role) ? HttpStatusCode.BadRequest : HttpStatusCode.NotFound), $"{role} {address.Example}: {answer.StatusCode}");
            }
        }
    }

    [Theory]
    [InlineData("/beheer/gebruikers/")]
    [InlineData("/Beheer/Gebruikers")]
    [InlineData("/beheer%2fgebruikers")]
    [InlineData("/beheer//gebruikers")]
    [InlineData("/beheer/./gebruikers")]
    [InlineData("/beheer/x/../gebruikers")]
    [InlineData("/beheer/gebruikers;x")]
    [InlineData("/beheer/gebruikers.css")]
    public async Task No_other_spelling_lets_anybody_in(string path)
    {
        foreach (var browser in new[] { _blog.Visitor(), _people[Role.Reader], _people[Role.Moderator], _people[Role.Author], _people[Role.Editor] })
        {
            foreach (var method in new[] { "GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE" })
            {
                var answer = await AskAsync(browser, method, path);
                Assert.False(answer.IsSuccessStatusCode, $"{method} {path}: {answer.StatusCode}");
                Assert.DoesNotContain(Staff.Email(Role.Administrator), await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_method_in_a_header_is_not_taken()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/account/naam");
        request.Headers.Add("X-HTTP-Method-Override", "POST");
        Assert.False((await _people[Role.Author].SendAsync(request)).IsSuccessStatusCode);
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient browser, string method, string path)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = method is "POST" or "PUT" ? new FormUrlEncodedContent([]) : null };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return browser.SendAsync(request);
    }
}
