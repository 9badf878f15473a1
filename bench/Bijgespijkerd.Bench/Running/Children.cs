using System.Diagnostics;
using System.Text;

namespace Bijgespijkerd.Bench.Running;

/// <summary>Every process that was started, so that each is ended by its own id however this program ends.</summary>
public sealed class Children : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock _lock = new();
    private readonly List<Process> _living = [];

    public Process Start(string program, IEnumerable<string> words, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new BenchException($"{program} does not start.");
        lock (_lock)
        {
            _living.Add(process);
        }

        return process;
    }

    /// <summary>Runs something to its end and returns what it said; a failure ends the bench.</summary>
    public async Task<string> RunAsync(string program, IEnumerable<string> words, IReadOnlyDictionary<string, string> environment, CancellationToken cancel)
    {
        using var process = Start(program, words, environment);
        var errors = new StringBuilder();
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return process.ExitCode == 0 ? output : throw new BenchException($"{Path.GetFileName(program)} failed: {errors}");
        }
        finally
        {
            await EndAsync(process);
        }
    }

    public async Task EndAsync(Process process)
    {
        lock (_lock)
        {
            _living.Remove(process);
        }

        if (process.HasExited)
        {
            return;
        }

        Native.AskToEnd(process.Id);
        try
        {
            await process.WaitForExitAsync(CancellationToken.None).WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            process.Kill();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _living.ToList())
        {
            await EndAsync(process);
            process.Dispose();
        }
    }
}
