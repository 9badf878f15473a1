using Bijgespijkerd.Web.Platform.Data;

namespace Bijgespijkerd.Tests.Support;

/// <summary>Occupies the lane until it is let go, so that what comes in meanwhile waits together.</summary>
public sealed class HeldLane : IDisposable
{
    private readonly ManualResetEventSlim _open = new();
    private readonly List<Task> _waits = [];

    public HeldLane(WriteLane lane)
    {
        using var begun = new ManualResetEventSlim();
        _waits.Add(lane.WriteAsync(
            (_, _) =>
            {
                begun.Set();
                _open.Wait(CancellationToken.None);
                return Task.FromResult(true);
            },
            CancellationToken.None));
        begun.Wait();
    }

    public void Wait(Task piece) => _waits.Add(piece);

    public void Open() => _open.Set();

    public void Dispose()
    {
        _open.Set();
        Task.WaitAll(_waits);
        _open.Dispose();
    }
}
