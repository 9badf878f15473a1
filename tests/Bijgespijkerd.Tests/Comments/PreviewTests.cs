using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Comments;

public sealed class PreviewTests : BlogTests
{
    [Fact]
    public async Task A_preview_shows_the_text_rendered_and_stores_nothing()
    {
        var post = await Blog.ArticleAsync();

        var page = await Blog.Visitor().ReactAsync(post.Path, text: "Dit is **vet** :-)", more: [("Website", "voorbeeld.test"), ("Voorbeeld", "ja")]);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("vet", page.Text("#voorbeeld strong"));
        Assert.Equal("Dit is **vet** :-)", page.Typed("Body"));
        Assert.Equal((Cast.Noor, Cast.Email(Cast.Noor), "voorbeeld.test"), (page.Typed("Name"), page.Typed("Email"), page.Typed("Website")));
        Assert.False(page.Has("#fouten"));
        Assert.False(page.Answer.Headers.Contains("Set-Cookie"));
        Assert.True(page.Answer.Headers.CacheControl!.NoStore);
        Assert.Equal(0, await Blog.ReadAsync(db => db.Comments.CountAsync()));
    }

    [Fact]
    public async Task A_name_and_address_can_wait_until_after_the_preview()
    {
        var post = await Blog.ArticleAsync();

        var page = await Blog.Visitor().ReactAsync(post.Path, text: "Alvast.", more: [("Name", ""), ("Email", ""), ("Voorbeeld", "ja")]);

        Assert.Equal("Alvast.", page.Text("#voorbeeld .says"));
        Assert.False(page.Has("[aria-invalid=true]"));
    }

    [Fact]
    public async Task A_preview_of_an_answer_stays_under_what_it_answers()
    {
        var post = await Blog.ArticleAsync();
        var question = await Blog.CommentAsync(post, Cast.Joost);

        var page = await Blog.Visitor().ReactAsync(post.Path, answers: question.Id, more: ("Voorbeeld", "ja"));

        Assert.Equal(question.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), page.Typed("ParentId"));
        Assert.True(page.Has("#voorbeeld"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("lang")]
    public async Task A_text_that_cannot_be_shown_is_told(string kind)
    {
        var post = await Blog.ArticleAsync();
        var text = kind.Length == 0 ? "" : new string('x', 10_001);

        var page = await Blog.Visitor().ReactAsync(post.Path, text: text, more: ("Voorbeeld", "ja"));

        Assert.False(page.Has("#voorbeeld"));
        Assert.Equal("true", page["#r-tekst"].GetAttribute("aria-invalid"));
        Assert.Equal(text, page.Typed("Body"));
    }
}
