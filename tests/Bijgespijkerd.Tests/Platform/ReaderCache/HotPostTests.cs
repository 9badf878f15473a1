using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Platform.ReaderCache;

/// <summary>Everybody reads one article while people comment on it.</summary>
public sealed class HotPostTests() : BlogTests(("Comments:HoldFirst", "false"), ("Comments:FloodSeconds", "0"), ("Comments:FloodPerTenMinutes", "0"))
{
    [Fact]
    public async Task Each_comment_makes_the_page_once_at_most_and_every_writer_sees_their_own()
    {
        const int comments = 40;
        var post = await Blog.ArticleAsync();
        await Blog.Visitor().GetAsync(post.Path);
        var (flights, store) = (Blog.Services.GetRequiredService<PageFlights>(), Blog.Services.GetRequiredService<PageStore>());
        var before = flights.Made;
        using var done = new CancellationTokenSource();
        var missing = 0;
        var reading = Parallel.ForEachAsync(Enumerable.Range(0, 64), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (_, _) =>
        {
            var visitor = Blog.Visitor();
            while (!done.IsCancellationRequested)
            {
                Interlocked.Add(ref missing, store.Find(post.Path) is null ? 1 : 0);
                Assert.True((await visitor.GetAsync(post.Path, CancellationToken.None)).IsSuccessStatusCode);
            }
        });

        for (var n = 1; n <= comments; n++)
        {
            var answer = await Blog.Visitor().ReactAsync(post.Path, Cast.Noor, text: $"Reactie {n}.");
            var anchor = answer.Answer.Headers.Location!.ToString().Split('#')[1];
            Assert.Contains($"id=\"{anchor}\"", await Blog.Visitor().GetStringAsync(post.Path), StringComparison.Ordinal);
        }

        await done.CancelAsync();
        await reading;
        Assert.InRange(flights.Made - before, 1, comments);
        Assert.Equal(0, missing);
    }

    [Fact]
    public async Task A_page_that_can_no_longer_be_made_is_forgotten_and_the_writer_hears_of_success()
    {
        var post = await Blog.ArticleAsync();
        await Blog.Visitor().GetAsync(post.Path);

        await Blog.ChangeAsync(post, p => p.MakePrivate());

        Assert.Null(Blog.Services.GetRequiredService<PageStore>().Find(post.Path));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await Blog.Visitor().GetAsync(post.Path)).StatusCode);
    }
}
