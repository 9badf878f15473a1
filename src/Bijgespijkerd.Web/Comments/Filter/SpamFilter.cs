using System.Text.Json;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments.Checks;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments.Filter;

/// <summary>
/// The local filter: what it learnt from decisions about comments, and what it thinks of a new one. It begins with the base set; what it
/// learns stands in the database (<see cref="FilterExample"/>, <see cref="FilterCount"/>) and, added to the base set, in memory.
/// </summary>
public sealed class SpamFilter(IServiceScopeFactory scopes, AkismetReports outside, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _loading = new(1);
    private volatile FeatureCounts? _counts;

    public void Dispose() => _loading.Dispose();

    public async Task<SpamOpinion> JudgeAsync(SpamSample sample, CancellationToken cancel) =>
        SpamJudge.Judge(SpamFeatures.Of(sample), _counts ?? await LoadAsync(cancel));

    /// <summary>
    /// A decision was made, or taken back, in this unit of work: what is published teaches what is good, spam what is spam; of anything
    /// else nothing is remembered. Saying the same twice teaches once. The outside service, when there is one, hears the same.
    /// </summary>
    public async Task LearnAsync(BlogDb db, Comment comment, CancellationToken cancel)
    {
        var isSpam = comment.State == CommentState.Spam;
        var teaches = (isSpam || comment.State == CommentState.Published) && comment.Markdown.Length > 0 && comment.RemovedBy != CommentRemover.Writer;
        var known = await db.FilterExamples.AsTracking().SingleOrDefaultAsync(e => e.CommentId == comment.Id, cancel);
        if (known is not null && teaches && known.IsSpam == isSpam)
        {
            return;
        }

        var counts = _counts ?? await LoadAsync(cancel);
        await ForgetAsync(db, counts, known, cancel);
        if (teaches)
        {
            var features = SpamFeatures.Of(SampleOf(comment));
            db.FilterExamples.Add(FilterExample.Of(comment.Id, isSpam, features, time.GetUtcNow()));
            await CountAsync(db, features, isSpam ? 1 : 0, isSpam ? 0 : 1, cancel);
            counts.Learn(features, isSpam);
            outside.Add(db, comment);
        }
    }

    /// <summary>Within a unit of work: as if no decision about this comment had ever been made.</summary>
    public async Task ForgetAsync(BlogDb db, long commentId, CancellationToken cancel) => await ForgetAsync(
        db,
        _counts ?? await LoadAsync(cancel),
        await db.FilterExamples.AsTracking().SingleOrDefaultAsync(e => e.CommentId == commentId, cancel),
        cancel);

    /// <summary>Within a unit of work: counts everything anew from the examples, and from what this version's base set says.</summary>
    /// <returns>How many examples there are.</returns>
    public async Task<int> RebuildAsync(BlogDb db, CancellationToken cancel)
    {
        await db.FilterCounts.ExecuteDeleteAsync(cancel);
        var learnt = 0;
        await foreach (var example in db.FilterExamples.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            await CountAsync(db, example.All, example.IsSpam ? 1 : 0, example.IsSpam ? 0 : 1, cancel);
            learnt++;
        }

        _counts = await ReadAsync(db, cancel);
        return learnt;
    }

    public static SpamSample SampleOf(Comment comment) => SampleOf(comment.Name, comment.Markdown, comment.Website, comment.FillMilliseconds);

    public static SpamSample SampleOf(string name, string markdown, string? website, int? fillMilliseconds) => new(
        name, markdown, website, CommentMarkdown.Render(markdown).Links, fillMilliseconds is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null);

    private static async Task ForgetAsync(BlogDb db, FeatureCounts counts, FilterExample? example, CancellationToken cancel)
    {
        if (example is null)
        {
            return;
        }

        db.FilterExamples.Remove(example);
        await db.SaveChangesAsync(cancel);
        await CountAsync(db, example.All, example.IsSpam ? -1 : 0, example.IsSpam ? 0 : -1, cancel);
        counts.Forget(example.All, example.IsSpam);
    }

    private static async Task CountAsync(BlogDb db, IEnumerable<string> features, int spam, int good, CancellationToken cancel)
    {
        var list = JsonSerializer.Serialize(features.Append(""));
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "FilterCounts" ("Feature", "Spam", "Good") SELECT value, {spam}, {good} FROM json_each({list}) WHERE true
            ON CONFLICT ("Feature") DO UPDATE SET "Spam" = "Spam" + excluded."Spam", "Good" = "Good" + excluded."Good"
            """,
            cancel);
        if (spam < 0 || good < 0)
        {
            await db.Database.ExecuteSqlAsync($"""DELETE FROM "FilterCounts" WHERE "Spam" <= 0 AND "Good" <= 0 AND "Feature" IN (SELECT value FROM json_each({list}))""", cancel);
        }
    }

    private async Task<FeatureCounts> LoadAsync(CancellationToken cancel)
    {
        await _loading.WaitAsync(cancel);
        try
        {
            if (_counts is { } loaded)
            {
                return loaded;
            }

            await using var scope = scopes.CreateAsyncScope();
            return _counts = await ReadAsync(scope.ServiceProvider.GetRequiredService<BlogDb>(), cancel);
        }
        finally
        {
            _loading.Release();
        }
    }

    private static async Task<FeatureCounts> ReadAsync(BlogDb db, CancellationToken cancel)
    {
        var rows = await db.FilterCounts.AsNoTracking().ToListAsync(cancel);
        var totals = rows.Find(r => r.Feature.Length == 0);
        var counts = new FeatureCounts(
            totals?.Spam ?? 0, totals?.Good ?? 0,
            rows.Where(r => r.Feature.Length > 0).Select(r => KeyValuePair.Create(r.Feature, new FeatureCount(r.Spam, r.Good))));
        SpamBaseSet.LearnInto(counts);
        return counts;
    }
}
