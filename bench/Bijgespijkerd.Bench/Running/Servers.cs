namespace Bijgespijkerd.Bench.Running;

/// <summary>Starts what is compared: the published program, and the limits, which this program serves as processes of their own.</summary>
public sealed class Servers(Children children, Folders folders)
{
    /// <summary>Public address of the measured site: forms name it as their origin.</summary>
    public const string Origin = "https://bench.voorbeeld.test";

    private const string PostView = "/Posts/Post.cshtml";

    public Task<Server> BlogAsync(string data, CancellationToken cancel, bool countRenders = false, bool asOperator = false, bool demo = false)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["Blog__BaseUrl"] = Origin,
            ["Blog__DataDirectory"] = data,
            ["Blog__DemoContent"] = demo ? "true" : "false",
            ["Blog__Comments__HoldFirst"] = "false",
            ["Blog__Comments__FloodSeconds"] = "0",
            ["Blog__Comments__FloodPerTenMinutes"] = "0",
            ["Blog__Comments__MinimumFillSeconds"] = "0",
            ["Blog__Live__PerAddress"] = "0",
            ["BENCH_VIEW"] = countRenders ? PostView : "",
        };
        return Server.StartAsync(children, folders.Program, [], environment, asOperator ? null : Folders.Hook, cancel);
    }

    /// <param name="kind">A word of <see cref="Limits.LimitServer"/>.</param>
    public Task<Server> LimitAsync(string kind, string folder, CancellationToken cancel) => Server.StartAsync(
        children, Environment.ProcessPath!, ["limit", kind, folder], new Dictionary<string, string>(StringComparer.Ordinal), Folders.Hook, cancel);
}
