using System.Net;
using System.Text.Json;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Privacy;

/// <summary>Who proves an address sees, takes along and corrects what is kept under it; nobody else does.</summary>
public sealed class PersonalDataTests : BlogTests
{
    [Fact]
    public async Task The_answer_and_the_letter_are_the_same_whether_anything_is_kept_or_not()
    {
        await Blog.CommentAsync(await Blog.ArticleAsync());
        var known = await Blog.Visitor().AskAsync(Cast.Email(Cast.Noor));
        var unknown = await Blog.Visitor().AskAsync("niemand@voorbeeld.test");

        Assert.Equal(known.Source.Replace(Cast.Email(Cast.Noor), "", StringComparison.Ordinal), unknown.Source.Replace("niemand@voorbeeld.test", "", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, known.Status);
        var letters = await Blog.LettersAsync(2);
        Assert.Equal(Bare(letters[0]), Bare(letters[1]));

        static string Bare(string letter) => string.Join('\n', letter.Split('\n').Where(l => !l.StartsWith("To:", StringComparison.Ordinal) && !l.StartsWith("https:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_page_shows_comments_in_every_state_and_of_nobody_else()
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post, Cast.Noor, "Gepubliceerd door Noor.");
        await Blog.HideAsync(await Blog.CommentAsync(post, Cast.Noor, "Afgewezen van Noor."), CommentState.Rejected);
        await Blog.HideAsync(await Blog.CommentAsync(post, Cast.Noor, "Spam van Noor."), CommentState.Spam);
        await Blog.CommentAsync(post, Cast.Joost, "Van Joost.");
        var visitor = Blog.Visitor();
        var path = await Blog.ProveAsync(visitor, Cast.Email(Cast.Noor));

        var page = await visitor.OpenAsync(path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Gepubliceerd door Noor.", page.Source, StringComparison.Ordinal);
        Assert.Contains("Afgewezen van Noor.", page.Source, StringComparison.Ordinal);
        Assert.Contains("Spam van Noor.", page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("Van Joost.", page.Source, StringComparison.Ordinal);
        Assert.True(page.Answer.Headers.CacheControl!.NoStore);
        Assert.False(page.Answer.Headers.Contains("Set-Cookie"));
        Assert.Equal("same-origin", Assert.Single(page.Answer.Headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public async Task The_file_holds_everything_as_it_is_kept()
    {
        var visitor = Blog.Visitor();
        visitor.DefaultRequestHeaders.Add(SenderAddress.Header, "203.0.113.9");
        await visitor.ReactAsync((await Blog.ArticleAsync("Een titel")).Path, Cast.Tijmen, text: "Mijn **woorden**.", more: ("Website", "https://tijmen.test"));
        var path = await Blog.ProveAsync(visitor, Cast.Email(Cast.Tijmen));

        var file = await visitor.SendFormAsync(path + "/bestand", new Dictionary<string, string>());

        Assert.Equal("application/json; charset=utf-8", file.Answer.Content.Headers.ContentType!.ToString());
        var comment = JsonDocument.Parse(file.Source).RootElement.GetProperty("reacties")[0];
        Assert.Equal(
            ("Mijn **woorden**.", Cast.Tijmen, Cast.Email(Cast.Tijmen), "https://tijmen.test/", "203.0.113.9", "Een titel", "Held"),
            (Value("Text"), Value("Name"), Value("Email"), Value("Website"), Value("SenderAddress"), Value("Article"), Value("State")));

        string Value(string name) => comment.GetProperty(name).GetString()!;
    }

    [Fact]
    public async Task A_link_ends_after_an_hour_and_with_what_it_erased()
    {
        await Blog.CommentAsync(await Blog.ArticleAsync());
        var visitor = Blog.Visitor();
        var path = await Blog.ProveAsync(visitor, Cast.Email(Cast.Noor));
        Blog.Clock.Pass(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, (await visitor.OpenAsync(path)).Status);

        Blog.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.EraseAsync(path, "weg")).Status);
        Assert.Equal(Cast.Noor, (await Blog.LatestAsync()).Name);
        await Blog.Services.GetRequiredService<Expiry>().RemoveAsync(CancellationToken.None);
        Assert.Equal(0, await Blog.ReadAsync(db => db.Set<PersonalLink>().CountAsync()));

        var other = await Blog.ProveAsync(visitor, Cast.Email(Cast.Noor), letters: 2);
        Assert.Equal(HttpStatusCode.OK, (await visitor.EraseAsync(other, "weg")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.EraseAsync(other, "weg")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync(other)).Status);
    }

    [Fact]
    public async Task A_key_is_not_in_the_database_and_another_opens_nothing()
    {
        await Blog.CommentAsync(await Blog.ArticleAsync());
        var visitor = Blog.Visitor();
        var path = await Blog.ProveAsync(visitor, Cast.Email(Cast.Noor));
        var key = path[(path.LastIndexOf('/') + 1)..];

        var stored = await Blog.ReadAsync(db => db.Set<PersonalLink>().SingleAsync());
        Assert.NotEqual(key, System.Text.Encoding.UTF8.GetString(stored.KeyHash));
        Assert.DoesNotContain(Stored.Everything(Blog), text => text.Contains(key, StringComparison.Ordinal));
        foreach (var action in new[] { "", "/wissen" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync(path[..^1] + action)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync(PersonalPage.Folder + new string('A', 43) + action)).Status);
        }
    }

    [Fact]
    public async Task A_name_and_website_are_corrected_everywhere()
    {
        var post = await Blog.ArticleAsync();
        var first = await Blog.CommentAsync(post, Cast.Noor);
        await Blog.CommentAsync(post, Cast.Joost, "Van Joost.", answers: first);
        var visitor = Blog.Visitor();
        var path = await Blog.ProveAsync(visitor, Cast.Email(Cast.Noor));

        var wrong = await visitor.SendFormAsync(path + "/aanpassen", new Dictionary<string, string> { ["Name"] = " ", ["Website"] = "nee nee" });
        var answer = await visitor.SendFormAsync(path + "/aanpassen", new Dictionary<string, string> { ["Name"] = "Noor de Wit", ["Website"] = "https://noor.test" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(2, wrong.All("#fouten li").Count);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var page = await Blog.Visitor().OpenAsync(post.Path);
        Assert.DoesNotContain(Cast.Noor, page.Source, StringComparison.Ordinal);
        Assert.Contains("@Noor de Wit", page.Text(".u-in-reply-to"), StringComparison.Ordinal);
        Assert.Equal("https://noor.test/", page["#reacties a.u-url.p-name"].GetAttribute("href"));
        Assert.Equal(ErasureKind.Corrected, (await Blog.ReadAsync(db => db.Set<Erasure>().SingleAsync())).Kind);
    }

    [Fact]
    public async Task No_more_letters_than_three_an_hour_go_to_one_address()
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("Kijk in je mail", (await Blog.Visitor().AskAsync(Cast.Email(Cast.Noor))).Text("h1"));
        }

        Assert.Equal(3, await Blog.ReadAsync(db => db.Set<PersonalLink>().CountAsync()));
    }

    [Fact]
    public async Task What_is_no_address_comes_back()
    {
        var page = await Blog.Visitor().AskAsync("geen adres");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("geen adres", page["#veld-email"].GetAttribute("value"));
        Assert.Contains("niet compleet", page.Text("#veld-email-fout"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await Blog.Visitor().SendFormAsync("/privacy/opvragen", new Dictionary<string, string> { ["Email"] = Cast.Email(Cast.Noor) }, "cross-site")).Status);
    }

    [Fact]
    public async Task What_somebody_wrote_signed_in_belongs_to_their_account()
    {
        var post = await Blog.ArticleAsync();
        var editor = await Blog.SignedInAsync(Role.Editor);
        await editor.ReactAsync(post.Path, text: "Namens de redactie.");
        var path = await Blog.ProveAsync(Blog.Visitor(), Staff.Email(Role.Editor));

        var page = await Blog.Visitor().OpenAsync(path);

        Assert.Contains("bewaren we niets", page.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Namens de redactie.", page.Source, StringComparison.Ordinal);
    }
}
