using Bijgespijkerd.Bench.Running;

namespace Bijgespijkerd.Bench.Rows;

/// <summary>A page that was asked for once.</summary>
public sealed record Step(string Path, double CpuMilliseconds, int Bytes);

/// <summary>One visitor who asks each of many addresses once, on one connection: every page is a first time for the server.</summary>
public sealed record Walk(IReadOnlyList<Step> Steps, double Allocated)
{
    public double CpuMilliseconds => Steps.Average(s => s.CpuMilliseconds);

    public static async Task<Walk> AlongAsync(Server server, IReadOnlyList<string> paths, CancellationToken cancel)
    {
        using var browser = new Browser(server.Address);
        var steps = new List<Step>(paths.Count);
        var before = server.Usage();
        foreach (var path in paths)
        {
            steps.Add(await StepAsync(server, browser, path, cancel));
        }

        return new(steps, (double)(server.Usage() - before).Allocated / paths.Count);
    }

    /// <summary>A redirect is followed, and counts with the page that it leads to.</summary>
    private static async Task<Step> StepAsync(Server server, Browser browser, string path, CancellationToken cancel)
    {
        var before = server.CpuNanoseconds;
        var answer = await browser.GetAsync(path, cancel);
        for (var follow = 0; follow < 3 && answer.Status is 301 or 302 or 303 && answer.Header("Location") is { } location; follow++)
        {
            answer = await browser.GetAsync(location.Split('#')[0], cancel);
        }

        var used = server.CpuNanoseconds - before;
        return answer.Status == 200 ? new(path, used / 1e6, answer.Plain().Length) : throw new BenchException($"{path} answered {answer.Status}.");
    }
}
