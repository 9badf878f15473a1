using System.Net;
using Bijgespijkerd.Web.Accounts;

namespace Bijgespijkerd.Tests.Editing;

/// <summary>An editor gives a post to another author, or another date.</summary>
public sealed class AttributionTests : BlogTests
{
    [Fact]
    public async Task A_post_gets_another_author_and_readers_see_it_at_once()
    {
        var (desk, reader) = (await Blog.DeskAsync(Cast.Noor, Role.Editor), Blog.Visitor());
        var post = await Blog.TellAsync(new Tale("Verhuisd"));
        var other = await Blog.AuthorAsync(Cast.Joost);
        await reader.OpenAsync(post.Path);

        var answer = await GiveAsync(desk, post.Id, ("Author", $"{other.Id}"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal(Cast.Joost, (await reader.OpenAsync(post.Path)).Text(".p-author .p-name"));
        Assert.Contains("Verhuisd", (await reader.OpenAsync($"/auteur/{other.Slug}")).Source, StringComparison.Ordinal);
        Assert.Contains("PostAttributed", await Blog.AuditAsync());
    }

    [Fact]
    public async Task Another_date_puts_it_elsewhere_among_the_articles()
    {
        var (desk, reader) = (await Blog.DeskAsync(Cast.Noor, Role.Editor), Blog.Visitor());
        var old = await Blog.TellAsync(new Tale("Ouder"));
        Blog.Clock.Pass(TimeSpan.FromDays(1));
        var post = await Blog.TellAsync(new Tale("Nieuwer"));
        Assert.Equal(["Nieuwer", "Ouder"], (await reader.OpenAsync("/")).All(".card .p-name").Select(c => c.TextContent));

        await GiveAsync(desk, post.Id, ("At", "2011-03-04T09:30"));

        Assert.Equal(["Ouder", "Nieuwer"], (await reader.OpenAsync("/")).All(".card .p-name").Select(c => c.TextContent));
        Assert.Contains("4 maart 2011", (await reader.OpenAsync(post.Path)).Text(".dt-published"), StringComparison.Ordinal);
        Assert.Contains("Nieuwer", (await reader.OpenAsync("/archief/2011/03")).Source, StringComparison.Ordinal);
        Assert.NotEqual(old.Id, post.Id);
    }

    [Theory]
    [InlineData("2090-01-01T10:00")]
    [InlineData("gisteren")]
    [InlineData("")]
    public async Task A_moment_that_has_not_been_is_refused(string at)
    {
        var desk = await Blog.DeskAsync(Cast.Noor, Role.Editor);
        var post = await Blog.TellAsync(new Tale("Een plan"));

        var page = await desk.FollowAsync(await GiveAsync(desk, post.Id, ("At", at)));

        Assert.Contains("die al geweest zijn", page.Text(".flash"), StringComparison.Ordinal);
        Assert.Equal(post.PublishedAt, (await Blog.PostAsync(post.Id)).PublishedAt);
    }

    [Fact]
    public async Task What_was_left_as_it_stood_keeps_its_seconds()
    {
        var desk = await Blog.DeskAsync(Cast.Noor, Role.Editor);
        Blog.Clock.Pass(TimeSpan.FromSeconds(17));
        var post = await Blog.TellAsync(new Tale("Een plan"));

        await GiveAsync(desk, post.Id);

        Assert.Equal(post.PublishedAt, (await Blog.PostAsync(post.Id)).PublishedAt);
    }

    [Fact]
    public async Task An_author_gives_nothing_away_and_takes_nothing()
    {
        var femke = await Blog.DeskAsync();
        var post = await Blog.TellAsync(new Tale("Een plan"));
        var other = await Blog.AuthorAsync(Cast.Joost);

        Assert.False((await femke.OpenAsync(Desk.PathOf(post))).Has("#toeschrijven"));
        var answer = await femke.SendAsync(Desk.PathOf(post) + "/toeschrijven", ("Author", $"{other.Id}"), ("At", "2011-03-04T09:30"));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal((post.AuthorId, post.PublishedAt), ((await Blog.PostAsync(post.Id)).AuthorId, (await Blog.PostAsync(post.Id)).PublishedAt));
    }

    private static async Task<Page> GiveAsync(HttpClient desk, long post, params (string Field, string Value)[] typed)
    {
        var path = $"/beheer/artikelen/{post}";
        return await desk.SendFormAsync(path + "/toeschrijven", (await desk.OpenAsync(path)).Fields("#toeschrijven form", null, typed));
    }
}
