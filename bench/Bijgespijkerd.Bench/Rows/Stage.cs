using Bijgespijkerd.Bench.Data;
using Bijgespijkerd.Bench.Load;
using Bijgespijkerd.Bench.Report;
using Bijgespijkerd.Bench.Running;

namespace Bijgespijkerd.Bench.Rows;

/// <summary>What every group of rows works with.</summary>
public sealed record Stage(BenchOptions Options, Folders Folders, Servers Servers, Wrk Wrk, DataSet Data, DataMaker Maker, Table Table)
{
    private const int WarmSeconds = 3;
    private const int MostWarmRounds = 6;
    private const int Settled = 40;

    private readonly Dictionary<string, double> _loaded = [];
    private string? _reading;

    /// <summary>A copy of the set for servers that are only read from, one after the other.</summary>
    public string Reading => _reading ??= Folders.Copy(Data.Folder, "reading");

    /// <summary>Most memory that a server held after one of the loads.</summary>
    public double LoadedMegabytes => _loaded.Values.DefaultIfEmpty().Max();

    /// <summary>The same by load.</summary>
    public string LoadedNote => string.Join(", ", _loaded.Select(l => $"{l.Key} {l.Value:0}"));

    public void Loaded(string load, Server server) => _loaded[load] = server.ResidentMegabytes;

    /// <summary>
    /// Until the code that makes pages is compiled as well as it will be: a server is cold once a start, a page after every comment.
    /// In the other order a page is made for each request, so that these pages stay unknown to it.
    /// </summary>
    public Task WarmAsync(Server server, IReadOnlyList<string> posts, CancellationToken cancel) =>
        SettleAsync(server, () => Wrk.RunAsync(server.Address, new LoadPlan(2, WarmSeconds, [.. posts.Select(path => path + "?volgorde=nieuw")]), cancel), cancel);

    /// <summary>The same load again and again, until hardly anything of the server is compiled anew.</summary>
    public static async Task SettleAsync(Server server, Func<Task> load, CancellationToken cancel)
    {
        for (var round = 0; round < MostWarmRounds; round++)
        {
            var before = server.Compiled;
            await load();
            await Task.Delay(TimeSpan.FromMilliseconds(500), cancel);
            if (round > 0 && server.Compiled - before < Settled)
            {
                return;
            }
        }
    }

    /// <summary>A load on one server, with what it cost there.</summary>
    public async Task<Round> MeasureAsync(Server server, LoadPlan plan, CancellationToken cancel)
    {
        var before = server.Usage();
        var load = await Wrk.RunAsync(server.Address, plan, cancel);
        return new(load, server.Usage() - before);
    }
}

/// <summary>One round of load, and what the server used for it.</summary>
public sealed record Round(LoadFigures Load, Usage Used)
{
    public double CpuMicroseconds => Used.CpuNanoseconds / 1000.0 / Math.Max(1, Load.Requests);

    public double Allocated => (double)Used.Allocated / Math.Max(1, Load.Requests);
}

/// <summary>Rounds of the same load on the same server.</summary>
public sealed class Rounds
{
    private readonly List<Round> _rounds = [];

    public void Add(Round round) => _rounds.Add(round);

    public long Bad => _rounds.Sum(r => r.Load.Bad);

    public long Good => _rounds.Sum(r => r.Load.Requests) - Bad;

    public IReadOnlyList<double> Of(Func<Round, double> figure) => [.. _rounds.Select(figure)];

    public double Median(Func<Round, double> figure) => Figures.Median(Of(figure));

    public double Least(Func<Round, double> figure) => Of(figure).Min();

    public double Most(Func<Round, double> figure) => Of(figure).Max();

    /// <summary>Median of the ratios of rounds that ran after each other: what the machine does meanwhile hits both.</summary>
    public double Ratio(Rounds other, Func<Round, double> figure) =>
        Figures.Median([.. Of(figure).Zip(other.Of(figure), (ours, theirs) => ours / theirs)]);
}

public static class Figures
{
    public static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }

    public static double Percentile(IReadOnlyList<double> values, double part)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * part))];
    }
}
