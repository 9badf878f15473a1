using System.Globalization;
using Bijgespijkerd.Bench.Limits;
using Bijgespijkerd.Bench.Load;
using Bijgespijkerd.Bench.Report;
using Bijgespijkerd.Bench.Running;

namespace Bijgespijkerd.Bench.Rows;

/// <summary>Comments as fast as they are taken, over all posts, each on disk before its answer; against SQLite that only stores the same rows.</summary>
public sealed class Writing(Stage stage)
{
    private const string Group = "writing";

    private int _round;

    private int Rounds => stage.Options.IsQuick ? 2 : 4;

    private IReadOnlyList<string> Targets { get; } =
        [.. stage.Data.Targets.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Path}\t{t.Comment}"))];

    public async Task RunAsync(CancellationToken cancel)
    {
        var (mine, bare) = (stage.Folders.Copy(stage.Data.Folder, "writing"), stage.Folders.Copy(stage.Data.Folder, "writing-limit"));
        long accepted;
        await using (var blog = await stage.Servers.BlogAsync(mine, cancel))
        {
            await using var limit = await stage.Servers.LimitAsync(LimitServer.Writes, bare, cancel);
            accepted = await CompareAsync(blog, limit, 64, 2_000, cancel) + await CompareAsync(blog, limit, 8, 1_200, cancel);
            accepted += await ReadersAsync(blog, cancel);
            stage.Loaded(Group, blog);
        }

        var (stored, counted) = await StoredComments.CountAsync(mine, cancel);
        var added = stored - stage.Data.Spec.Comments;
        stage.Table.Add(new(Group, "comments accepted and stored", $"{added}", $"accepted {accepted}", null, "none lost", added >= accepted && stored == counted)
        {
            Note = $"the posts' own counts add up to {counted} of {stored}",
        });
    }

    private async Task<long> CompareAsync(Server blog, Server limit, int clients, int least, CancellationToken cancel)
    {
        var (ours, bare) = (new Rounds(), new Rounds());
        var warm = new Rounds();
        await Stage.SettleAsync(blog, async () => warm.Add(await stage.MeasureAsync(blog, Plan(clients) with { Seconds = 2 }, cancel)), cancel);
        await stage.MeasureAsync(limit, Plan(clients) with { Seconds = 2 }, cancel);
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await stage.MeasureAsync(blog, Plan(clients), cancel));
            bare.Add(await stage.MeasureAsync(limit, Plan(clients), cancel));
        }

        Tell(ours, bare, clients, least);
        return ours.Good + warm.Good;
    }

    private void Tell(Rounds ours, Rounds bare, int clients, int least)
    {
        var (what, ratio, best) = ($"comments, {clients} clients", ours.Ratio(bare, r => r.Load.PerSecond), ours.Most(r => r.Load.PerSecond));
        stage.Table.Add(new(Group, what + ", a second", $"{ours.Median(r => r.Load.PerSecond):0}", $"bare group commit {bare.Median(r => r.Load.PerSecond):0}", ratio, ">= 0.6 x", ratio >= 0.6)
        {
            Note = $"p99 {ours.Median(r => r.Load.P99):0} ms, bare {bare.Median(r => r.Load.P99):0} ms; CPU {ours.Median(r => r.CpuMicroseconds):0} µs, bare {bare.Median(r => r.CpuMicroseconds):0} µs; {ours.Median(r => r.Allocated) / 1000:0} kB allocated each",
        });
        stage.Table.Add(new(Group, what + ", best round", $"{best:0} a second", null, null, $">= {least:#,0} when quiet", best >= least));
        stage.Table.Add(new(Group, what + ", errors", $"{ours.Bad}", $"bare {bare.Bad}", null, "0", ours.Bad == 0));
    }

    private async Task<long> ReadersAsync(Server blog, CancellationToken cancel)
    {
        // Half of what is read is one page that everybody reads, the other half is spread over all posts.
        var others = stage.Data.Others.Take(2_000).ToList();
        var readers = new LoadPlan(8, stage.Options.IsQuick ? 4 : 10, [.. others.SelectMany(path => new[] { path, "/artikel/draad-200" })]) { Pause = 40, CountsAnswers = true };
        var alone = await stage.MeasureAsync(blog, readers, cancel);
        var writing = stage.MeasureAsync(blog, Plan(64) with { Seconds = readers.Seconds }, cancel);
        var among = await stage.MeasureAsync(blog, readers, cancel);
        var written = await writing;
        var ratio = among.Load.P99 / alone.Load.P99;
        stage.Table.Add(new(Group, "readers' p99 while 64 clients comment", $"{among.Load.P99:0.0} ms", $"without {alone.Load.P99:0.0} ms", ratio, "<= 2 x", ratio <= 2 && among.Load.Bad == 0)
        {
            Note = $"{among.Load.PerSecond:0} pages and {written.Load.PerSecond:0} comments a second; {among.Load.Bad} wrong pages, {written.Load.Bad} wrong answers",
        });
        return written.Load.Requests - written.Load.Bad;
    }

    private LoadPlan Plan(int clients) => new(clients, stage.Options.IsQuick ? 2 : 5, Targets)
    {
        Forms = true,
        Status = 303,
        CountsAnswers = true,
        Salt = (++_round).ToString(CultureInfo.InvariantCulture),
        Headers = [("Origin", Servers.Origin), ("Sec-Fetch-Site", "same-origin")],
    };
}
