using System.Net;
using System.Text.Json;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Accounts.External;

/// <summary>A reader takes everything of theirs along, and goes for good.</summary>
public sealed class LeavingTests(SignInServer server) : IClassFixture<SignInServer>, IAsyncLifetime
{
    private const string Secret = "Iets van mij alleen.";

    private readonly TestBlog _blog = new([.. server.As("Generic"), ("Comments:FloodSeconds", "0"), ("Comments:HoldFirst", "false")]);
    private readonly HttpClient[] _browsers = new HttpClient[2];
    private Post _article = null!;

    public async Task InitializeAsync()
    {
        _blog.Clock.Set(Journey.Later);
        await server.KnowsAsync("noor", Cast.Noor, Cast.Email(Cast.Noor), isVerified: true);
        _article = await _blog.ArticleAsync();
        foreach (var n in new[] { 0, 1 })
        {
            _browsers[n] = _blog.Visitor();
            await _browsers[n].SignInAtAsync(server, "noor");
        }

        await _browsers[0].ReactAsync(_article.Path, text: Secret);
        var first = await _blog.ReadAsync(db => db.Comments.SingleAsync());
        await _blog.CommentAsync(_article, Cast.Joost, "Een antwoord.", first);
        await _browsers[0].ReactAsync(_article.Path, text: "Zonder antwoord.");
    }

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task The_download_holds_everything_and_nothing_of_others()
    {
        var answer = await _browsers[0].GetAsync("/account/gegevens");

        Assert.Equal(("application/json", "gegevens.json"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName));
        using var data = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var root = data.RootElement;
        Assert.Equal((Cast.Noor, Cast.Email(Cast.Noor)), (root.GetProperty("Name").GetString(), root.GetProperty("Email").GetString()));
        Assert.Equal("noor", root.GetProperty("Services")[0].GetProperty("Subject").GetString());
        Assert.Equal(2, root.GetProperty("Sessions").GetArrayLength());
        Assert.Equal([Secret, "Zonder antwoord."], root.GetProperty("Comments").EnumerateArray().Select(c => c.GetProperty("Text").GetString()));
        Assert.DoesNotContain(Cast.Joost, root.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_under_their_address_is_in_it_too()
    {
        await _blog.FollowAsync(_article, Cast.Email(Cast.Noor));
        await _blog.FollowAsync(_article, Cast.Email(Cast.Joost));

        using var data = JsonDocument.Parse(await _browsers[0].GetStringAsync("/account/gegevens"));

        var followed = Assert.Single(data.RootElement.GetProperty("ByAddress").GetProperty("volgen").EnumerateArray());
        Assert.Equal((Cast.Email(Cast.Noor), _article.Title), (followed.GetProperty("Email").GetString(), followed.GetProperty("Article").GetString()));
    }

    [Fact]
    public async Task Comments_can_stay_without_their_writer()
    {
        await _blog.Visitor().OpenAsync(_article.Path);

        var gone = await _browsers[0].PressAsync("/account/verwijderen", ("Reacties", "anoniem"));

        Assert.Contains("Je account is verwijderd", gone.Text("main"), StringComparison.Ordinal);
        await NothingOfTheAccountAsync();
        var page = await _blog.Visitor().OpenAsync(_article.Path);
        Assert.Contains(Secret, page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain(Cast.Noor, page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("via " + SignInServer.Name, page.Source, StringComparison.Ordinal);
        var own = await _blog.ReadAsync(db => db.Comments.Where(c => c.Name == "Anoniem").ToListAsync());
        Assert.Equal(2, own.Count);
        Assert.All(own, c => Assert.Equal((null, null, null, null, null, null), (c.Email, c.Website, c.AccountId, c.Via, c.VisitorHash, c.KeyHash)));
    }

    [Fact]
    public async Task Comments_can_go_too_and_leave_a_marker_where_somebody_answered()
    {
        await _blog.Visitor().OpenAsync(_article.Path);

        await _browsers[0].PressAsync("/account/verwijderen", ("Reacties", "weg"));

        await NothingOfTheAccountAsync();
        var page = await _blog.Visitor().OpenAsync(_article.Path);
        Assert.Equal((1, 1), (page.All("#reacties .is-gone").Count, page.All("#reacties .comment-card:not(.is-gone)").Count));
        Assert.Equal("1 reactie", page.Text("#reacties-kop"));
        Assert.DoesNotContain(Cast.Noor, page.Source, StringComparison.Ordinal);
        Assert.Equal(["", "", "Een antwoord."], (await _blog.ReadAsync(db => db.Comments.Select(c => c.Markdown).ToListAsync())).Order(StringComparer.Ordinal));
    }

    /// <summary>A link of ours from their name to what they wrote would say whose it was.</summary>
    [Theory]
    [InlineData("anoniem")]
    [InlineData("weg")]
    public async Task No_answer_leads_from_their_name_to_what_they_wrote(string choice)
    {
        await _blog.Visitor().ReactAsync(_article.Path, Cast.Joost, Cast.Email(Cast.Joost), $"@{Cast.Noor}, dank je.");
        await _blog.Visitor().ReactAsync(_article.Path, Cast.Femke, Cast.Email(Cast.Femke), $"@{Cast.Joost} en @{Cast.Noor.Split(' ')[0]}: ja.");
        Assert.Equal([1, 2], await LinksAsync());

        await _browsers[0].PressAsync("/account/verwijderen", ("Reacties", choice));

        Assert.Equal([0, 1], await LinksAsync());
        var page = await _blog.Visitor().OpenAsync(_article.Path);
        Assert.Contains($"@{Cast.Joost}", page.All("#reacties .says a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task More_answers_than_one_piece_all_lose_the_link()
    {
        var first = await _blog.ReadAsync(db => db.Comments.OrderBy(c => c.Id).FirstAsync());
        var links = new Dictionary<string, string>(StringComparer.Ordinal) { [Text.PersonName.Key(Cast.Noor)] = CommentAddress.Permalink(first.Id) };
        await _blog.WriteAsync(async db =>
        {
            var post = await db.Posts.AsTracking().SingleAsync(p => p.Id == _article.Id);
            foreach (var n in Enumerable.Range(1, 130))
            {
                var comment = Comment.On(post, null, 1_000_000 + n, new Commenter(Cast.Joost, null, null, 1), "@" + Cast.Noor, Text.CommentMarkdown.Render("@" + Cast.Noor, links), _blog.Clock.GetUtcNow());
                db.Comments.Add(comment);
                await new PostThreads(db, post, 200).PublishAsync(comment, _blog.Clock.GetUtcNow(), CancellationToken.None);
            }

            return true;
        });
        Assert.Equal(130, (await LinksAsync()).Sum());

        await _browsers[0].PressAsync("/account/verwijderen", ("Reacties", "anoniem"));

        Assert.Equal(0, (await LinksAsync()).Sum());
    }

    [Fact]
    public async Task Whoever_is_signed_in_is_not_asked_to_sign_in()
    {
        Assert.False((await _browsers[0].OpenAsync("/account")).Has(".site-foot a[href='/inloggen']"));
        Assert.False((await _browsers[0].OpenAsync("/account/verwijderen")).Has(".site-foot a[href='/inloggen']"));
        Assert.True((await _blog.Visitor().OpenAsync(_article.Path)).Has(".site-foot a[href='/inloggen']"));

        Assert.True((await _browsers[0].PressAsync("/account/verwijderen", ("Reacties", "weg"))).Has(".site-foot a[href='/inloggen']"));
    }

    [Fact]
    public async Task Without_a_choice_nothing_goes()
    {
        var asked = await _browsers[0].OpenAsync("/account/verwijderen");
        Assert.Contains("2 reacties", asked.Text("legend"), StringComparison.Ordinal);

        var refused = await _browsers[0].PressAsync("/account/verwijderen", ("Reacties", "alles"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(1, await _blog.ReadAsync(db => db.Accounts.CountAsync()));
    }

    [Fact]
    public async Task More_comments_than_one_piece_all_go()
    {
        var account = await _blog.ReadAsync(db => db.Accounts.SingleAsync());
        await _blog.WriteAsync(async db =>
        {
            var post = await db.Posts.AsTracking().SingleAsync(p => p.Id == _article.Id);
            foreach (var n in Enumerable.Range(1, 230))
            {
                var by = new Commenter(account.Name, null, null, 1, Signer: new Signer(account.Id, account.Name, false, null, "X", null, 1));
                var comment = Comment.On(post, null, 1_000_000 + n, by, "Tekst.", Text.CommentMarkdown.Render("Tekst."), _blog.Clock.GetUtcNow());
                db.Comments.Add(comment);
                await new PostThreads(db, post, 200).PublishAsync(comment, _blog.Clock.GetUtcNow(), CancellationToken.None);
            }

            return true;
        });

        await _browsers[0].PressAsync("/account/verwijderen", ("Reacties", "weg"));

        Assert.Equal("1 reactie", (await _blog.Visitor().OpenAsync(_article.Path)).Text("#reacties-kop"));
        Assert.False(await _blog.ReadAsync(db => db.Comments.AnyAsync(c => c.AccountId != null)));
    }

    /// <summary>How many links stand in each comment that mentions somebody.</summary>
    private async Task<List<int>> LinksAsync() =>
        [.. (await _blog.ReadAsync(db => db.Comments.Where(c => EF.Functions.Like(c.Markdown, "%@%")).OrderBy(c => c.Id).ToListAsync()))
            .Select(c => c.Html.ToString().Split("href=\"/reactie/").Length - 1)];

    private async Task NothingOfTheAccountAsync()
    {
        Assert.Equal((0, 0, 0), (
            await _blog.ReadAsync(db => db.Accounts.CountAsync()), await _blog.ReadAsync(db => db.Sessions.CountAsync()), await _blog.ReadAsync(db => db.ExternalLogins.CountAsync())));
        Assert.All(_browsers, browser => Assert.Equal(HttpStatusCode.Redirect, browser.GetAsync("/account").Result.StatusCode));
        Assert.DoesNotContain(Cast.Noor, string.Join('\n', await _blog.ReadAsync(db => db.AuditEntries.Select(e => e.Who + e.Subject).ToListAsync())), StringComparison.Ordinal);
    }
}
