using Bijgespijkerd.Bench.Load;
using Bijgespijkerd.Bench.Report;
using Bijgespijkerd.Bench.Running;

namespace Bijgespijkerd.Bench.Rows;

/// <summary>Many read one long conversation while somebody joins in.</summary>
public sealed class HotPost(Stage stage)
{
    private const string Group = "hot";
    private const string Post = "/artikel/draad-1000";
    private const int Readers = 64;

    private double Seconds => stage.Options.IsQuick ? 4 : 10;

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var blog = await stage.Servers.BlogAsync(stage.Folders.Copy(stage.Data.Folder, "hot"), cancel, countRenders: true);
        var readers = new LoadPlan(Readers, Seconds, [Post]);
        await stage.MeasureAsync(blog, readers with { Seconds = 2 }, cancel);
        foreach (var rate in new[] { 1, 10 })
        {
            var alone = await stage.MeasureAsync(blog, readers, cancel);
            using var writer = new HotWriter(blog, Post, stage.Data.HotComment, rate);
            var before = blog.Usage();
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var writing = writer.WriteAsync(enough.Token);
            var disturbed = await stage.MeasureAsync(blog, readers, cancel);
            await enough.CancelAsync();
            await writing;
            Tell(rate, alone, disturbed, writer, (blog.Usage() - before).Renders);
        }

        stage.Loaded(Group, blog);
    }

    private void Tell(int rate, Round alone, Round disturbed, HotWriter writer, long renders)
    {
        var what = $"hot post, {Readers} readers, {rate} a second";
        var ratio = disturbed.Load.P99 / alone.Load.P99;
        stage.Table.Add(new(Group, what + ": readers' p99", $"{disturbed.Load.P99:0.0} ms", $"undisturbed {alone.Load.P99:0.0} ms", ratio, "<= 2 x", ratio <= 2 && disturbed.Load.Bad == 0)
        {
            Note = $"{disturbed.Load.PerSecond:0} pages a second, undisturbed {alone.Load.PerSecond:0}; longest {disturbed.Load.Max:0} ms; {disturbed.Load.Bad} wrong answers",
        });
        stage.Table.Add(new(
            Group, what + ": own comment seen", $"{writer.SeenByWriter} of {writer.Placed}", $"by a stranger {writer.SeenByStranger}", null, "all, by both",
            writer.Placed > 0 && writer.Refused == 0 && writer.SeenByWriter == writer.Placed && writer.SeenByStranger == writer.Placed)
        {
            Note = $"{writer.Refused} refused; a comment took {writer.Median:0} ms at the median",
        });
        stage.Table.Add(renders == 0
            ? Row.None(Group, what + ": renders a comment", "<= 1", "not seen from outside")
            : Renders(what, writer, renders));
    }

    /// <summary>The writer's own look is theirs alone and may be rendered for them; what is left is everybody's page.</summary>
    private static Row Renders(string what, HotWriter writer, long renders)
    {
        var each = (double)Math.Max(0, renders - writer.Placed) / Math.Max(1, writer.Placed);
        return new(Group, what + ": renders a comment", $"{each:0.00}", null, null, "<= 1", each <= 1) { Note = $"{renders} renders for {writer.Placed} comments and as many looks with the writer's cookie" };
    }
}
