using System.Globalization;
using System.Runtime.InteropServices;
using Bijgespijkerd.Bench.Limits;
using Bijgespijkerd.Bench.Running;

namespace Bijgespijkerd.Bench;

public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (args is ["limit", var kind, var folder])
        {
            return await LimitServer.RunAsync(kind, folder);
        }

        if (args is ["--help"])
        {
            await Console.Out.WriteLineAsync(BenchOptions.Usage);
            return 0;
        }

        using var stop = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return await new BenchRun(BenchOptions.From(args), Console.Out).RunAsync(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped; nothing of it runs any more.");
            return 130;
        }
        catch (BenchException failed)
        {
            await Console.Error.WriteLineAsync(failed.Message);
            return 2;
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}
