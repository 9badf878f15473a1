using System.Globalization;
using System.Net;
using Bijgespijkerd.Web.Comments.Posting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Comments;

public sealed class PostingTooFastTests : BlogTests
{
    private int _texts;

    [Fact]
    public async Task A_second_comment_within_fifteen_seconds_waits_its_turn_with_its_text()
    {
        var post = await Blog.ArticleAsync();
        var visitor = Blog.Visitor();
        await SayAsync(visitor, post.Path);
        Blog.Clock.Pass(TimeSpan.FromSeconds(10));

        var page = await visitor.ReactAsync(post.Path, text: "Nog iets.");

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Equal(TimeSpan.FromSeconds(5), page.Answer.Headers.RetryAfter!.Delta);
        Assert.StartsWith("Fout:", page.Title, StringComparison.Ordinal);
        Assert.Contains("Wacht 5 seconden", page.Text("#fouten"), StringComparison.Ordinal);
        Assert.Equal("Nog iets.", page.Typed("Body"));
        Assert.Equal(1, await CountAsync());
        Blog.Clock.Pass(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.ReactAsync(post.Path, text: "Nog iets.")).Status);
    }

    [Fact]
    public async Task Another_browser_with_the_same_email_address_is_as_fast()
    {
        var post = await Blog.ArticleAsync();
        await SayAsync(Blog.Visitor(), post.Path);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await SayAsync(Blog.Visitor(), post.Path, email: " NOOR-hagedoorn@voorbeeld.test")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await SayAsync(Blog.Visitor(), post.Path, Cast.Joost)).Status);
    }

    [Fact]
    public async Task One_network_address_under_many_names_is_as_fast()
    {
        var post = await Blog.ArticleAsync();
        await SayAsync(From("192.0.2.7"), post.Path);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await SayAsync(From("192.0.2.7"), post.Path, Cast.Joost)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await SayAsync(From("192.0.2.8"), post.Path, Cast.Joost)).Status);
    }

    /// <summary>A thousand people behind one proxy: what each comment costs must not grow with those before it.</summary>
    [Fact]
    public void Of_an_address_that_many_comment_from_only_the_last_moments_are_kept()
    {
        using var blog = new TestBlog(("Comments:FloodSeconds", "0"), ("Comments:FloodPerTenMinutes", "5"));
        var gate = blog.Services.GetRequiredService<FloodGate>();
        for (var n = 0; n < 1_000; n++)
        {
            gate.Count(new GateMark(), "203.0.113.9");
        }

        Assert.InRange(gate.Remembered, 5, 10);
        Assert.Equal(TimeSpan.FromMinutes(10), gate.Wait("203.0.113.9"));
    }

    [Fact]
    public async Task A_header_that_claims_another_address_does_not_help()
    {
        var post = await Blog.ArticleAsync();
        await SayAsync(From("192.0.2.7"), post.Path);

        for (var i = 0; i < 20; i++)
        {
            var visitor = From("192.0.2.7");
            visitor.DefaultRequestHeaders.Add("X-Forwarded-For", $"198.51.100.{i}");
            Assert.Equal(HttpStatusCode.TooManyRequests, (await SayAsync(visitor, post.Path, $"Naam {i}")).Status);
        }
    }

    [Fact]
    public async Task Ten_comments_in_ten_minutes_is_the_most()
    {
        var post = await Blog.ArticleAsync();
        var visitor = Blog.Visitor();
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await SayAsync(visitor, post.Path)).Status);
            Blog.Clock.Pass(TimeSpan.FromSeconds(20));
        }

        var page = await SayAsync(visitor, post.Path);

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Equal(TimeSpan.FromSeconds(400), page.Answer.Headers.RetryAfter!.Delta);
        Blog.Clock.Pass(TimeSpan.FromSeconds(400));
        Assert.Equal(HttpStatusCode.SeeOther, (await SayAsync(visitor, post.Path)).Status);
    }

    [Fact]
    public async Task A_flood_from_one_address_leaves_others_alone()
    {
        var post = await Blog.ArticleAsync();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 100; i++)
        {
            answers.Add((await SayAsync(From("192.0.2.7"), post.Path, $"Naam {i}")).Status);
        }

        Assert.Equal(99, answers.Count(status => status == HttpStatusCode.TooManyRequests));
        Assert.Equal(HttpStatusCode.SeeOther, (await SayAsync(From("192.0.2.8"), post.Path, Cast.Joost)).Status);
        Assert.Equal(HttpStatusCode.OK, (await From("192.0.2.7").OpenAsync(post.Path)).Status);
    }

    [Fact]
    public async Task A_corrected_mistake_a_preview_or_a_double_click_is_not_too_fast()
    {
        var post = await Blog.ArticleAsync();
        var visitor = Blog.Visitor();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.ReactAsync(post.Path, more: ("Website", "fout adres"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.ReactAsync(post.Path, more: ("Voorbeeld", "ja"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.ReactAsync(post.Path)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.ReactAsync(post.Path)).Status);
    }

    private HttpClient From(string address)
    {
        var visitor = Blog.Visitor();
        visitor.DefaultRequestHeaders.Add(SenderAddress.Header, address);
        return visitor;
    }

    private Task<Page> SayAsync(HttpClient visitor, string path, string name = Cast.Noor, string? email = null) =>
        visitor.ReactAsync(path, name, email, string.Create(CultureInfo.InvariantCulture, $"Tekst {++_texts}"));

    private Task<int> CountAsync() => Blog.ReadAsync(db => db.Comments.CountAsync());
}

public sealed class PostingWithoutPauseTests() : BlogTests(("Comments:FloodSeconds", "0"), ("Comments:FloodPerTenMinutes", "0"))
{
    [Fact]
    public async Task Nothing_is_too_fast_when_the_site_says_so()
    {
        var post = await Blog.ArticleAsync();
        for (var i = 0; i < 12; i++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await Blog.Visitor().ReactAsync(post.Path, text: $"Tekst {i}")).Status);
        }
    }
}
