using System.Net;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Tests.Accounts.External;

/// <summary>Readers who signed in with a service follow by mail like anybody: at once where the service saw that the address is theirs, else after the link in a letter.</summary>
public sealed class ReaderFollowTests(SignInServer server) : IClassFixture<SignInServer>, IAsyncLifetime
{
    private readonly TestBlog _blog = new([.. server.As("Generic"), ("Comments:FloodSeconds", "0"), ("Comments:HoldFirst", "false")]);
    private Post _article = null!;

    public async Task InitializeAsync()
    {
        _blog.Clock.Set(Journey.Later);
        await server.KnowsAsync("noor", Cast.Noor, Cast.Email(Cast.Noor), isVerified: true);
        await server.KnowsAsync("joost", Cast.Joost, Cast.Email(Cast.Joost), isVerified: false);
        _article = await _blog.ArticleAsync();
    }

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task With_an_address_that_the_service_vouches_for_it_counts_at_once()
    {
        var noor = await ReaderAsync("noor");
        var form = await noor.OpenAsync(_article.Path);
        Assert.Equal((true, true, false), (form.Has("#r-volg"), form.Has("#r-volg-alles"), form.Has("#reageren [name=Email]")));
        Assert.DoesNotContain(Cast.Email(Cast.Noor), form.Source, StringComparison.Ordinal);

        await noor.ReactAsync(_article.Path, email: "ander@voorbeeld.test", more: ("Volgen", "ja"));

        var stored = Assert.Single(await _blog.SubscriptionsAsync());
        Assert.Equal((Cast.Email(Cast.Noor), false, true), (stored.Email, stored.IsWhole, stored.ConfirmedAt is not null));
        await _blog.CommentAsync(_article, Cast.Tijmen, "Een antwoord.", await _blog.LatestAsync());
        await _blog.DecideAsync(await _blog.LatestAsync(), CommentState.Published);
        _blog.Clock.Pass(Mailing.Minute);
        var letter = Assert.Single(await _blog.TellAsync());
        Assert.Equal(Cast.Email(Cast.Noor), letter.To);
        Assert.Contains("Een antwoord.", letter.Text, StringComparison.Ordinal);
        await _blog.Visitor().SendFormAsync(new Uri(letter.Unsubscribe!).AbsolutePath, []);
        Assert.Empty(await _blog.SubscriptionsAsync());
    }

    [Fact]
    public async Task Without_one_it_is_asked_for_and_confirmed_as_by_anybody()
    {
        var joost = await ReaderAsync("joost");
        Assert.True((await joost.OpenAsync(_article.Path)).Has("#reageren [name=Email]"));

        var missing = await joost.ReactAsync(_article.Path, email: "", more: ("VolgAlles", "ja"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (missing.Status, missing.Has("#r-mail-fout")));
        await joost.ReactAsync(_article.Path, email: "joost@elders.test", more: ("VolgAlles", "ja"));

        Assert.Null(Assert.Single(await _blog.SubscriptionsAsync()).ConfirmedAt);
        await _blog.ConfirmAsync("joost@elders.test");
        var stored = Assert.Single(await _blog.SubscriptionsAsync());
        Assert.Equal((true, true), (stored.IsWhole, stored.ConfirmedAt is not null));
        Assert.Null((await _blog.LatestAsync()).Email);
    }

    [Fact]
    public async Task Nothing_is_asked_of_who_ticks_nothing_or_works_here_and_leaving_ends_it()
    {
        var joost = await ReaderAsync("joost");
        Assert.Equal(HttpStatusCode.SeeOther, (await joost.ReactAsync(_article.Path, email: "geen adres")).Status);
        var noor = await ReaderAsync("noor");
        await noor.ReactAsync(_article.Path, text: "Ik ook.", more: ("Volgen", "ja"));
        Assert.Single(await _blog.SubscriptionsAsync());
        Assert.False((await (await _blog.SignedInAsync(Web.Accounts.Role.Editor)).OpenAsync(_article.Path)).Has("#r-volg"));

        await noor.PressAsync("/account/verwijderen", ("Reacties", "anoniem"));

        Assert.Empty(await _blog.SubscriptionsAsync());
    }

    private async Task<HttpClient> ReaderAsync(string who)
    {
        var browser = _blog.Visitor();
        await browser.SignInAtAsync(server, who);
        return browser;
    }
}
