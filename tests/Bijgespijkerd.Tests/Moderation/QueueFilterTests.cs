using System.Net;
using Bijgespijkerd.Tests.Editing;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Moderation.Queue;

namespace Bijgespijkerd.Tests.Moderation;

/// <summary>Comments are found by post, writer, reason, words, day, number and address.</summary>
public sealed class QueueFilterTests : BlogTests
{
    [Fact]
    public async Task By_article_writer_and_reason()
    {
        var (one, other) = (await Blog.ArticleAsync(), await Blog.ArticleAsync());
        var first = await Blog.HeldAsync(one, Cast.Noor);
        var second = await Blog.HeldAsync(other, Cast.Noor);
        var links = await Blog.CommentInAsync(other, CommentState.Held, Cast.Joost, "Kijk", null, new CommentReason("links", "2"));
        var published = await Blog.CommentAsync(other, Cast.Noor, "Al geplaatst.");
        var desk = await Blog.ModeratorAsync();

        Assert.Equal([first.Id], await ShownAsync(desk, $"?artikel={one.Id}"));
        Assert.Equal([second.Id, first.Id], await ShownAsync(desk, $"?schrijver={first.Id}"));
        Assert.Equal([published.Id, second.Id, first.Id], await ShownAsync(desk, $"?schrijver={first.Id}&stand=alles"));
        Assert.Equal([links.Id], await ShownAsync(desk, "?reden=links"));
        Assert.Equal([], await ShownAsync(desk, $"?artikel={one.Id}&reden=links"));
    }

    [Fact]
    public async Task By_day_in_the_zone_of_the_site()
    {
        var post = await Blog.ArticleAsync();
        Blog.Clock.Set(new DateTimeOffset(2026, 5, 14, 22, 30, 0, TimeSpan.Zero));
        var late = await Blog.HeldAsync(post, text: "Na middernacht hier.");
        var desk = await Blog.ModeratorAsync();

        Assert.Equal([late.Id], await ShownAsync(desk, "?van=2026-05-15&tot=2026-05-15"));
        Assert.Equal([], await ShownAsync(desk, "?tot=2026-05-14"));
        Assert.Equal([], await ShownAsync(desk, "?van=2026-05-16"));
    }

    [Fact]
    public async Task By_words_of_text_and_name_also_after_a_change()
    {
        var post = await Blog.ArticleAsync();
        var comment = await Blog.HeldAsync(post, "Aïsha el Amrani", "De contentkalender van één uur");
        await Blog.HeldAsync(post, Cast.Joost, "Iets anders");
        var desk = await Blog.ModeratorAsync();

        foreach (var words in new[] { "contentkalender", "content", "AISHA", "uur contentkal", "een uur", "amrani kalender".Split(' ')[0] })
        {
            Assert.Equal([comment.Id], await ShownAsync(desk, "?q=" + Uri.EscapeDataString(words)));
        }

        await desk.DecideAsync("Spam", comment);
        Assert.Equal([], await ShownAsync(desk, "?q=contentkalender"));
        Assert.Equal([comment.Id], await ShownAsync(desk, "?q=contentkalender&stand=spam"));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\"\"\" OR \"")]
    [InlineData("kalender OR NOT")]
    [InlineData("NEAR(a b)")]
    [InlineData("Name : x")]
    [InlineData("* ^ - + ( ) { }")]
    [InlineData("'; DROP TABLE Comments; --")]
    [InlineData("a\0b")]
    [InlineData("-kalender")]
    [InlineData("!!!")]
    public async Task Nothing_in_the_words_has_a_meaning_of_its_own(string words)
    {
        await Blog.HeldAsync(await Blog.ArticleAsync(), text: "Een gewone reactie.");

        var answer = await (await Blog.ModeratorAsync()).OpenAsync($"{QueueDesk.Path}?q={Uri.EscapeDataString(words)}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Empty(answer.Shown());
    }

    [Fact]
    public async Task A_number_or_a_pasted_address_lands_on_that_comment_wherever_it_is()
    {
        var post = await Blog.ArticleAsync();
        var spam = await Blog.CommentInAsync(post, CommentState.Spam);
        var desk = await Blog.ModeratorAsync();
        var place = $"{QueueDesk.Path}?stand=spam&reactie={spam.Id}#wacht-{spam.Id}";

        foreach (var typed in new[] { $"{spam.Id}", $"#{spam.Id}", $" /reactie/{spam.Id} ", $"https://blog.voorbeeld.test/reactie/{spam.Id}/draad", $"https://blog.voorbeeld.test{post.Path}/reacties/2#reactie-{spam.Id}" })
        {
            var answer = await desk.OpenAsync($"{QueueDesk.Path}?q={Uri.EscapeDataString(typed)}");
            Assert.Equal((HttpStatusCode.SeeOther, place), (answer.Status, answer.PlaceOf()));
        }

        Assert.Equal([spam.Id], await ShownAsync(desk, $"?stand=spam&reactie={spam.Id}"));
        Assert.Equal(HttpStatusCode.OK, (await desk.OpenAsync($"{QueueDesk.Path}?q=99999")).Status);
    }

    [Fact]
    public async Task The_whole_filter_stands_in_the_address_of_what_follows()
    {
        var post = await Blog.ArticleAsync();
        var comment = await Blog.HeldAsync(post);
        var desk = await Blog.ModeratorAsync();

        var answer = await desk.DecideAsync("Spam", comment, ("Filter.Artikel", QueueDesk.Number(post.Id)), ("Filter.Reden", "first"), ("Filter.Q", "mag"));

        Assert.Equal($"{QueueDesk.Path}?artikel={post.Id}&reden=first&q=mag#inhoud", answer.PlaceOf());
    }

    [Theory]
    [InlineData("12", 12L)]
    [InlineData("/reactie/34?sleutel=x", 34L)]
    [InlineData("#wacht-5", 5L)]
    [InlineData("twaalf", null)]
    [InlineData("/reactie/", null)]
    [InlineData("12 woorden", null)]
    public void A_comment_is_told_from_words(string typed, long? id) => Assert.Equal(id, QueueWords.CommentIn(typed));

    private static async Task<IReadOnlyList<long>> ShownAsync(HttpClient desk, string query) => (await desk.OpenAsync(QueueDesk.Path + query)).Shown();
}
