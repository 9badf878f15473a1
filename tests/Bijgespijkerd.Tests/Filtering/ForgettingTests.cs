using Bijgespijkerd.Tests.Moderation;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Filtering;

/// <summary>What the filter learnt from a comment goes with the comment's words, exactly.</summary>
public sealed class ForgettingTests : BlogTests
{
    [Fact]
    public async Task With_a_comment_that_is_emptied_after_its_time_its_words_and_counts_go()
    {
        var post = await Blog.ArticleAsync();
        var desk = await Blog.ModeratorAsync();
        await desk.DecideAsync("Spam", await Blog.HeldAsync(post, Cast.Joost, "Zolderlampen van rijstpapier."));
        Blog.Clock.Pass(TimeSpan.FromDays(20));
        var before = await CountsAsync();
        var spam = await Blog.HeldAsync(post, text: "Zolderlampen van kwartspapier.");
        await Blog.HeldAsync(post, Cast.Joost, "Wat is dit?", spam);
        await desk.DecideAsync("Spam", spam);
        await desk.DecideAsync("Goedkeuren", await Blog.HeldAsync(post, Cast.Noor, "Over lampen gesproken."));
        Blog.Clock.Pass(TimeSpan.FromDays(11));
        await EmptyAsync();
        Assert.Equal([(spam.Id, true), (spam.Id + 2, false)], await ExamplesAsync());

        Blog.Clock.Pass(TimeSpan.FromDays(20));
        await EmptyAsync();

        Assert.Equal([(spam.Id + 2, false)], await ExamplesAsync());
        var counts = await CountsAsync();
        Assert.DoesNotContain(counts, c => c.Contains("kwartspapier", StringComparison.Ordinal) || c.Contains("rijstpapier", StringComparison.Ordinal));
        Assert.Contains(" 0 1", counts);
        Assert.Contains(" 1 0", before);
        Assert.All(counts, c => Assert.EndsWith(" 0 1", c, StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_an_article_the_words_of_its_comments_go()
    {
        var post = await Blog.ArticleAsync();
        await (await Blog.ModeratorAsync()).DecideAsync("Spam", await Blog.HeldAsync(post, text: "Zolderlampen."));
        await Blog.WriteAsync(async db => db.Posts.Remove(await db.Posts.SingleAsync(p => p.Id == post.Id)).Entity);

        await Blog.Services.GetRequiredService<Expiry>().RemoveAsync(CancellationToken.None);

        Assert.Empty(await ExamplesAsync());
        Assert.Empty(await CountsAsync());
    }

    private Task<int> EmptyAsync() => Blog.Services.GetRequiredService<Retention>().EmptyAsync(CancellationToken.None);

    private Task<List<(long, bool)>> ExamplesAsync() => Blog.ReadAsync(async db => (await db.FilterExamples.OrderBy(e => e.CommentId).ToListAsync()).ConvertAll(e => (e.CommentId, e.IsSpam)));

    private Task<List<string>> CountsAsync() => Blog.ReadAsync(db => db.FilterCounts.OrderBy(c => c.Feature).Select(c => c.Feature + " " + c.Spam + " " + c.Good).ToListAsync());
}
