using System.Net;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Platform.Mail.Outbox;

namespace Bijgespijkerd.Tests.Mailroom;

/// <summary>What could not be sent, for administrators (row F17).</summary>
public sealed class MailroomTests : BlogTests
{
    private static readonly Letter Secret = new("onbekend@voorbeeld.test", "Nieuw wachtwoord", "https://blog.voorbeeld.test/wachtwoord/geheim");

    [Fact]
    public async Task A_dead_letter_is_shown_with_the_reason_and_never_with_its_words()
    {
        var (browser, id) = await DeadAsync();
        await Blog.PostAsync(new Letter("noor@voorbeeld.test", "Straks", "Tekst."), later: TimeSpan.FromHours(1));

        var page = await browser.OpenAsync("/beheer/post");

        Assert.Contains("550 <b>Geen</b> gebruiker", page.Text("section[aria-labelledby=mislukt] tbody"), StringComparison.Ordinal);
        Assert.Contains("Nieuw wachtwoord", page.Text("section[aria-labelledby=mislukt] tbody"), StringComparison.Ordinal);
        Assert.Contains("Straks", page.Text("section[aria-labelledby=wacht] tbody"), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", page.Source, StringComparison.Ordinal);
        Assert.True(page.Has($"form[action='/beheer/post/{id}/opnieuw']"));
    }

    [Fact]
    public async Task It_is_tried_again_when_somebody_says_so()
    {
        var (browser, id) = await DeadAsync();
        Blog.Posted().Server = _ => Task.CompletedTask;

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PressAsync($"/beheer/post/{id}/opnieuw")).Status);
        await Blog.SendDueAsync();

        Assert.Equal("Nieuw wachtwoord", Assert.Single(Blog.Posted().All).Subject);
        Assert.Empty(await Blog.OutboxAsync());
        Assert.Equal("LetterTriedAgain", (await Blog.AuditAsync())[^1]);
    }

    [Fact]
    public async Task It_is_thrown_away_when_somebody_says_so()
    {
        var (browser, id) = await DeadAsync();

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PressAsync($"/beheer/post/{id}/weg")).Status);

        Assert.Empty(await Blog.OutboxAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PressAsync($"/beheer/post/{id}/opnieuw")).Status);
    }

    private async Task<(HttpClient Browser, long Id)> DeadAsync()
    {
        var browser = await Blog.SignedInAsync(Role.Administrator);
        Blog.Posted().Server = _ => throw new RefusedForGoodException("550 <b>Geen</b> gebruiker\r\nX");
        await Blog.PostAsync(Secret, LetterKind.Account);
        await Blog.SendDueAsync();
        return (browser, Assert.Single(await Blog.OutboxAsync()).Id);
    }
}
