using System.Net;
using System.Text.RegularExpressions;
using Bijgespijkerd.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Accounts;

/// <summary>A new password by mail: rows A3 to A6, A8, A21.</summary>
public sealed partial class RecoveryTests : IAsyncLifetime
{
    private readonly TestBlog _blog = new();

    public Task InitializeAsync() => _blog.StaffAsync(Role.Author);

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task The_mailed_link_sets_a_new_password_lets_in_and_ends_every_other_session()
    {
        var thief = await _blog.SignedInAsync(Role.Author);
        var link = await AskedLinkAsync();
        var browser = _blog.Visitor();

        var answer = await browser.SendFormAsync(link, New("groene lamp naast het raam"));

        Assert.Equal((HttpStatusCode.SeeOther, "/account"), (answer.Status, answer.Answer.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.OpenAsync("/beheer")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _blog.Visitor().SignInAsync(Staff.Email(Role.Author), Staff.Password)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await _blog.Visitor().SignInAsync(Staff.Email(Role.Author), "groene lamp naast het raam")).Status);
    }

    [Fact]
    public async Task Opening_the_link_changes_nothing_and_using_it_twice_fails()
    {
        var link = await AskedLinkAsync();
        Assert.Equal(HttpStatusCode.OK, (await _blog.Visitor().OpenAsync(link)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _blog.Visitor().OpenAsync(link)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await _blog.Visitor().SendFormAsync(link, New("groene lamp naast het raam"))).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await _blog.Visitor().SendFormAsync(link, New("blauwe stoel op de gang"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _blog.Visitor().OpenAsync(link)).Status);
    }

    [Fact]
    public async Task It_is_too_old_after_an_hour()
    {
        var link = await AskedLinkAsync();
        _blog.Clock.Pass(TimeSpan.FromMinutes(61));

        Assert.Equal(HttpStatusCode.NotFound, (await _blog.Visitor().SendFormAsync(link, New("groene lamp naast het raam"))).Status);
    }

    [Fact]
    public async Task A_weak_password_is_refused_and_the_link_still_works()
    {
        var link = await AskedLinkAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _blog.Visitor().SendFormAsync(link, New("wachtwoord12345"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await _blog.Visitor().SendFormAsync(link, New("groene lamp naast het raam"))).Status);
    }

    [Fact]
    public async Task The_answer_tells_nobody_who_has_an_account()
    {
        var known = await _blog.Visitor().SendFormAsync("/wachtwoord-vergeten", Asking(Staff.Email(Role.Author)));
        var unknown = await _blog.Visitor().SendFormAsync("/wachtwoord-vergeten", Asking("niemand@voorbeeld.test"));

        Assert.Equal(HttpStatusCode.OK, known.Status);
        Assert.Equal(known.Text("main").Replace(Staff.Email(Role.Author), "", StringComparison.Ordinal), unknown.Text("main").Replace("niemand@voorbeeld.test", "", StringComparison.Ordinal));
        Assert.Single(await _blog.LettersAsync(1));
    }

    [Fact]
    public async Task Only_the_stored_address_gets_a_letter_three_an_hour_at_most()
    {
        for (var n = 0; n < 6; n++)
        {
            await _blog.Visitor().PostAsync("/wachtwoord-vergeten", new FormUrlEncodedContent([KeyValuePair.Create("Email", "AUTHOR@voorbeeld.test"), KeyValuePair.Create("Email", "kwaad@elders.test")]));
            await _blog.Visitor().SendFormAsync("/wachtwoord-vergeten", Asking("AUTHOR@voorbeeld.test"));
        }

        var letters = await _blog.LettersAsync(3);
        Assert.Equal(3, letters.Count);
        Assert.All(letters, letter => Assert.StartsWith("To: author@voorbeeld.test\n", letter, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Everybody_behind_one_address_gets_a_letter()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            await _blog.StaffAsync(role);
            await _blog.Visitor().SendFormAsync("/wachtwoord-vergeten", Asking(Staff.Email(role)));
            await _blog.Visitor().SendFormAsync("/wachtwoord-vergeten", Asking(Staff.Email(role)));
        }

        var letters = await _blog.LettersAsync(8);

        Assert.Equal(4, letters.Select(l => l.Split('\n')[0]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task The_link_starts_with_the_sites_own_address_whatever_the_request_says()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/wachtwoord-vergeten") { Content = new FormUrlEncodedContent(Asking(Staff.Email(Role.Author))) };
        request.Headers.Host = "kwaad.test";
        request.Headers.Add("X-Forwarded-Host", "kwaad.test");
        await _blog.Visitor().SendAsync(request);

        Assert.Contains(TestBlog.Address + "/wachtwoord/", Assert.Single(await _blog.LettersAsync(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_in_the_database_opens_it()
    {
        var link = await AskedLinkAsync();
        var key = link.Split('/')[^1];

        Assert.True(key.Length >= 43);
        Assert.Equal([SessionCookie.HashOf(key)], await _blog.ReadAsync(db => db.AccountLinks.Where(l => l.Purpose == LinkPurpose.Recovery).Select(l => l.KeyHash).ToListAsync()));
    }

    private async Task<string> AskedLinkAsync()
    {
        await _blog.Visitor().SendFormAsync("/wachtwoord-vergeten", Asking(Staff.Email(Role.Author)));
        return Link().Match((await _blog.LettersAsync(1))[0]).Value;
    }

    private static Dictionary<string, string> Asking(string email) => new() { ["Email"] = email };

    private static Dictionary<string, string> New(string password) => new() { ["Password"] = password };

    [GeneratedRegex(@"/wachtwoord/[A-Za-z0-9_-]+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
