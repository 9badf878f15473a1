using System.Globalization;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Platform.ReaderCache;

/// <summary>
/// Many post, approve, edit, remove and read the same articles at once; each page that anybody sees is compared with what the
/// database held while they waited for it.
/// </summary>
public sealed class InterleavingTests() : BlogTests(
    ("Comments:HoldFirst", "false"), ("Comments:FloodSeconds", "0"), ("Comments:FloodPerTenMinutes", "0"), ("Comments:PerPage", "1000"), ("Comments:HoldLinks", "0"))
{
    private const int Writers = 6;
    private const int Readers = 8;
    private const int ChangesEach = 40;

    private readonly Ledger _ledger = new();
    private readonly List<string> _faults = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task No_page_is_older_than_what_was_confirmed_before_it_was_asked_for(int seed)
    {
        var posts = new[] { await Blog.ArticleAsync(), await Blog.ArticleAsync(), await Blog.ArticleAsync() };
        using var done = new CancellationTokenSource();
        var reading = Parallel.ForEachAsync(Enumerable.Range(0, Readers), new ParallelOptions { MaxDegreeOfParallelism = Readers }, async (n, _) => await ReadAsync(posts, seed + (100 * n), done.Token));

        await Parallel.ForEachAsync(Enumerable.Range(0, Writers), new ParallelOptions { MaxDegreeOfParallelism = Writers }, async (n, _) => await WriteAsync(posts, seed + n));
        await done.CancelAsync();
        await reading;

        Assert.Empty(_faults);
        Assert.InRange(Blog.Services.GetRequiredService<PageStore>().Count, 3, 3);
        foreach (var post in posts)
        {
            var held = await Blog.ReadAsync(db => db.Comments.CountAsync(c => c.PostId == post.Id && c.State == CommentState.Published));
            Assert.Equal(held, (await Blog.Visitor().OpenAsync(post.Path)).All("#reacties article .e-content").Count);
        }
    }

    private async Task ReadAsync(Post[] posts, int seed, CancellationToken done)
    {
        var chance = new Random(seed);
        var visitor = Blog.Visitor();
        while (!done.IsCancellationRequested)
        {
            var post = posts[chance.Next(posts.Length)];
            var asked = _ledger.Now();
            var page = await visitor.OpenAsync(post.Path);
            var answered = _ledger.Now();
            var shown = page.All("#reacties article.u-comment").ToDictionary(Id, a => a.QuerySelector(".e-content")!.TextContent.Trim());
            if (_ledger.Fault(shown, asked, answered, post.Id) is { } fault)
            {
                lock (_faults)
                {
                    _faults.Add(fault);
                }
            }
        }
    }

    private async Task WriteAsync(Post[] posts, int seed)
    {
        var chance = new Random(seed);
        var own = new List<(Comment Comment, bool IsShown)>();
        for (var i = 0; i < ChangesEach; i++)
        {
            var at = own.Count == 0 ? -1 : chance.Next(own.Count);
            switch (at < 0 ? 0 : chance.Next(4))
            {
                case 0:
                    own.Add((await PostAsync(posts[chance.Next(posts.Length)], $"Reactie {seed}.{i}."), true));
                    break;
                case 1 when own[at].IsShown:
                    await RewriteAsync(own[at].Comment, $"Anders {seed}.{i}.");
                    break;
                case 2 when own[at].IsShown:
                    await _ledger.ChangeAsync(own[at].Comment.Id, null, () => Blog.HideAsync(own[at].Comment, CommentState.Trash));
                    own[at] = (own[at].Comment, false);
                    break;
                case 3 when !own[at].IsShown:
                    var text = await Blog.ReadAsync(db => db.Comments.Where(c => c.Id == own[at].Comment.Id).Select(c => c.Markdown).SingleAsync());
                    await _ledger.ChangeAsync(own[at].Comment.Id, text, () => Blog.ApproveAsync(own[at].Comment));
                    own[at] = (own[at].Comment, true);
                    break;
            }
        }
    }

    private async Task<Comment> PostAsync(Post post, string text)
    {
        var began = _ledger.Now();
        var answer = await Blog.Visitor().ReactAsync(post.Path, Cast.Noor, text: text);
        var id = long.Parse(answer.Answer.Headers.Location!.ToString().Split("#reactie-")[1], CultureInfo.InvariantCulture);
        _ledger.Posted(id, post.Id, text, began);
        return await Blog.ReadAsync(db => db.Comments.SingleAsync(c => c.Id == id));
    }

    private Task RewriteAsync(Comment comment, string text) => _ledger.ChangeAsync(comment.Id, text, () => Blog.WriteAsync(async db =>
    {
        (await db.Comments.SingleAsync(c => c.Id == comment.Id)).Rewrite(text, CommentMarkdown.Render(text), Blog.Clock.GetUtcNow());
        return true;
    }));

    private static long Id(AngleSharp.Dom.IElement article) => long.Parse(article.Id!["reactie-".Length..], CultureInfo.InvariantCulture);
}
