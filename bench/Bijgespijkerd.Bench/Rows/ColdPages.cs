using Bijgespijkerd.Bench.Load;
using Bijgespijkerd.Bench.Report;
using Bijgespijkerd.Bench.Running;

namespace Bijgespijkerd.Bench.Rows;

/// <summary>
/// Pages that are not in memory, on a server that is warm from others: one page made anew for each request of one connection, and
/// addresses nobody asked for since the start, each once, with the compressing and keeping that a first time brings.
/// </summary>
public sealed class ColdPages(Stage stage)
{
    private const string Group = "cold";

    private int Starts => stage.Options.IsQuick ? 2 : 3;

    public async Task RunAsync(CancellationToken cancel)
    {
        var walks = new List<Walks>();
        for (var start = 0; start < Starts; start++)
        {
            await using var blog = await stage.Servers.BlogAsync(stage.Reading, cancel);
            walks.Add(await WalkAsync(blog, cancel));
        }

        var twoHundred = Figures.Median([.. walks.Select(w => w.TwoHundred.CpuMilliseconds)]);
        Cold(20, 0.6, [.. walks.Select(w => w.Twenty)], [.. walks.Select(w => w.TwentyAnew)]);
        Cold(200, 1.3, [.. walks.Select(w => w.TwoHundred)], [.. walks.Select(w => w.TwoHundredAnew)]);
        Any($"any page of {stage.Data.Spec.Longest:#,0} comments", [.. walks.Select(w => w.Pages)], twoHundred);
        Any($"any permalink into {stage.Data.Spec.Longest:#,0} comments", [.. walks.Select(w => w.Permalinks)], twoHundred);
        Archive(walks);
    }

    private async Task<Walks> WalkAsync(Server blog, CancellationToken cancel)
    {
        var (data, half) = (stage.Data, stage.Data.Twenty.Count / 2);
        await Walk.AlongAsync(blog, [.. data.Others.Take(800), .. data.Twenty.Take(half), .. data.TwoHundred.Take(data.TwoHundred.Count / 2), .. data.Permalinks.Take(3).Select(id => $"/reactie/{id}")], cancel);
        await stage.WarmAsync(blog, [.. data.Twenty.Take(20), .. data.TwoHundred.Take(20)], cancel);
        var step = Math.Max(1, data.LongestPages / 25);
        var (archive, middle) = (data.Spec.Posts / 10, data.Spec.Posts / 20);
        await Walk.AlongAsync(blog, [.. Enumerable.Range(archive - 12, 10).Select(n => $"/pagina/{n}")], cancel);
        return new(
            await Walk.AlongAsync(blog, [.. data.Twenty.Skip(half)], cancel),
            await Walk.AlongAsync(blog, [.. data.TwoHundred.Skip(data.TwoHundred.Count / 2)], cancel),
            await Walk.AlongAsync(blog, [.. Enumerable.Range(1, data.LongestPages / step).Select(n => $"{data.Longest}/reacties/{1 + (n * step) - (step / 2)}")], cancel),
            await Walk.AlongAsync(blog, [.. data.Permalinks.Skip(3).Select(id => $"/reactie/{id}")], cancel),
            await Walk.AlongAsync(blog, [.. Enumerable.Range(2, 10).Select(n => $"/pagina/{n}")], cancel),
            await Walk.AlongAsync(blog, [.. Enumerable.Range(middle - 4, 10).Select(n => $"/pagina/{n}")], cancel),
            await AnewAsync(blog, data.Twenty[0], cancel),
            await AnewAsync(blog, data.TwoHundred[0], cancel));
    }

    /// <summary>In the other order nothing is kept, so each request makes the page.</summary>
    private async Task<double> AnewAsync(Server blog, string post, CancellationToken cancel)
    {
        var round = await stage.MeasureAsync(blog, new LoadPlan(1, 2, [post + "?volgorde=nieuw"]), cancel);
        return round.CpuMicroseconds / 1000;
    }

    private void Cold(int comments, double most, IReadOnlyList<Walk> walks, IReadOnlyList<double> anew)
    {
        var (cpu, once, bytes) = (anew.Min(), Figures.Median([.. walks.Select(w => w.CpuMilliseconds)]), walks.Min(w => w.Allocated));
        stage.Table.Add(new(Group, $"cold post page, {comments} comments, CPU", $"{cpu:0.00} ms", $"asked once, kept {once:0.00} ms", null, $"<= {most:0.0} ms", cpu <= most)
        {
            Note = $"best of {anew.Count} starts, dearest {anew.Max():0.00} ms; {walks[0].Steps.Average(s => s.Bytes):0} B of HTML",
        });
        var room = 64_000 + (2_000 * comments);
        stage.Table.Add(new(Group, $"cold post page, {comments} comments, allocated", $"{bytes / 1000:0} kB", null, null, $"<= {room / 1000} kB", bytes <= room));
    }

    /// <summary>Each address by its cheapest start, so that a pause elsewhere is not taken for a slow page; the dearest address counts.</summary>
    private void Any(string what, IReadOnlyList<Walk> walks, double twoHundred)
    {
        var cheapest = walks[0].Steps.Select((step, n) => step with { CpuMilliseconds = walks.Min(w => w.Steps[n].CpuMilliseconds) }).ToList();
        var worst = cheapest.MaxBy(s => s.CpuMilliseconds)!;
        var size = walks[0].Steps.Max(s => s.Bytes);
        var ratio = worst.CpuMilliseconds / twoHundred;
        stage.Table.Add(new(Group, what + ", CPU", $"{worst.CpuMilliseconds:0.00} ms", $"200 comments {twoHundred:0.00} ms", ratio, "<= 2 x", ratio <= 2)
        {
            Note = $"the dearest of {cheapest.Count}: {worst.Path}; on average {cheapest.Average(s => s.CpuMilliseconds):0.00} ms",
        });
        stage.Table.Add(new(Group, what + ", size", $"{size / 1000} kB", null, null, "< 1,000 kB", size < 1_000_000));
    }

    private void Archive(IReadOnlyList<Walks> walks)
    {
        var (near, far) = (Figures.Median([.. walks.Select(w => w.Near.CpuMilliseconds)]), Figures.Median([.. walks.Select(w => w.Far.CpuMilliseconds)]));
        var pages = stage.Data.Spec.Posts / 10;
        stage.Table.Add(new(Group, $"archive, around page {pages / 2} of {pages:#,0}, CPU", $"{far:0.00} ms", $"from page 2 on {near:0.00} ms", far / near, "<= 1.5 x", far / near <= 1.5));
    }

    private sealed record Walks(Walk Twenty, Walk TwoHundred, Walk Pages, Walk Permalinks, Walk Near, Walk Far, double TwentyAnew, double TwoHundredAnew);
}
