using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Comments;

/// <summary>A form with something wrong in it comes back with the text, and with a message beside the field.</summary>
public sealed class PostingMistakesTests : BlogTests
{
    [Theory]
    [InlineData("Name", "", "r-naam", "Vul je naam in")]
    [InlineData("Name", " \u200B\u202E ", "r-naam", "Vul je naam in")]
    [InlineData("Email", "", "r-mail", "Vul je e-mailadres in")]
    [InlineData("Email", "noor", "r-mail", "niet compleet")]
    [InlineData("Email", "noor@voorbeeld", "r-mail", "niet compleet")]
    [InlineData("Email", "noor@@voorbeeld.test", "r-mail", "niet compleet")]
    [InlineData("Email", "noor hagedoorn@voorbeeld.test", "r-mail", "niet compleet")]
    [InlineData("Email", "noor@voorbeeld.test\r\nBcc: joost@voorbeeld.test", "r-mail", "niet compleet")]
    [InlineData("Email", "noor@voorbeeld.test,joost@voorbeeld.test", "r-mail", "niet compleet")]
    [InlineData("Email", "<noor@voorbeeld.test>", "r-mail", "niet compleet")]
    [InlineData("Website", "javascript:alert(1)", "r-site", "Dit adres klopt niet")]
    [InlineData("Website", "data:text/html,x", "r-site", "Dit adres klopt niet")]
    [InlineData("Website", "ftp://voorbeeld.test", "r-site", "Dit adres klopt niet")]
    [InlineData("Website", "https://noor:geheim@voorbeeld.test", "r-site", "Dit adres klopt niet")]
    [InlineData("Website", "geen adres", "r-site", "Dit adres klopt niet")]
    [InlineData("Website", "http://localhost/", "r-site", "Dit adres klopt niet")]
    [InlineData("Body", "", "r-tekst", "Schrijf eerst je reactie")]
    [InlineData("Body", " \n\t\u200B ", "r-tekst", "Schrijf eerst je reactie")]
    public async Task A_mistake_is_told_beside_its_field(string field, string typed, string id, string message)
    {
        var post = await Blog.ArticleAsync();

        var page = await Blog.Visitor().ReactAsync(post.Path, more: (field, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.StartsWith("Fout:", page.Title, StringComparison.Ordinal);
        var element = page["#" + id];
        Assert.Equal("true", element.GetAttribute("aria-invalid"));
        var described = element.GetAttribute("aria-describedby")!.Split(' ');
        Assert.All(described, about => Assert.True(page.Has("#" + about)));
        Assert.Contains(message, page.Text($"#{described[0]}"), StringComparison.Ordinal);
        Assert.Contains(message, page.Text($"#fouten a[href='#{id}']"), StringComparison.Ordinal);
        Assert.Single(page.All("[aria-invalid=true]"));
        Assert.Equal(0, await Blog.ReadAsync(db => db.Comments.CountAsync()));
        Assert.False(page.Answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Everything_that_was_typed_comes_back()
    {
        var post = await Blog.ArticleAsync();
        const string text = "\n\n  Eerste regel & <b>tweede</b>\n\nDerde \"regel\".\n";

        var page = await Blog.Visitor().ReactAsync(post.Path, "Noor \"de\" Hagedoorn", "fout <adres>", text, more: ("Website", "'geen' <site>"));

        Assert.Equal("Noor \"de\" Hagedoorn", page.Typed("Name"));
        Assert.Equal("fout <adres>", page.Typed("Email"));
        Assert.Equal("'geen' <site>", page.Typed("Website"));
        Assert.Equal(text, page.Typed("Body"));
        Assert.Equal(["r-mail", "r-site"], page.All("#fouten a").Select(link => link.GetAttribute("href")![1..]));
    }

    [Fact]
    public async Task A_mistake_in_an_answer_comes_back_under_the_comment_that_is_answered()
    {
        var post = await Blog.ArticleAsync();
        var question = await Blog.CommentAsync(post, Cast.Joost);

        var page = await Blog.Visitor().ReactAsync(post.Path, email: "fout", answers: question.Id);

        Assert.Equal(question.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), page.Typed("ParentId"));
        Assert.Equal($"reactie-{question.Id}", page["#reageren"].Closest("li")!.QuerySelector("article")!.Id);
    }

    [Fact]
    public async Task A_form_without_any_field_is_told_what_is_missing()
    {
        var post = await Blog.ArticleAsync();

        var page = await Blog.Visitor().SendFormAsync(post.Path + "/reacties", new Dictionary<string, string>());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(3, page.All("#fouten a").Count);
    }
}

public sealed class PostingWithoutEmailTests() : BlogTests(("Comments:RequireEmail", "false"), ("Comments:HoldFirst", "false"))
{
    [Fact]
    public async Task An_email_address_may_stay_empty()
    {
        var post = await Blog.ArticleAsync();

        var answer = await Blog.Visitor().ReactAsync(post.Path, email: "");

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Null((await Blog.LatestAsync()).Email);
        Assert.False((await Blog.Visitor().OpenAsync(post.Path))["#r-mail"].HasAttribute("required"));
    }

    [Fact]
    public async Task One_that_is_given_must_be_complete()
    {
        var post = await Blog.ArticleAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Blog.Visitor().ReactAsync(post.Path, email: "noor@")).Status);
    }
}
