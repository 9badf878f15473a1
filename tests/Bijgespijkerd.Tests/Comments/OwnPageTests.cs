using System.Net;
using Bijgespijkerd.Web.Comments;

namespace Bijgespijkerd.Tests.Comments;

/// <summary>Somebody's own comment, in place and on its own page, by the secret in the link.</summary>
public sealed class OwnPageTests : BlogTests
{
    [Theory]
    [InlineData("Mijn eerste.", "eerste reactie onder deze naam")]
    [InlineData("Zie https://een.test en https://twee.test.", "meerdere links")]
    public async Task A_waiting_comment_says_why_it_waits(string text, string reason)
    {
        var post = await Blog.ArticleAsync();
        var visitor = Blog.Visitor();
        await visitor.ReactAsync(post.Path, Cast.Tijmen, text: text);

        var page = await visitor.OpenAsync(await OwnLinkAsync(visitor, post.Path));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Je reactie wacht op goedkeuring.", page.Text(".flash"), StringComparison.Ordinal);
        Assert.Contains(reason, page.Text(".note"), StringComparison.Ordinal);
        Assert.True(page.Answer.Headers.CacheControl!.NoStore);
        Assert.Equal("same-origin", Assert.Single(page.Answer.Headers.GetValues("Referrer-Policy")));
        Assert.True(page.Has("meta[name=robots][content=noindex]"));
    }

    [Fact]
    public async Task The_link_alone_opens_it_and_shows_what_became_of_the_comment()
    {
        var post = await Blog.ArticleAsync();
        var visitor = Blog.Visitor();
        await visitor.ReactAsync(post.Path, Cast.Tijmen);
        var link = await OwnLinkAsync(visitor, post.Path);
        var comment = await Blog.LatestAsync();
        var elsewhere = Blog.Visitor();

        await Blog.ApproveAsync(comment);
        Assert.Equal("Je reactie staat op de site.", (await elsewhere.OpenAsync(link)).Text(".flash"));
        await Blog.HideAsync(comment, CommentState.Rejected);
        Assert.Equal("Je reactie is afgewezen.", (await elsewhere.OpenAsync(link)).Text(".flash"));
        await Blog.HideAsync(comment, CommentState.Trash);
        Assert.Equal("Je reactie is verwijderd.", (await elsewhere.OpenAsync(link)).Text(".flash"));
        await Blog.HideAsync(comment, CommentState.Spam);
        Assert.Equal("Je reactie wacht op goedkeuring.", (await elsewhere.OpenAsync(link)).Text(".flash"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/bewerken")]
    public async Task A_wrong_missing_or_borrowed_secret_opens_nothing(string action)
    {
        var post = await Blog.ArticleAsync();
        var (tijmen, joost) = (Blog.Visitor(), Blog.Visitor());
        await tijmen.ReactAsync(post.Path, Cast.Tijmen, text: "Van Tijmen.");
        var comment = await Blog.LatestAsync();
        await joost.ReactAsync(post.Path, Cast.Joost, text: "Van Joost.");
        var borrowed = SecretOf(await OwnLinkAsync(joost, post.Path));
        var own = SecretOf(await OwnLinkAsync(tijmen, post.Path));

        foreach (var secret in new[] { borrowed, own[..^1], own + "A", new string('A', 22), "%00", "' OR 1=1 --", "" })
        {
            var page = await joost.OpenAsync($"/reactie/{comment.Id}{action}?sleutel={Uri.EscapeDataString(secret)}");
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.DoesNotContain("Van Tijmen.", page.Source, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await joost.OpenAsync($"/reactie/{comment.Id}{action}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await joost.OpenAsync($"/reactie/999{action}?sleutel={own}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await tijmen.OpenAsync($"/reactie/{comment.Id}{action}?sleutel={own}")).Status);
    }

    [Fact]
    public async Task Spam_tells_its_writer_nothing_of_it()
    {
        var post = await Blog.ArticleAsync();
        var visitor = Blog.Visitor();
        await visitor.ReactAsync(post.Path, Cast.Tijmen, more: ("Onderwerp", "x"));

        var page = await visitor.OpenAsync(await OwnLinkAsync(visitor, post.Path));

        Assert.Contains("Je reactie wacht op goedkeuring.", page.Text(".flash"), StringComparison.Ordinal);
        Assert.DoesNotContain("spam", page.Text("main"), StringComparison.OrdinalIgnoreCase);
        Assert.True(page.Has($"a[href*='/bewerken']"));
    }

    internal static async Task<string> OwnLinkAsync(HttpClient visitor, string postPath) =>
        (await visitor.OpenAsync(postPath))["#reacties a[href*='sleutel=']"].GetAttribute("href")!;

    internal static string SecretOf(string link) => link[(link.IndexOf("sleutel=", StringComparison.Ordinal) + "sleutel=".Length)..];
}
