using Bijgespijkerd.Bench.Limits;
using Bijgespijkerd.Bench.Load;
using Bijgespijkerd.Bench.Report;
using Bijgespijkerd.Bench.Running;

namespace Bijgespijkerd.Bench.Rows;

/// <summary>Pages that everybody asks for: against Kestrel that only writes the same bytes, and against the framework's own cache.</summary>
public sealed class CachedPages(Stage stage)
{
    private const string Group = "cached";
    private const string Post = "/artikel/draad-20";
    private static readonly (string Name, string Path)[] Lists = [("home", "/"), ("archive", "/pagina/2"), ("feed", "/feed")];

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var blog = await stage.Servers.BlogAsync(stage.Reading, cancel);
        var answers = await RecordAsync(blog, cancel);
        var folder = stage.Folders.Fresh("limit");
        await RecordedAnswer.WriteAsync(folder, answers, cancel);
        await using var bare = await stage.Servers.LimitAsync(LimitServer.Pages, folder, cancel);
        await using var output = await stage.Servers.LimitAsync(LimitServer.Output, folder, cancel);

        await PostAsync(blog, bare, output, cancel);
        await UnchangedAsync(blog, bare, answers, cancel);
        foreach (var (name, path) in Lists)
        {
            var (ours, limit) = await CompareAsync(blog, bare, Plan(path), Math.Max(2, stage.Options.Rounds - 2), cancel);
            stage.Table.Add(Cpu($"{name} from cache, CPU a request", ours, limit, 1.10));
        }

        stage.Loaded(Group, blog);
    }

    private static async Task<IReadOnlyList<RecordedAnswer>> RecordAsync(Server blog, CancellationToken cancel)
    {
        using var browser = new Browser(blog.Address);
        var answers = new List<RecordedAnswer>();
        foreach (var path in Lists.Select(l => l.Path).Prepend(Post))
        {
            await browser.PageAsync(path, cancel);
            answers.Add(RecordedAnswer.Of(path, await browser.PageAsync(path, cancel)));
        }

        if (answers[0].Etag is { } etag && await browser.GetAsync(Post, cancel, etag) is { Status: 304 } unchanged)
        {
            answers.Add(RecordedAnswer.Of(Post, unchanged));
        }

        return answers;
    }

    private async Task PostAsync(Server blog, Server bare, Server output, CancellationToken cancel)
    {
        var (ours, limit, usual) = (new Rounds(), new Rounds(), new Rounds());
        var plan = Plan(Post);
        foreach (var server in new[] { blog, bare, output })
        {
            await stage.MeasureAsync(server, plan with { Seconds = 1 }, cancel);
        }

        for (var round = 0; round < stage.Options.Rounds; round++)
        {
            ours.Add(await stage.MeasureAsync(blog, plan, cancel));
            limit.Add(await stage.MeasureAsync(bare, plan, cancel));
            usual.Add(await stage.MeasureAsync(output, plan, cancel));
        }

        stage.Table.Add(Cpu("cached post page, CPU a request", ours, limit, 1.10));
        var speed = ours.Ratio(limit, r => r.Load.PerSecond);
        stage.Table.Add(new(Group, "cached post page, requests a second", $"{ours.Median(r => r.Load.PerSecond):0}", $"bare Kestrel {limit.Median(r => r.Load.PerSecond):0}", speed, ">= 0.85 x", speed >= 0.85)
        {
            Note = $"p99 {ours.Median(r => r.Load.P99):0.0} ms, bare Kestrel {limit.Median(r => r.Load.P99):0.0} ms",
        });
        var gain = usual.Ratio(ours, r => r.CpuMicroseconds);
        stage.Table.Add(new(Group, "OutputCache against it, CPU a request", $"{usual.Median(r => r.CpuMicroseconds):0.0} µs", $"ours {ours.Median(r => r.CpuMicroseconds):0.0} µs", gain, ">= 1.3 x", gain >= 1.3));
        Allocation(ours, limit);
    }

    /// <summary>Sixty-four new connections cost both the same, and a short round has few requests to share it: that part goes.</summary>
    private void Allocation(Rounds ours, Rounds limit)
    {
        var beyond = Figures.Median([.. ours.Of(r => r.Used.Allocated).Zip(limit.Of(r => r.Used.Allocated), (mine, bare) => mine - bare).Zip(ours.Of(r => r.Load.Requests), (extra, requests) => Math.Max(0, extra) / requests)]);
        stage.Table.Add(new(Group, "cached post page, allocated a request", $"{beyond:0} B", null, null, "<= 200 B", beyond <= 200)
        {
            Note = $"beyond the connections themselves; with them {ours.Median(r => r.Allocated):0} B, bare Kestrel {limit.Median(r => r.Allocated):0} B",
        });
    }

    private async Task UnchangedAsync(Server blog, Server bare, IReadOnlyList<RecordedAnswer> answers, CancellationToken cancel)
    {
        const string What = "304, CPU a request";
        if (answers.FirstOrDefault(a => a.Status == 304)?.Etag is not { } etag)
        {
            stage.Table.Add(new(Group, What, "no ETag, or no 304 to it", null, null, "<= 1.18 x", false));
            return;
        }

        var (ours, limit) = await CompareAsync(blog, bare, Plan(Post) with { Headers = [("If-None-Match", etag)] }, stage.Options.Rounds, cancel);
        stage.Table.Add(Cpu(What, ours, limit, 1.18));
    }

    private async Task<(Rounds Ours, Rounds Limit)> CompareAsync(Server blog, Server bare, LoadPlan plan, int rounds, CancellationToken cancel)
    {
        var (ours, limit) = (new Rounds(), new Rounds());
        plan = plan with { Seconds = stage.Options.IsQuick ? 1 : 4 };
        await stage.MeasureAsync(blog, plan with { Seconds = 1 }, cancel);
        await stage.MeasureAsync(bare, plan with { Seconds = 1 }, cancel);
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(await stage.MeasureAsync(blog, plan, cancel));
            limit.Add(await stage.MeasureAsync(bare, plan, cancel));
        }

        return (ours, limit);
    }

    private static Row Cpu(string what, Rounds ours, Rounds limit, double most)
    {
        var ratio = ours.Ratio(limit, r => r.CpuMicroseconds);
        return new(Group, what, $"{ours.Median(r => r.CpuMicroseconds):0.0} µs", $"bare Kestrel {limit.Median(r => r.CpuMicroseconds):0.0} µs", ratio, $"<= {most:0.00} x", ratio <= most && ours.Bad == 0)
        {
            Note = $"best {ours.Least(r => r.CpuMicroseconds):0.0} µs, bare Kestrel {limit.Least(r => r.CpuMicroseconds):0.0} µs; {ours.Bad} wrong answers",
        };
    }

    private LoadPlan Plan(string path) => new(64, stage.Options.Seconds, [path]);
}
