using System.Globalization;
using Bijgespijkerd.Web.Import.WordPress.Wxr;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Import.WordPress;

/// <summary>
/// Brings a WordPress export in. A post and its comments are one transaction, so that a run that was killed leaves whole posts and the
/// next one goes on; what is there already, by source and old id, is left as it is. No mails, no events, no requests.
/// </summary>
public sealed class WordPressImport(
    WriteLane lane, IdSequence ids, SiteSecret secret, SiteClock clock, SettingsInForce settings, PostRendering rendering, TimeProvider time)
{
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(1);

    public async Task RunAsync(WxrReader file, ImportReport report, TextWriter output, CancellationToken cancel)
    {
        var source = "";
        var people = new List<WxrAuthor>();
        var topics = new List<WxrTopic>();
        ImportRun? run = null;
        var (last, items) = (time.GetTimestamp(), 0);
        foreach (var entry in file.Read())
        {
            cancel.ThrowIfCancellationRequested();
            switch (entry)
            {
                case WxrSite site:
                    source = site.Address;
                    break;
                case WxrAuthor author:
                    people.Add(author);
                    break;
                case WxrTopic topic:
                    topics.Add(topic);
                    break;
                case WxrItem item:
                    run ??= await BeginAsync(source, people, topics, report, cancel);
                    await ItemAsync(run, item, report, cancel);
                    items++;
                    if (time.GetElapsedTime(last) >= ProgressEvery)
                    {
                        last = time.GetTimestamp();
                        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"… {items} items, {report.New(Imported.Comments)} comments"));
                    }

                    break;
            }
        }

        if (run is null)
        {
            await BeginAsync(source, people, topics, report, cancel);
        }
    }

    private async Task<ImportRun> BeginAsync(string source, List<WxrAuthor> people, List<WxrTopic> topics, ImportReport report, CancellationToken cancel)
    {
        var authors = new ImportedAuthors(source, secret);
        var labels = new ImportedTopics();
        var known = await lane.WriteAsync(
            async (db, token) =>
            {
                await authors.BringInAsync(db, people, report, token);
                await labels.BringInAsync(db, topics, report, token);
                return await KnownComments.LoadAsync(db, source, token);
            },
            cancel);
        var comments = new ImportedComments(source, authors, known, ids, secret, clock, settings.Now.Comments.PerPage, time.GetUtcNow());
        return new ImportRun(new ImportedPosts(source, authors, labels, ids, clock, rendering, settings.Now.Posts.WordsPerMinute, time.GetUtcNow()), comments);
    }

    private async Task ItemAsync(ImportRun run, WxrItem item, ImportReport report, CancellationToken cancel)
    {
        var part = new ImportReport();
        try
        {
            await lane.WriteAsync(
                async (db, token) =>
                {
                    if (await run.Posts.BringInAsync(db, item, part, token) is { } post)
                    {
                        await run.Comments.BringInAsync(db, post, item, part, token);
                        await db.SaveChangesAsync(token);
                    }

                    return true;
                },
                cancel);
            run.Comments.Remember(item);
        }
        catch (DbUpdateException e)
        {
            part = new ImportReport();
            part.Lose($"{item.Type} {item.Id} ({item.Slug}): {e.InnerException?.Message ?? e.Message}");
        }

        report.Add(part);
    }

    private sealed record ImportRun(ImportedPosts Posts, ImportedComments Comments);
}
