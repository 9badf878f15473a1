using System.Net;
using Bijgespijkerd.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Accounts;

public sealed class SignOutTests : IAsyncLifetime
{
    private readonly TestBlog _blog = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task The_old_cookie_opens_nothing_any_more()
    {
        await _blog.StaffAsync(Role.Editor);
        var browser = _blog.Visitor();
        var entered = await browser.SignInAsync(Staff.Email(Role.Editor), Staff.Password);
        var cookie = entered.Answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-sessie=", StringComparison.Ordinal)).Split(';')[0];

        var answer = await browser.PressAsync("/uitloggen");

        Assert.Equal((HttpStatusCode.SeeOther, "/"), (answer.Status, answer.Answer.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.OpenAsync("/beheer")).Status);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/beheer");
        again.Headers.Add("Cookie", cookie);
        Assert.Equal(HttpStatusCode.Redirect, (await _blog.Visitor().SendAsync(again)).StatusCode);
        Assert.Equal(0, await _blog.ReadAsync(db => db.Sessions.CountAsync()));
    }

    [Fact]
    public async Task A_link_signs_nobody_out()
    {
        var browser = await _blog.SignedInAsync(Role.Editor);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync("/uitloggen")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/beheer")).Status);
    }
}
