namespace Bijgespijkerd.Bench.Rows;

/// <summary>Mixed load for long.</summary>
public sealed class Soak(Stage stage)
{
    public Task RunAsync(CancellationToken cancel) => Task.Delay(TimeSpan.FromMinutes(stage.Options.SoakMinutes), cancel);
}
