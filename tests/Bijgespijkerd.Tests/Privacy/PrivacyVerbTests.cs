using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Platform.Verbs;
using Bijgespijkerd.Web.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Privacy;

/// <summary>What an operator needs after a leak.</summary>
public sealed class PrivacyVerbTests : BlogTests
{
    [Fact]
    public async Task Addresses_and_the_log_are_listed()
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post, Cast.Noor);
        Blog.Clock.Pass(TimeSpan.FromDays(10));
        await Blog.CommentAsync(post, Cast.Joost);
        await Blog.CommentAsync(post, Cast.Joost, "Nog een.");
        await Blog.StaffAsync(Role.Editor);

        Assert.Equal([Staff.Email(Role.Editor), Cast.Email(Cast.Joost), Cast.Email(Cast.Noor)], (await RunAsync("addresses")).Lines);
        Assert.Equal([Staff.Email(Role.Editor), Cast.Email(Cast.Joost)], (await RunAsync("addresses", "--since", "2026-05-20")).Lines);
        Assert.Contains("Invited\tDe Editor", Assert.Single((await RunAsync("audit")).Lines), StringComparison.Ordinal);
        Assert.Empty((await RunAsync("audit", "--since", "2030-01-01")).Lines);
    }

    [Fact]
    public async Task The_list_of_erasures_names_nobody()
    {
        await Blog.CommentAsync(await Blog.ArticleAsync());
        var visitor = Blog.Visitor();
        await visitor.EraseAsync(await Blog.ProveAsync(visitor, Cast.Email(Cast.Noor)), "weg");

        var line = Assert.Single((await RunAsync("erasures")).Lines);

        var done = await Blog.ReadAsync(db => db.Set<Erasure>().SingleAsync());
        Assert.Equal($"{Convert.ToHexString(done.AddressHash)}\tRemoved\t2026-05-14T07:12:00.0000000+00:00", line);
    }

    [Theory]
    [InlineData("alles")]
    [InlineData("addresses", "--since", "gisteren")]
    [InlineData("addresses", "iets")]
    public async Task What_it_does_not_know_it_says(params string[] words) => Assert.Equal(2, (await RunAsync(words)).Status);

    private async Task<(int Status, string[] Lines)> RunAsync(params string[] words)
    {
        _ = Blog.Visitor();
        await using var output = new StringWriter();
        var status = await Blog.Services.GetServices<IVerb>().Single(v => v.Name == "privacy").RunAsync(words, output, CancellationToken.None);
        return (status, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
