using System.Net;
using Bijgespijkerd.Web.Platform.Outgoing;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Accounts.External;

/// <summary>A reader's picture is fetched by us, once, and shown from here.</summary>
public sealed class ReaderPictureTests(SignInServer server) : IClassFixture<SignInServer>
{
    [Fact]
    public async Task It_stands_beside_their_comments_and_goes_with_them()
    {
        await using var blog = Blog(new OutgoingRules { Allows = IPAddress.IsLoopback, Ports = [server.Address.Port] });
        var article = await blog.ArticleAsync();
        var browser = await ReaderAsync(blog);

        await browser.ReactAsync(article.Path, text: "Mooi.");

        var source = (await blog.Visitor().OpenAsync(article.Path))[".comment-card img.avatar"].GetAttribute("src")!;
        Assert.StartsWith("/media/", source, StringComparison.Ordinal);
        var shown = await blog.Visitor().GetAsync(source);
        Assert.Equal((HttpStatusCode.OK, "image/webp"), (shown.StatusCode, shown.Content.Headers.ContentType!.MediaType));
        Assert.Equal(source, (await browser.OpenAsync("/account"))[".signer img"].GetAttribute("src"));

        await browser.PressAsync("/account/verwijderen", ("Reacties", "anoniem"));

        Assert.False((await blog.Visitor().OpenAsync(article.Path)).Has(".comment-card img"));
        Assert.Equal(HttpStatusCode.NotFound, (await blog.Visitor().GetAsync(source)).StatusCode);
    }

    [Theory]
    [InlineData("author")]
    [InlineData("cover")]
    [InlineData("article")]
    [InlineData("block")]
    public async Task What_the_site_shows_elsewhere_stays(string where)
    {
        await using var blog = Blog(new OutgoingRules { Allows = IPAddress.IsLoopback, Ports = [server.Address.Port] });
        var browser = await ReaderAsync(blog);
        var source = await blog.ReadAsync(db => db.Accounts.Select(a => a.Picture!).SingleAsync());
        switch (where)
        {
            case "author":
                var author = await blog.AuthorAsync();
                await blog.WriteAsync(async db =>
                {
                    (await db.Authors.SingleAsync(a => a.Id == author.Id)).Picture(source);
                    return true;
                });
                break;
            case "cover":
                await blog.ArticleAsync(also: post => post.Cover(source, "Een punt", "", 10, 10));
                break;
            case "article":
                await blog.ArticleAsync(markdown: $"![Een punt]({source})");
                break;
            default:
                await blog.BlockAsync("tip", "Tip", $"![Een punt]({source})");
                break;
        }

        await browser.PressAsync("/account/verwijderen", ("Reacties", "weg"));

        Assert.Equal(HttpStatusCode.OK, (await blog.Visitor().GetAsync(source)).StatusCode);
    }

    [Fact]
    public async Task A_picture_inside_our_own_network_is_never_asked_for()
    {
        await using var blog = Blog(new OutgoingRules { Ports = [server.Address.Port] });
        var before = await server.PicturesAsync();

        var browser = await ReaderAsync(blog);

        Assert.Equal(before, await server.PicturesAsync());
        Assert.Null(await blog.ReadAsync(db => db.Accounts.Select(a => a.Picture).SingleAsync()));
        Assert.Equal("NH", (await browser.OpenAsync("/account")).Text(".signer .avatar"));
    }

    private TestBlog Blog(OutgoingRules rules) => new([.. server.As("Generic"), ("Comments:HoldFirst", "false")]) { Outgoing = rules };

    private async Task<HttpClient> ReaderAsync(TestBlog blog)
    {
        blog.Clock.Set(Journey.Later);
        await server.KnowsAsync("noor", Cast.Noor, picture: server.Address + "foto.png");
        var browser = blog.Visitor();
        await browser.SignInAtAsync(server, "noor");
        return browser;
    }
}
