using Bijgespijkerd.Bench.Report;
using Bijgespijkerd.Bench.Running;

namespace Bijgespijkerd.Bench.Rows;

/// <summary>From nothing to the first page, started as an operator does; and what it then holds in memory.</summary>
public sealed class Starting(Stage stage)
{
    private const string Group = "start";

    private int Starts => stage.Options.IsQuick ? 3 : 7;

    public async Task RunAsync(CancellationToken cancel)
    {
        var demo = stage.Folders.Fresh("demo");
        await using (var first = await stage.Servers.BlogAsync(demo, cancel, demo: true))
        {
            using var browser = new Browser(first.Address);
            await browser.PageAsync("/", cancel);
        }

        await MeasureAsync("the demo site", demo, 900, null, cancel);
        await MeasureAsync($"{stage.Data.Spec.Comments:#,0} comments", stage.Reading, 1_500, 130, cancel);
        stage.Table.Add(stage.LoadedMegabytes == 0
            ? Row.None(Group, "memory after load", "<= 220 MB", "no load was measured")
            : new(Group, "memory after load", $"{stage.LoadedMegabytes:0} MB", null, null, "<= 220 MB", stage.LoadedMegabytes <= 220) { Note = stage.LoadedNote });
    }

    private async Task MeasureAsync(string what, string folder, int most, int? memory, CancellationToken cancel)
    {
        var (times, megabytes) = (new List<double>(), new List<double>());
        for (var start = 0; start < Starts; start++)
        {
            var since = TimeProvider.System.GetTimestamp();
            await using var blog = await stage.Servers.BlogAsync(folder, cancel, asOperator: true);
            using var browser = new Browser(blog.Address);
            await browser.PageAsync("/", cancel);
            times.Add(TimeProvider.System.GetElapsedTime(since).TotalMilliseconds);
            megabytes.Add(blog.ResidentMegabytes);
        }

        var time = Figures.Median(times);
        stage.Table.Add(new(Group, $"start to first page, {what}", $"{time:0} ms", null, null, $"<= {most:#,0} ms", time <= most) { Note = $"least {times.Min():0} ms of {times.Count} starts" });
        if (memory is { } limit)
        {
            stage.Table.Add(new(Group, $"memory after start, {what}", $"{Figures.Median(megabytes):0} MB", null, null, $"<= {limit} MB", Figures.Median(megabytes) <= limit));
        }
    }
}
