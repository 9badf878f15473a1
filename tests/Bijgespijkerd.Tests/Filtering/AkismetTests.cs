using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Bijgespijkerd.Tests.Moderation;
using Bijgespijkerd.Web.Comments;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bijgespijkerd.Tests.Filtering;

/// <summary>The outside service, by its documented interface; a server of the test answers as it would.</summary>
public sealed class AkismetTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<(string Path, IFormCollection Fields)> _asked = new();
    private WebApplication _server = null!;
    private Func<HttpContext, Task> _answer = context => context.Response.WriteAsync("false");

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(async context =>
        {
            _asked.Enqueue((context.Request.Path.ToString(), await context.Request.ReadFormAsync()));
            await _answer(context);
        });
        await _server.StartAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("true", CommentState.Held, "akismet")]
    [InlineData("false", CommentState.Published, null)]
    [InlineData("invalid", CommentState.Published, "akismet-silent")]
    public async Task What_it_says_is_one_of_the_reasons(string says, CommentState state, string? code)
    {
        _answer = context => context.Response.WriteAsync(says);
        using var blog = Blog();
        var post = await blog.ArticleAsync();
        await blog.CommentAsync(post);

        await blog.Visitor().ReactAsync(post.Path, text: "Een gewone vraag.");

        var stored = await blog.LatestAsync();
        Assert.Equal((state, code), (stored.State, stored.Reasons.SingleOrDefault()?.Code));
        var (path, fields) = Assert.Single(_asked);
        Assert.Equal("/1.1/comment-check", path);
        Assert.Equal(("geheim", "comment", "Een gewone vraag.", Cast.Noor, Cast.Email(Cast.Noor)), ((string?)fields["api_key"], (string?)fields["comment_type"], (string?)fields["comment_content"], (string?)fields["comment_author"], (string?)fields["comment_author_email"]));
        Assert.Equal(TestBlog.Address + post.Path, fields["permalink"]);
    }

    [Fact]
    public async Task A_failure_is_told_and_holds_nothing()
    {
        _answer = context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        using var blog = Blog();
        var post = await blog.ArticleAsync();
        await blog.CommentAsync(post);

        await blog.Visitor().ReactAsync(post.Path, text: "Een gewone vraag.");

        var stored = await blog.LatestAsync();
        Assert.Equal((CommentState.Published, "akismet-silent"), (stored.State, Assert.Single(stored.Reasons).Code));
    }

    [Fact]
    public async Task A_service_that_never_answers_is_not_waited_for()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var blog = new TestBlog(("Akismet:Key", "geheim"), ("Akismet:BaseAddress", $"http://{silent.LocalEndpoint}/"));
        var post = await blog.ArticleAsync();
        await blog.CommentAsync(post);

        await blog.Visitor().ReactAsync(post.Path, text: "Een gewone vraag.");

        var stored = await blog.LatestAsync();
        Assert.Equal((CommentState.Published, "akismet-silent", "2 s"), (stored.State, Assert.Single(stored.Reasons).Code, stored.Reasons[0].Detail));
    }

    [Fact]
    public async Task What_comes_too_fast_is_not_asked_about()
    {
        using var blog = Blog();
        var post = await blog.ArticleAsync();
        await blog.CommentAsync(post);
        var visitor = blog.Visitor();

        await visitor.ReactAsync(post.Path, text: "Een gewone vraag.");
        var refused = await visitor.ReactAsync(post.Path, text: "En meteen nog een.");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Single(_asked);
    }

    [Fact]
    public async Task Only_while_it_is_on_is_it_asked_and_named_on_the_form()
    {
        using var on = Blog();
        using var off = new TestBlog();
        var (here, there) = (await on.ArticleAsync(), await off.ArticleAsync());

        Assert.Contains("Deze site gebruikt Akismet om spam te verminderen.", (await on.Visitor().OpenAsync(here.Path)).Text("#reageren"), StringComparison.Ordinal);
        Assert.DoesNotContain("Akismet", (await off.Visitor().OpenAsync(there.Path)).Source, StringComparison.Ordinal);
        await off.Visitor().ReactAsync(there.Path);
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task A_decision_is_told_a_minute_later_and_one_that_was_taken_back_is_not()
    {
        using var blog = Blog();
        var post = await blog.ArticleAsync();
        var (good, bad, undone) = (await blog.HeldAsync(post), await blog.HeldAsync(post, Cast.Joost, "Koop nu"), await blog.HeldAsync(post, Cast.Noor, "Hallo"));
        var desk = await blog.ModeratorAsync();

        await desk.DecideAsync("Goedkeuren", good);
        await desk.DecideAsync("Spam", bad);
        await desk.DecideAsync("Spam", undone);
        await desk.UndoAsync(blog);
        await blog.SendDueAsync();
        Assert.Empty(_asked);
        blog.Clock.Pass(TimeSpan.FromSeconds(60));
        await blog.SendDueAsync();

        Assert.Equal([("/1.1/submit-ham", "Mag dit?"), ("/1.1/submit-spam", "Koop nu")], _asked.Select(a => (a.Path, (string?)a.Fields["comment_content"])).Order());
        Assert.Empty(await blog.OutboxAsync());
    }

    private TestBlog Blog() => new(("Akismet:Key", "geheim"), ("Akismet:BaseAddress", _server.Urls.First()));
}
