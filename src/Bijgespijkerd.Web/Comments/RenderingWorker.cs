using System.Globalization;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments.Posting;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments;

/// <summary>After an upgrade of a renderer, renders what an older one made, in small steps.</summary>
public sealed class RenderingWorker(WriteLane lane, PostRendering posts, SettingsInForce settings, TimeProvider time, ILogger<RenderingWorker> log) : BackgroundService
{
    private const int AtOnce = 50;

    /// <summary>Looking for old articles passes all of them, so that the last look that found none is remembered.</summary>
    private const string ArticlesSeen = "articles-rendered-by";

    private static readonly string Articles = ArticleMarkdown.Version.ToString(CultureInfo.InvariantCulture);

    /// <summary>The first readers go before.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(AfterStart, time, stoppingToken);
            while (await RenderSomeAsync(stoppingToken) > 0)
            {
                await Task.Yield();
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Rendering old texts anew failed; it is tried again at the next start");
        }
    }

    public Task<int> RenderSomeAsync(CancellationToken cancel) => lane.WriteWhenThereIsRoomAsync(
        async (db, token) =>
        {
            var comments = await db.Comments.Where(c => c.RendererVersion < CommentMarkdown.Version).OrderBy(c => c.RendererVersion).Take(AtOnce).ToListAsync(token);
            foreach (var comment in comments)
            {
                comment.TakeRendering(CommentMarkdown.Render(comment.Markdown, await MentionLinks.FindAsync(db, comment.PostId, comment.Markdown, comment.Id, token)));
            }

            var old = await OldArticlesAsync(db, token);
            var surroundings = old.Count > 0 ? await posts.SurroundingsAsync(db, token) : null;
            foreach (var post in old)
            {
                post.TakeRendering(ArticleMarkdown.Render(post.Markdown, surroundings), settings.Now.Posts.WordsPerMinute);
            }

            await db.SaveChangesAsync(token);
            return comments.Count + old.Count;
        },
        cancel);

    /// <summary>
    /// What these articles insert has changed: their rendering is old, whatever made it. Within a unit of work; rendering them follows.
    /// </summary>
    public static async Task MarkAsync(BlogDb db, IReadOnlyCollection<long> articles, CancellationToken cancel)
    {
        await db.Posts.Where(p => articles.Contains(p.Id)).ExecuteUpdateAsync(set => set.SetProperty(p => p.RendererVersion, 0), cancel);
        await db.SiteValues.Where(v => v.Key == ArticlesSeen).ExecuteDeleteAsync(cancel);
    }

    private static async Task<List<Post>> OldArticlesAsync(BlogDb db, CancellationToken cancel)
    {
        var seen = await db.SiteValues.SingleOrDefaultAsync(v => v.Key == ArticlesSeen, cancel);
        if (seen?.Value == Articles)
        {
            return [];
        }

        var old = await db.Posts.Where(p => p.RendererVersion < ArticleMarkdown.Version).OrderBy(p => p.RendererVersion).Take(AtOnce).ToListAsync(cancel);
        if (old.Count == 0 && seen is null)
        {
            db.SiteValues.Add(new SiteValue(ArticlesSeen, Articles));
        }
        else if (old.Count == 0)
        {
            seen!.Becomes(Articles);
        }

        return old;
    }
}
