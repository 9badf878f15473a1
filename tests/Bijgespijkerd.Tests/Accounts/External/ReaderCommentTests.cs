using System.Net;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Accounts.External;

/// <summary>Comments of people who are signed in, readers and those who work here.</summary>
public sealed class ReaderCommentTests(SignInServer server) : IClassFixture<SignInServer>, IAsyncLifetime
{
    private readonly TestBlog _blog = new([.. server.As("Generic"), ("Comments:FloodSeconds", "0")]);
    private Post _article = null!;

    public async Task InitializeAsync()
    {
        _blog.Clock.Set(Journey.Later);
        await server.KnowsAsync("noor", Cast.Noor, Cast.Email(Cast.Noor), isVerified: true);
        _article = await _blog.ArticleAsync();
    }

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task The_form_says_who_comments_and_asks_for_no_name()
    {
        var browser = await ReaderAsync();

        var form = await browser.OpenAsync(_article.Path);

        Assert.Contains($"Je reageert als {Cast.Noor}", form.Text("#reageren .signer"), StringComparison.Ordinal);
        Assert.False(form.Has("#reageren [name=Name], #reageren [name=Email], #reageren [name=Website]"));
        Assert.True(form.Answer.Headers.CacheControl!.NoStore);
    }

    /// <summary>The request knew the account still; its turn in the lane came after the removal.</summary>
    [Fact]
    public async Task Who_is_removed_meanwhile_hears_it_and_keeps_the_text()
    {
        var browser = await ReaderAsync();
        await browser.OpenAsync(_article.Path);
        var lane = _blog.Services.GetRequiredService<WriteLane>();
        Task<Page> sent;
        using (var held = new HeldLane(lane))
        {
            held.Wait(_blog.WriteAsync(async db => db.Accounts.Remove(await db.Accounts.SingleAsync()).Entity));
            sent = browser.ReactAsync(_article.Path, text: "Net te laat.");
            held.Wait(sent);
            while (lane.Waiting < 2)
            {
                await Task.Yield();
            }
        }

        var answer = await sent;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("Net te laat.", answer.Text("#r-tekst"));
        Assert.Contains("Je account is er niet meer", answer.Text("#fouten"), StringComparison.Ordinal);
        Assert.True(answer.Has("#reageren [name=Name]") && !answer.Has("#reageren .signer"));
        Assert.Equal(0, await _blog.ReadAsync(db => db.Comments.CountAsync()));
    }

    [Fact]
    public async Task Everybody_else_gets_the_form_as_it_was_with_a_way_to_sign_in()
    {
        await (await ReaderAsync()).OpenAsync(_article.Path);

        var form = await _blog.Visitor().OpenAsync(_article.Path);

        Assert.True(form.Has("#reageren [name=Name]") && form.Has("#reageren [name=Email]"));
        Assert.DoesNotContain(Cast.Noor, form.Source, StringComparison.Ordinal);
        var link = form["#reageren a[href^='/inloggen']"];
        Assert.Equal(($"Of log in met {SignInServer.Name}", $"/inloggen?terug={Uri.EscapeDataString(_article.Path + "#reageren")}"), (link.TextContent, link.GetAttribute("href")));
        Assert.False(form.Answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_comment_stands_under_the_name_of_the_service_whatever_the_form_says()
    {
        var browser = await ReaderAsync();

        await browser.ReactAsync(_article.Path, Cast.Femke, "femke@voorbeeld.test", "Mooi stuk.", null, ("Website", "https://kwaad.voorbeeld"), ("AccountId", "1"), ("AuthorId", "1"), ("Via", "Overheid"), ("State", "Published"));

        var comment = await _blog.ReadAsync(db => db.Comments.SingleAsync());
        Assert.Equal((Cast.Noor, null, null, SignInServer.Name, null), (comment.Name, comment.Email, comment.Website, comment.Via, comment.AuthorId));
        Assert.Equal(await _blog.ReadAsync(db => db.Accounts.Select(a => a.Id).SingleAsync()), comment.AccountId);
        Assert.Equal(CommentState.Held, comment.State);
        await _blog.ApproveAsync(comment);
        Assert.Equal($"via {SignInServer.Name}", (await _blog.Visitor().OpenAsync(_article.Path)).Text(".comment-card .badge"));
    }

    [Fact]
    public async Task The_first_comment_waits_and_after_it_the_account_is_known()
    {
        var browser = await ReaderAsync();
        await browser.ReactAsync(_article.Path, text: "Een.");
        await _blog.ApproveAsync(await _blog.ReadAsync(db => db.Comments.SingleAsync()));
        await server.KnowsAsync("noor", "Noor Roelvink");
        var again = await ReaderAsync();

        await again.ReactAsync(_article.Path, text: "Twee.");
        await _blog.Visitor().ReactAsync(_article.Path, "Noor Roelvink", text: "Drie.");

        Assert.Equal([CommentState.Published, CommentState.Published, CommentState.Held], await _blog.ReadAsync(db => db.Comments.OrderBy(c => c.Id).Select(c => c.State).ToListAsync()));
    }

    [Fact]
    public async Task A_readers_comment_goes_through_the_other_checks_too()
    {
        var browser = await ReaderAsync();

        await browser.ReactAsync(_article.Path, text: "Koop nu.", more: ("Onderwerp", "x"));

        Assert.Equal(CommentState.Spam, await _blog.ReadAsync(db => db.Comments.Select(c => c.State).SingleAsync()));
    }

    [Theory]
    [InlineData(Role.Author, true)]
    [InlineData(Role.Moderator, false)]
    public async Task Who_works_here_is_published_at_once_with_their_own_badge_and_no_service(Role role, bool hasBadge)
    {
        var browser = await _blog.SignedInAsync(role);

        await browser.ReactAsync(_article.Path, "Iemand anders", text: "Zie https://een.voorbeeld en https://twee.voorbeeld.");

        var comment = await _blog.ReadAsync(db => db.Comments.SingleAsync());
        Assert.Equal(($"De {role}", CommentState.Published, null), (comment.Name, comment.State, comment.Via));
        Assert.Equal(hasBadge, comment.AuthorId is not null);
        Assert.Equal(hasBadge, (await _blog.Visitor().OpenAsync(_article.Path)).Has(".comment-card .badge"));
    }

    [Fact]
    public async Task The_same_words_of_two_readers_are_two_comments()
    {
        await server.KnowsAsync("naamgenoot", Cast.Noor);
        await (await ReaderAsync()).ReactAsync(_article.Path, text: "Eens.");
        await (await ReaderAsync("naamgenoot")).ReactAsync(_article.Path, text: "Eens.");

        Assert.Equal(2, await _blog.ReadAsync(db => db.Comments.CountAsync()));
    }

    [Fact]
    public async Task A_mistake_gives_the_text_back_in_the_same_form()
    {
        var browser = await ReaderAsync();

        var page = await browser.ReactAsync(_article.Path, text: "");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(Cast.Noor, page.Text("#reageren .signer"), StringComparison.Ordinal);
        Assert.Equal(["#r-tekst"], page.All("#fouten a").Select(a => a.GetAttribute("href")));
    }

    private async Task<HttpClient> ReaderAsync(string who = "noor")
    {
        var browser = _blog.Visitor();
        await browser.SignInAtAsync(server, who);
        return browser;
    }
}
