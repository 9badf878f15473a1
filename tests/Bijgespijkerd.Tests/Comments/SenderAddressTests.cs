using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Comments;

/// <summary>Where a comment was sent from is kept for thirty days, and not of who works here.</summary>
public sealed class SenderAddressTests
{
    private const string From = "203.0.113.7";

    [Fact]
    public async Task An_address_is_kept_for_its_term()
    {
        await using var blog = new TestBlog();
        await ReactAsync(blog, blog.Visitor());
        Assert.Equal((From, (int?)4_200), await StoredAsync(blog));

        blog.Clock.Pass(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        await ExpireAsync(blog);
        Assert.Equal(From, (await StoredAsync(blog)).Address);

        blog.Clock.Pass(TimeSpan.FromSeconds(1));
        await ExpireAsync(blog);
        Assert.Equal((null, (int?)4_200), await StoredAsync(blog));
        Assert.Equal("Herkenbaar.", (await blog.LatestAsync()).Markdown);
    }

    [Fact]
    public async Task With_a_term_of_none_nothing_is_kept()
    {
        await using var blog = new TestBlog(("Retention:AddressDays", "0"));
        await ReactAsync(blog, blog.Visitor());

        Assert.Null((await StoredAsync(blog)).Address);
    }

    [Fact]
    public async Task Whoever_works_here_is_not_looked_for()
    {
        await using var blog = new TestBlog();
        await ReactAsync(blog, await blog.SignedInAsync(Role.Moderator));

        Assert.Null((await StoredAsync(blog)).Address);
    }

    [Fact]
    public async Task A_shorter_term_counts_for_what_is_there()
    {
        await using var blog = new TestBlog();
        await ReactAsync(blog, blog.Visitor());
        var administrator = await blog.SignedInAsync(Role.Administrator);
        await administrator.ChooseAsync(("Retention-AddressDays", "0"));

        await ExpireAsync(blog);

        Assert.Null((await StoredAsync(blog)).Address);
    }

    private static async Task ReactAsync(TestBlog blog, HttpClient browser)
    {
        browser.DefaultRequestHeaders.Add(SenderAddress.Header, From);
        await browser.ReactAsync((await blog.ArticleAsync()).Path, more: ("Duur", "4200"));
    }

    private static async Task<(string? Address, int? Fill)> StoredAsync(TestBlog blog)
    {
        var stored = await blog.ReadAsync(db => db.Comments.SingleAsync());
        return (stored.SenderAddress, stored.FillMilliseconds);
    }

    private static Task<int> ExpireAsync(TestBlog blog) => blog.Services.GetRequiredService<Expiry>().RemoveAsync(CancellationToken.None);
}
