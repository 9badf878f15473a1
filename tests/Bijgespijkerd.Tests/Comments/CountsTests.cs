using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Comments;

/// <summary>Counts, markers and pages are right after any sequence of comments and decisions.</summary>
public sealed class CountsTests() : BlogTests(("Comments:PerPage", "5"), ("Comments:FloodSeconds", "0"), ("Comments:FloodPerTenMinutes", "0"), ("Comments:HoldFirst", "false"))
{
    private const int PerPage = 5;

    [Fact]
    public void Any_sequence_leaves_everything_in_step()
    {
        var steps = Gen.Elements(0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5).Zip(Gen.Choose(0, 1_000)).ListOf().Resize(60).ToArbitrary();
        Prop.ForAll(steps, sequence => HoldsAsync(sequence).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    [Fact]
    public async Task Many_at_once_leave_everything_in_step()
    {
        var post = await Blog.ArticleAsync();
        var question = await Blog.CommentAsync(post);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            await Blog.Visitor().ReactAsync(post.Path, $"Naam {i}", answers: i % 2 == 0 ? question.Id : null);
            var own = await Blog.ReadAsync(db => db.Comments.SingleAsync(c => c.Name == $"Naam {i}"));
            for (var round = 0; round < i % 4; round++)
            {
                await Blog.HideAsync(own, CommentState.Trash);
                await Blog.ApproveAsync(own);
            }

            if (i % 5 == 0)
            {
                await Blog.HideAsync(own, CommentState.Spam);
            }
        }));

        await AssertInStepAsync(post);
        Assert.Equal(33, (await Blog.ReadAsync(db => db.Posts.SingleAsync(p => p.Id == post.Id))).CommentCount);
    }

    private async Task HoldsAsync(IReadOnlyList<(int Kind, int At)> steps)
    {
        var post = await Blog.ArticleAsync();
        await Blog.WriteAsync(async db =>
        {
            await PlayAsync(db, await db.Posts.SingleAsync(p => p.Id == post.Id), steps);
            return true;
        });
        await AssertInStepAsync(post);
    }

    /// <summary>One unit of work, saved now and then: a bulk decision is one too.</summary>
    private async Task PlayAsync(BlogDb db, Post post, IReadOnlyList<(int Kind, int At)> steps)
    {
        var threads = new PostThreads(db, post, PerPage);
        var all = new List<Comment>();
        foreach (var (kind, at) in steps)
        {
            Blog.Clock.Pass(TimeSpan.FromSeconds(at % 3));
            var now = Blog.Clock.GetUtcNow();
            switch (kind)
            {
                case 0 or 1:
                    all.Add(Add(db, post, kind == 0 ? null : Pick(all, at), now));
                    await threads.PublishAsync(all[^1], now, CancellationToken.None);
                    break;
                case 2 when all.Count > 0:
                    var hidden = Enum.GetValues<CommentState>().Where(s => s != CommentState.Published).ToList();
                    await threads.HideAsync(Pick(all, at)!, hidden[at % hidden.Count], (CommentRemover)(at % 3), now, CancellationToken.None);
                    break;
                case 3 when all.Count > 0:
                    await threads.PublishAsync(Pick(all, at)!, now, CancellationToken.None);
                    break;
                case 4:
                    all.Add(Add(db, post, Pick(all, at), now));
                    all[^1].Resembles(BitConverter.GetBytes(all[^1].Id));
                    break;
                case 5:
                    // The next unit of work knows nothing of this one's pages.
                    await db.SaveChangesAsync();
                    threads = new PostThreads(db, post, PerPage);
                    break;
            }
        }
    }

    private Comment Add(BlogDb db, Post post, Comment? parent, DateTimeOffset now)
    {
        var id = Blog.Services.GetRequiredService<IdSequence>().NextComment();
        var by = new Commenter($"Naam {id % 3}", "iemand@voorbeeld.test", null, 1);
        return db.Comments.Add(Comment.On(post, parent, id, by, "Tekst.", CommentMarkdown.Render("Tekst."), now)).Entity;
    }

    private static Comment? Pick(List<Comment> all, int at) => all.Count == 0 ? null : all[at % all.Count];

    private async Task AssertInStepAsync(Post post)
    {
        var rows = await Blog.ReadAsync(db => db.Comments.Where(c => c.PostId == post.Id).OrderBy(c => c.Id).ToListAsync());
        var stored = await Blog.ReadAsync(db => db.Posts.SingleAsync(p => p.Id == post.Id));
        var naive = new NaiveThread(rows);
        Assert.Equal(naive.Published, stored.CommentCount);
        Assert.All(rows, c => Assert.Equal((c.Id, naive.VisibleReplies(c), naive.IsShown(c)), (c.Id, c.VisibleReplies, c.IsShown)));
        Assert.All(rows.Where(c => c.State == CommentState.Published), c => Assert.NotNull(c.Number));
        await AssertPagesAsync(post, rows, naive);
        await AssertReadersSeeAsync(post, naive);
        await AssertCountIsSaidAsync(post, naive.Published);
    }

    private async Task AssertPagesAsync(Post post, List<Comment> rows, NaiveThread naive)
    {
        var pages = await Blog.ReadAsync(db => db.ThreadPages.Where(p => p.PostId == post.Id).OrderBy(p => p.FirstPath).ToListAsync());
        Assert.Equal(naive.Order.Count > 0, pages.Count > 0);
        for (var i = 0; i < pages.Count; i++)
        {
            var (from, end) = (pages[i].FirstPath, i + 1 < pages.Count ? pages[i + 1].FirstPath : ThreadPath.End);
            var shown = rows.Where(c => c.IsShown && string.CompareOrdinal(c.Path, from) >= 0 && string.CompareOrdinal(c.Path, end) < 0).ToList();
            Assert.Equal(shown.Count, pages[i].Shown);
            Assert.NotEmpty(shown);
            Assert.True(shown.Count <= PerPage || shown.Select(c => ThreadPath.RootOf(c.Path)).Distinct().Count() == 1);
            Assert.True(i == 0 ? from.Length == 0 : ThreadPath.IsRoot(from));
        }
    }

    private async Task AssertReadersSeeAsync(Post post, NaiveThread naive)
    {
        var visitor = Blog.Visitor();
        var (seen, markers) = (new List<long>(), new List<long>());
        for (var path = post.Path; path is not null;)
        {
            var page = await visitor.OpenAsync(path);
            Read(page);
            var next = Link(page, ".pager [rel=next]");
            for (var walked = new HashSet<string>(); page.ThreadGoesOn is { } further;)
            {
                Assert.True(walked.Add(further), "The thread leads in a circle.");
                page = await visitor.OpenAsync(further);
                Read(page);
            }

            path = next;
        }

        Assert.Equal(naive.Order, seen);
        Assert.Equal(naive.Markers, markers.Order());

        void Read(Page page)
        {
            Assert.InRange(page.Comments.Count, 0, PerPage);
            seen.AddRange(page.Comments);
            markers.AddRange(page.All("#reacties article.is-gone").Select(e => long.Parse(e.Id!["reactie-".Length..], CultureInfo.InvariantCulture)));
        }
    }

    private async Task AssertCountIsSaidAsync(Post post, int count)
    {
        var words = count switch { 0 => "Nog geen reacties", 1 => "1 reactie", _ => $"{count} reacties" };
        var page = await Blog.Visitor().OpenAsync(post.Path);
        Assert.Equal(words, page.Text("#reacties h2"));
        Assert.Equal(count, JsonDocument.Parse(page["script[type='application/ld+json']"].TextContent).RootElement.GetProperty("commentCount").GetInt32());
        Assert.Equal(words, (await Blog.Visitor().OpenAsync("/")).Text($".n-reacties[href='{post.Path}#reacties']"));
        XNamespace slash = "http://purl.org/rss/1.0/modules/slash/";
        var feed = XDocument.Parse(await Blog.Visitor().GetStringAsync("/feed"));
        Assert.Equal($"{count}", feed.Descendants("item").Single(i => i.Element("link")!.Value.EndsWith(post.Path, StringComparison.Ordinal)).Element(slash + "comments")!.Value);
    }

    private static string? Link(Page page, string selector) => page.Has(selector) ? page[selector].GetAttribute("href")!.Split('#')[0] : null;
}
