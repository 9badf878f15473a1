using System.Net;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bijgespijkerd.Tests.Live;

/// <summary>Readers hear of new comments: when they ask, and while they wait.</summary>
public sealed class StandTests
{
    [Fact]
    public async Task How_it_stands_is_asked_for_free_until_it_changes()
    {
        await using var blog = new TestBlog();
        var post = await blog.ArticleAsync();
        await blog.CommentAsync(post);
        var reader = blog.Visitor();
        var first = await reader.GetAsync(post.Path + "/reacties/stand");
        Assert.Equal("""{"aantal":1,"nummer":1,"nummers":[1]}""", await first.Content.ReadAsStringAsync());
        Assert.False(first.Headers.Contains("Set-Cookie"));

        Assert.Equal(HttpStatusCode.NotModified, (await AskAsync(reader, post.Path, first.Headers.ETag!.ToString())).StatusCode);
        await blog.CommentAsync(post, Cast.Joost);

        var then = await AskAsync(reader, post.Path, first.Headers.ETag.ToString());
        Assert.Equal("""{"aantal":2,"nummer":2,"nummers":[2,1]}""", await then.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_comment_that_waits_is_no_news()
    {
        await using var blog = new TestBlog();
        var post = await blog.ArticleAsync();
        await blog.Visitor().ReactAsync(post.Path, Cast.Tijmen);

        Assert.Equal("""{"aantal":0,"nummer":0,"nummers":[]}""", await blog.Visitor().GetStringAsync(post.Path + "/reacties/stand"));
    }

    [Theory]
    [InlineData("stand")]
    [InlineData("stroom")]
    public async Task Of_what_readers_do_not_see_nothing_is_told(string what)
    {
        await using var blog = new TestBlog();
        var draft = await blog.ArticleAsync("Nog een concept", also: p => p.BackToDraft(blog.Clock.GetUtcNow()));

        Assert.Equal(HttpStatusCode.NotFound, (await blog.Visitor().GetAsync($"{draft.Path}/reacties/{what}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await blog.Visitor().GetAsync($"/artikel/nergens/reacties/{what}")).StatusCode);
    }

    [Fact]
    public async Task Who_waits_hears_of_it_at_once()
    {
        await using var blog = new TestBlog();
        var (post, other) = (await blog.ArticleAsync(), await blog.ArticleAsync());
        using var stream = await OpenAsync(blog, post.Path);
        Assert.Equal("""data: {"aantal":0,"nummer":0,"nummers":[]}""", await NextAsync(stream));

        await blog.CommentAsync(other);
        await blog.Visitor().ReactAsync(post.Path, Cast.Tijmen);
        await blog.CommentAsync(post);

        Assert.Equal("""data: {"aantal":1,"nummer":1,"nummers":[1]}""", await NextAsync(stream));
        Assert.Equal(1, blog.Services.GetRequiredService<TalkReaders>().Count);
    }

    [Fact]
    public async Task An_approval_is_news_and_a_post_that_goes_ends_the_stream()
    {
        await using var blog = new TestBlog();
        var post = await blog.ArticleAsync();
        await blog.Visitor().ReactAsync(post.Path, Cast.Tijmen);
        using var stream = await OpenAsync(blog, post.Path);
        await NextAsync(stream);

        await blog.ApproveAsync(await blog.LatestAsync());
        Assert.Equal("""data: {"aantal":1,"nummer":1,"nummers":[1]}""", await NextAsync(stream));
        await blog.WriteAsync(async db =>
        {
            (await db.Posts.AsTracking().SingleAsync(p => p.Id == post.Id)).BackToDraft(blog.Clock.GetUtcNow());
            return true;
        });

        Assert.Null(await NextAsync(stream));
    }

    [Fact]
    public async Task What_was_approved_and_taken_back_is_not_new_to_anybody()
    {
        await using var blog = new TestBlog(("Comments:FloodSeconds", "0"));
        var post = await blog.ArticleAsync();
        await blog.CommentAsync(post);
        await blog.Visitor().ReactAsync(post.Path, Cast.Tijmen);
        var taken = await blog.LatestAsync();
        var stand = post.Path + "/reacties/stand";

        await blog.ApproveAsync(taken);
        await blog.HideAsync(taken, CommentState.Held);
        Assert.Equal("""{"aantal":1,"nummer":1,"nummers":[1]}""", await blog.Visitor().GetStringAsync(stand));

        await blog.CommentAsync(post, Cast.Joost);
        Assert.Equal("""{"aantal":2,"nummer":3,"nummers":[3,1]}""", await blog.Visitor().GetStringAsync(stand));
    }

    [Fact]
    public async Task There_is_room_for_so_many_in_all_and_from_one_address()
    {
        await using var blog = new TestBlog(("Live:Connections", "2"), ("Live:PerAddress", "1"));
        var post = await blog.ArticleAsync();
        using var first = await OpenAsync(blog, post.Path, "203.0.113.1");

        var same = await SendAsync(blog, post.Path, "203.0.113.1");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (same.StatusCode, same.Headers.RetryAfter is not null));
        using var second = await OpenAsync(blog, post.Path, "203.0.113.2");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await SendAsync(blog, post.Path, "203.0.113.3")).StatusCode);
    }

    [Fact]
    public async Task A_site_that_ends_waits_for_nobody()
    {
        await using var blog = new TestBlog();
        using var stream = await OpenAsync(blog, (await blog.ArticleAsync()).Path);
        await NextAsync(stream);

        blog.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Null(await NextAsync(stream));
    }

    [Fact]
    public async Task The_panel_hears_how_many_wait()
    {
        await using var blog = new TestBlog();
        var post = await blog.ArticleAsync();
        var moderator = await blog.SignedInAsync(Role.Moderator);
        await blog.Visitor().ReactAsync(post.Path, Cast.Tijmen);

        Assert.Equal("""{"wachten":1}""", await moderator.GetStringAsync("/beheer/reacties/stand"));
        await blog.HideAsync(await blog.LatestAsync(), CommentState.Rejected);
        Assert.Equal("""{"wachten":0}""", await moderator.GetStringAsync("/beheer/reacties/stand"));
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient reader, string path, string known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path + "/reacties/stand");
        request.Headers.TryAddWithoutValidation("If-None-Match", known);
        return reader.SendAsync(request);
    }

    private static Task<HttpResponseMessage> SendAsync(TestBlog blog, string path, string address)
    {
        var reader = blog.Visitor();
        reader.DefaultRequestHeaders.Add(SenderAddress.Header, address);
        return reader.GetAsync(path + "/reacties/stroom", HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task<StreamReader> OpenAsync(TestBlog blog, string path, string address = "203.0.113.1")
    {
        var answer = await SendAsync(blog, path, address);
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        return new StreamReader(await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>The next line with news; null at the end.</summary>
    private static async Task<string?> NextAsync(StreamReader stream)
    {
        while (await stream.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)) is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                return line;
            }
        }

        return null;
    }
}
