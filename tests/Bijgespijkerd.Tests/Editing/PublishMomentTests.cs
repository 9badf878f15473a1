using System.Net;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Tests.Editing;

/// <summary>A moment that cannot be read is never "at once".</summary>
public sealed class PublishMomentTests : BlogTests
{
    [Theory]
    [InlineData("31-12-2027 12:00", "")]
    [InlineData("morgen", "")]
    [InlineData("9999-12-31T23:59", "")]
    [InlineData("2027-12-31", "")]
    [InlineData("", "12:00")]
    [InlineData("2027-02-30", "12:00")]
    public async Task What_cannot_be_read_is_said_beside_the_field_and_nothing_goes_out(string date, string hour)
    {
        var desk = await Blog.DeskAsync();
        foreach (var button in new[] { "publiceer", "toch-publiceren" })
        {
            var page = await desk.WriteAsync("/beheer/artikelen/nieuw", button, ("Title", "Later"), ("Markdown", "Bewaar dit."), ("PublishAt", date), ("PublishTime", hour));

            var post = await Blog.NewestPostAsync();
            Assert.Equal((HttpStatusCode.UnprocessableEntity, PostState.Draft, "Bewaar dit."), (page.Status, post.State, post.Markdown));
            Assert.Contains("datum", page.Text("#wanneer-fout"), StringComparison.Ordinal);
            Assert.Equal((date, hour), (page["#wanneer"].GetAttribute("value") ?? "", page["#uur"].GetAttribute("value") ?? ""));
            Assert.False(page.Has("button[value=toch-publiceren]"));
        }
    }

    [Fact]
    public async Task A_date_and_a_time_make_a_moment()
    {
        var desk = await Blog.DeskAsync();

        await desk.WriteAsync("/beheer/artikelen/nieuw", "publiceer", ("Title", "Later"), ("PublishAt", "2027-12-31"), ("PublishTime", "12:00"));

        var post = await Blog.NewestPostAsync();
        Assert.Equal((PostState.Scheduled, new DateTimeOffset(2027, 12, 31, 11, 0, 0, TimeSpan.Zero)), (post.State, post.PublishedAt!.Value));
        var page = await desk.OpenAsync(Desk.PathOf(post));
        Assert.Equal(("2027-12-31", "12:00"), (page["#wanneer"].GetAttribute("value"), page["#uur"].GetAttribute("value")));
    }
}
