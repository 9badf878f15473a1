using Bijgespijkerd.Bench.Data;
using Bijgespijkerd.Bench.Load;
using Bijgespijkerd.Bench.Report;
using Bijgespijkerd.Bench.Rows;
using Bijgespijkerd.Bench.Running;

namespace Bijgespijkerd.Bench;

/// <summary>One run: data, groups of rows one after the other, the table. Whatever happens, every process it started is ended.</summary>
public sealed class BenchRun(BenchOptions options, TextWriter output)
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var folders = new Folders();
        await using var children = new Children();
        var since = TimeProvider.System.GetTimestamp();
        try
        {
            var table = new Table(output);
            if (options.Wants(SpamFilter.Group))
            {
                await output.WriteLineAsync($"Measuring: {SpamFilter.Group}");
                new SpamFilter(table, output).Run();
            }

            if (options.Wants(MovingIn.Group))
            {
                await output.WriteLineAsync($"Measuring: {MovingIn.Group}");
                await new MovingIn(folders, children, table).RunAsync(cancel);
            }

            if (options.Only.Count == 0 || options.Only.Any(o => o is not (SpamFilter.Group or MovingIn.Group)))
            {
                await LoadAsync(folders, children, table, since, cancel);
            }

            table.Print();
            await table.SaveAsync(Path.Combine(folders.Root, "artifacts", options.File), options, cancel);
            await output.WriteLineAsync($"{TimeProvider.System.GetElapsedTime(since).TotalSeconds:0} s; also written to artifacts/{options.File}");
            return options.IsStrict && table.Misses > 0 ? 1 : 0;
        }
        finally
        {
            await children.DisposeAsync();
            folders.Clean();
        }
    }

    private async Task LoadAsync(Folders folders, Children children, Table table, long since, CancellationToken cancel)
    {
        var servers = new Servers(children, folders);
        var data = new DataMaker(folders, children, servers, output);
        var set = await DataSet.OpenAsync(await data.MakeAsync(options.Data, cancel), options.Data, cancel);
        var stage = new Stage(options, folders, servers, new Wrk(children, folders), set, data, table);
        folders.Fresh("");
        if (options.SoakMinutes > 0)
        {
            await new Soak(stage).RunAsync(output, cancel);
        }

        foreach (var (name, group) in Groups(stage).Where(g => options.Wants(g.Name)))
        {
            await output.WriteLineAsync($"Measuring: {name} ({TimeProvider.System.GetElapsedTime(since).TotalSeconds:0} s)");
            await group(cancel);
        }
    }

    private static IEnumerable<(string Name, Func<CancellationToken, Task> Run)> Groups(Stage stage) =>
    [
        ("cached", new CachedPages(stage).RunAsync),
        ("cold", new ColdPages(stage).RunAsync),
        ("size", new SizeOfData(stage).RunAsync),
        ("hot", new HotPost(stage).RunAsync),
        ("writing", new Writing(stage).RunAsync),
        ("start", new Starting(stage).RunAsync),
        ("live", new OpenStreams(stage).RunAsync),
    ];
}
