using System.Globalization;
using Bijgespijkerd.Bench.Running;

namespace Bijgespijkerd.Bench.Load;

/// <summary>What one run of the load generator saw.</summary>
/// <param name="Bad">Answers of another status than expected, and connections that failed.</param>
public sealed record LoadFigures(long Requests, double Seconds, long Bytes, double P50, double P99, double Max, long Bad)
{
    public double PerSecond => Requests / Seconds;
}

/// <summary>A load: where to, how many at once, what is sent.</summary>
public sealed record LoadPlan(int Connections, double Seconds, IReadOnlyList<string> Paths)
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Comments are sent instead of pages asked.</summary>
    public bool Forms { get; init; }

    public string Salt { get; init; } = "0";

    /// <summary>Milliseconds between the requests of one connection; null: as fast as it can.</summary>
    public int? Pause { get; init; }

    public int Status { get; init; } = 200;

    /// <summary>Counting each answer costs the load generator time, so hits are judged by wrk's own counter (400 and up).</summary>
    public bool CountsAnswers { get; init; }
}

/// <summary>wrk of Debian's packages, with a script that says what to send and prints figures as one line.</summary>
public sealed class Wrk(Children children, Folders folders)
{
    public async Task<LoadFigures> RunAsync(Uri server, LoadPlan plan, CancellationToken cancel)
    {
        var one = plan is { Paths.Count: 1, Forms: false };
        var paths = one ? "" : Path.Combine(folders.Run, $"paths-{Guid.NewGuid():N}");
        if (!one)
        {
            await File.WriteAllLinesAsync(paths, plan.Paths, cancel);
        }

        var words = new List<string>
        {
            "-t", plan.Connections >= 2 ? "2" : "1", "-c", Number(plan.Connections), "-d", Number((int)Math.Ceiling(plan.Seconds)) + "s", "--timeout", "10s", "-s", Folders.Script("wrk.lua"),
        };
        foreach (var (name, value) in Browser.Headers.Concat(plan.Headers))
        {
            words.AddRange(["-H", $"{name}: {value}"]);
        }

        words.Add(server.GetLeftPart(UriPartial.Authority) + (one ? plan.Paths[0] : "/"));
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["BENCH_PATHS"] = paths,
            ["BENCH_SALT"] = plan.Salt,
            ["BENCH_FORMS"] = plan.Forms ? "1" : "0",
            ["BENCH_STATUS"] = Number(plan.Status),
            ["BENCH_COUNT"] = plan.CountsAnswers ? "1" : "0",
        };
        if (plan.Pause is { } pause)
        {
            environment["BENCH_PAUSE"] = Number(pause);
        }

        var output = await children.RunAsync("wrk", words, environment, cancel);
        if (!one)
        {
            File.Delete(paths);
        }

        return Read(output);
    }

    private static LoadFigures Read(string output)
    {
        var line = output.Split('\n').FirstOrDefault(l => l.StartsWith("BENCH ", StringComparison.Ordinal)) ?? throw new BenchException($"wrk said: {output}");
        var n = line.Split(' ').Skip(1).Select(part => long.Parse(part, CultureInfo.InvariantCulture)).ToList();
        return new(n[0], n[1] / 1e6, n[2], n[3] / 1000.0, n[4] / 1000.0, n[5] / 1000.0, n[6] + Math.Max(n[7], n[8]));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
