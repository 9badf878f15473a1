using System.Net;
using Bijgespijkerd.Web.Comments;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Comments;

public sealed class PostingTests : IAsyncLifetime
{
    private readonly TestBlog _blog = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task A_known_commenter_is_published_at_once()
    {
        var post = await _blog.ArticleAsync();
        await _blog.CommentAsync(post, Cast.Noor);
        var visitor = _blog.Visitor();

        var answer = await visitor.ReactAsync(post.Path, Cast.Noor, text: "Nog een vraag.");

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var stored = await _blog.ReadAsync(db => db.Comments.OrderBy(c => c.Id).LastAsync());
        Assert.Equal($"{post.Path}#reactie-{stored.Id}", answer.Answer.Headers.Location!.ToString());
        Assert.Equal(CommentState.Published, stored.State);
        var page = await _blog.Visitor().OpenAsync(post.Path);
        Assert.Equal("2 reacties", page.Text("#reacties h2"));
        Assert.Equal("Nog een vraag.", page.Text($"#reactie-{stored.Id} .e-content"));
    }

    [Fact]
    public async Task A_first_comment_waits_and_only_its_writer_sees_it()
    {
        var post = await _blog.ArticleAsync();
        var visitor = _blog.Visitor();

        var answer = await visitor.ReactAsync(post.Path, Cast.Tijmen, text: "Mijn eerste reactie.");

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var own = await visitor.OpenAsync(post.Path);
        Assert.Contains("Je reactie wacht op goedkeuring.", own.Text("#reacties"), StringComparison.Ordinal);
        Assert.Equal("private, no-store", own.Answer.Headers.CacheControl!.ToString().Replace("no-store, private", "private, no-store", StringComparison.Ordinal));
        var other = await _blog.Visitor().OpenAsync(post.Path);
        Assert.DoesNotContain("Mijn eerste reactie.", other.Source, StringComparison.Ordinal);
        Assert.DoesNotContain(Cast.Tijmen, other.Source, StringComparison.Ordinal);
        Assert.Equal("Nog geen reacties", other.Text("#reacties h2"));
    }
}
