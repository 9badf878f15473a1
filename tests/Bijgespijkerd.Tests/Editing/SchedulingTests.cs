using System.Net;
using Bijgespijkerd.Web.Editing.Publishing;
using Bijgespijkerd.Web.Posts;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Editing;

public sealed class SchedulingTests : BlogTests
{
    private Task<int> PublishDueAsync() => Blog.Services.GetRequiredService<Scheduling>().PublishDueAsync(CancellationToken.None);

    [Fact]
    public async Task It_goes_out_on_its_minute_and_not_before()
    {
        var reader = Blog.Visitor();
        await Blog.CategoryAsync("Webcare");
        var post = await Blog.TellAsync(new Tale("Gepland") { State = PostState.Scheduled, Categories = ["Webcare"], Tags = ["toon"] });
        foreach (var list in new[] { "/", "/feed", "/categorie/webcare", "/tag/toon", "/archief" })
        {
            await reader.OpenAsync(list);
        }

        Blog.Clock.Set(post.PublishedAt!.Value.AddSeconds(-1));
        Assert.Equal(0, await PublishDueAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await reader.OpenAsync(post.Path)).Status);
        Blog.Clock.Set(post.PublishedAt.Value);
        Assert.Equal(1, await PublishDueAsync());
        Assert.Equal(0, await PublishDueAsync());

        Assert.Equal(HttpStatusCode.OK, (await reader.OpenAsync(post.Path)).Status);
        foreach (var list in new[] { "/", "/feed", "/categorie/webcare", "/tag/toon" })
        {
            Assert.Contains("Gepland", (await reader.OpenAsync(list)).Source, StringComparison.Ordinal);
        }

        Assert.Equal(post.PublishedAt, (await Blog.PostAsync(post.Id)).PublishedAt);
    }

    [Fact]
    public async Task What_is_asked_every_minute_reads_no_large_table_whole()
    {
        await Blog.TellAsync(new Tale("Gepland") { State = PostState.Scheduled });

        var seen = await Blog.Sql.SeenDuringAsync(PublishDueAsync);

        Assert.NotEmpty(seen);
        foreach (var command in seen)
        {
            Assert.Empty(await QueryPlan.FaultsAsync(Blog, command));
        }
    }

    [Fact]
    public async Task After_a_stop_it_catches_up_with_the_moment_that_was_planned()
    {
        var first = await Blog.TellAsync(new Tale("Eerste") { State = PostState.Scheduled });
        var second = await Blog.TellAsync(new Tale("Tweede") { State = PostState.Scheduled, At = Blog.Clock.GetUtcNow().AddHours(1) });
        Blog.Clock.Pass(TimeSpan.FromDays(9));

        Assert.Equal(2, await PublishDueAsync());

        Assert.Equal((PostState.Published, first.PublishedAt), ((await Blog.PostAsync(first.Id)).State, (await Blog.PostAsync(first.Id)).PublishedAt));
        Assert.Equal(PostState.Published, (await Blog.PostAsync(second.Id)).State);
    }

    [Fact]
    public async Task Two_workers_publish_it_once()
    {
        await Blog.TellAsync(new Tale("Gepland") { State = PostState.Scheduled });
        Blog.Clock.Pass(TimeSpan.FromDays(2));

        var published = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PublishDueAsync()));

        Assert.Equal(1, published.Sum());
    }

    [Fact]
    public async Task What_was_taken_back_stays_back()
    {
        var desk = await Blog.DeskAsync();
        var post = await Blog.TellAsync(new Tale("Gepland") { State = PostState.Scheduled });
        await desk.PressAsync(Desk.PathOf(post), Desk.PathOf(post) + "/concept");
        Blog.Clock.Pass(TimeSpan.FromDays(2));

        Assert.Equal(0, await PublishDueAsync());

        var stored = await Blog.PostAsync(post.Id);
        Assert.Equal((PostState.Draft, (DateTimeOffset?)null), (stored.State, stored.PublishedAt));
    }

    [Fact]
    public async Task What_is_written_after_planning_goes_out_only_when_it_is_put_in()
    {
        var desk = await Blog.DeskAsync();
        var post = await Blog.TellAsync(new Tale("Gepland") { State = PostState.Scheduled, Markdown = "Af." });
        await desk.WriteAsync(Desk.PathOf(post), "opslaan", ("Markdown", "Half af"));
        Blog.Clock.Pass(TimeSpan.FromDays(2));

        await PublishDueAsync();

        Assert.Equal("Af.", (await Blog.Visitor().OpenAsync(post.Path)).Text(".e-content"));
        Assert.Equal("Half af", (await desk.OpenAsync(Desk.PathOf(post)))["#tekst"].TextContent);
    }

    [Theory]
    [InlineData("2026-03-29T02:30", "2026-03-29T01:29:59Z", "2026-03-29T01:30:00Z")]
    [InlineData("2026-10-25T02:30", "2026-10-25T00:29:59Z", "2026-10-25T00:30:00Z")]
    [InlineData("2027-03-28T02:30", "2027-03-28T01:29:59Z", "2027-03-28T01:30:00Z")]
    [InlineData("2027-10-31T02:30", "2027-10-31T00:29:59Z", "2027-10-31T00:30:00Z")]
    public async Task In_the_night_the_clock_changes_it_goes_out_once(string typed, string before, string at)
    {
        Blog.Clock.Set(Moment(before).AddHours(-3));
        var desk = await Blog.DeskAsync();
        await desk.WriteAsync("/beheer/artikelen/nieuw", "publiceer", ("Title", "Nachtwerk"), ("PublishAt", typed));

        Blog.Clock.Set(Moment(before));
        Assert.Equal(0, await PublishDueAsync());
        Blog.Clock.Set(Moment(at));
        Assert.Equal(1, await PublishDueAsync());
        Blog.Clock.Pass(TimeSpan.FromHours(1));
        Assert.Equal(0, await PublishDueAsync());
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
