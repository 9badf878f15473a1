using System.Net;
using Bijgespijkerd.Web.Accounts;

namespace Bijgespijkerd.Tests.Platform;

/// <summary>Whoever has an IPv6 network of 64 bits is one sender to every limit (rows W7, W8).</summary>
public sealed class SenderNetworkTests() : BlogTests(("Comments:HoldFirst", "false"), ("Live:PerAddress", "1"))
{
    [Fact]
    public async Task Comments_are_counted_together_within_it()
    {
        var post = await Blog.ArticleAsync();
        await From("2001:db8:1:2::1").ReactAsync(post.Path);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await From("2001:db8:1:2:ffff::9").ReactAsync(post.Path, Cast.Joost)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await From("2001:db8:1:3::1").ReactAsync(post.Path, Cast.Tijmen)).Status);
        Assert.Equal("2001:db8:1:3::1", (await Blog.LatestAsync()).SenderAddress);
    }

    [Fact]
    public async Task An_old_address_is_the_same_written_as_a_new_one()
    {
        var post = await Blog.ArticleAsync();
        await From("192.0.2.7").ReactAsync(post.Path);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await From("::ffff:192.0.2.7").ReactAsync(post.Path, Cast.Joost)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await From("::ffff:192.0.2.8").ReactAsync(post.Path, Cast.Tijmen)).Status);
    }

    [Fact]
    public async Task Reports_are_counted_together_within_it()
    {
        var post = await Blog.ArticleAsync();
        var statuses = new List<HttpStatusCode>();
        for (var n = 0; n < 7; n++)
        {
            statuses.Add(await ReportAsync((await Blog.CommentAsync(post, text: $"Nummer {n}")).Id, $"2001:db8:1:2::{n}"));
        }

        Assert.Equal((5, HttpStatusCode.TooManyRequests), (statuses.Count(s => s == HttpStatusCode.SeeOther), statuses[^1]));
    }

    [Fact]
    public async Task Guesses_at_many_accounts_are_counted_together_within_it()
    {
        var statuses = new List<HttpStatusCode>();
        for (var n = 0; n < 23; n++)
        {
            statuses.Add((await From($"2001:db8:1:2::{n:x}").SignInAsync($"iemand{n}@voorbeeld.test", Staff.Password)).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await From("2001:db8:1:3::1").SignInAsync("iemand@voorbeeld.test", Staff.Password)).Status);
    }

    [Fact]
    public async Task Streams_are_counted_together_within_it()
    {
        var path = (await Blog.ArticleAsync()).Path + "/reacties/stroom";
        using var first = await From("2001:db8:1:2::1").GetAsync(path, HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await From("2001:db8:1:2::2").GetAsync(path, HttpCompletionOption.ResponseHeadersRead)).StatusCode);
    }

    private async Task<HttpStatusCode> ReportAsync(long comment, string address) =>
        (await From(address).SendFormAsync($"/reactie/{comment}/melden", new Dictionary<string, string> { ["reden"] = "spam" })).Status;

    private HttpClient From(string address)
    {
        var visitor = Blog.Visitor();
        visitor.DefaultRequestHeaders.Add(SenderAddress.Header, address);
        return visitor;
    }
}
