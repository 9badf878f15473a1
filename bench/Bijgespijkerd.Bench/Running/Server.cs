using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Bijgespijkerd.Bench.Running;

/// <summary>What a process has used up to some moment.</summary>
public sealed record Usage(long CpuNanoseconds, long Allocated, int Gen0, int Gen1, int Gen2, long Renders)
{
    public static Usage operator -(Usage after, Usage before) => new(
        after.CpuNanoseconds - before.CpuNanoseconds, after.Allocated - before.Allocated,
        after.Gen0 - before.Gen0, after.Gen1 - before.Gen1, after.Gen2 - before.Gen2, after.Renders - before.Renders);
}

/// <summary>A process that serves on 127.0.0.1 at a port the kernel chose, with its own accounting of time and memory.</summary>
public sealed class Server : IAsyncDisposable
{
    private const string Listening = "listening on ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Children _children;
    private readonly Process _process;
    private readonly string? _socket;
    private readonly StringBuilder _errors = new();
    private Task? _rest;

    private Server(Children children, Process process, string? socket) => (_children, _process, _socket) = (children, process, socket);

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>What it wrote on its error stream: warnings, in the program's case.</summary>
    public string Errors
    {
        get
        {
            lock (_errors)
            {
                return _errors.ToString();
            }
        }
    }

    /// <param name="hook">The startup hook that tells of allocation; null to start the program just as an operator does.</param>
    public static async Task<Server> StartAsync(
        Children children, string program, IEnumerable<string> words, IReadOnlyDictionary<string, string> environment, string? hook, CancellationToken cancel)
    {
        var socket = hook is null ? null : Path.Combine(Path.GetTempPath(), $"bench-{Guid.NewGuid():N}.sock");
        var all = new Dictionary<string, string>(environment, StringComparer.Ordinal);
        if (hook is not null)
        {
            (all["DOTNET_STARTUP_HOOKS"], all["BENCH_SOCKET"]) = (hook, socket!);
        }

        var server = new Server(children, children.Start(program, words, all), socket);
        try
        {
            await server.ListenAsync(cancel);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors)
            {
                _errors.AppendLine(line.Data);
            }
        };
        _process.BeginErrorReadLine();
        while (await _process.StandardOutput.ReadLineAsync(cancel).AsTask().WaitAsync(Patience, cancel) is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                var address = line[(at + Listening.Length)..];
                Address = new Uri(address[..address.IndexOf(')', StringComparison.Ordinal)]);
                _rest = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return;
            }
        }

        throw new BenchException($"A server ended before it served: {Errors}");
    }

    public Usage Usage()
    {
        var inside = Inside();
        return new(Native.CpuNanoseconds(_process.Id), inside[0], (int)inside[1], (int)inside[2], (int)inside[3], inside[5]);
    }

    /// <summary>Methods compiled so far: as long as this grows, the program is not as fast as it will be.</summary>
    public long Compiled => Inside()[6];

    public long CpuNanoseconds => Native.CpuNanoseconds(_process.Id);

    public double ResidentMegabytes => Status("VmRSS:");

    public double PeakMegabytes => Status("VmHWM:");

    private long[] Inside()
    {
        if (_socket is null)
        {
            return new long[7];
        }

        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(_socket));
        using var reader = new StreamReader(new NetworkStream(socket), Encoding.ASCII);
        return [.. reader.ReadLine()!.Split(' ').Select(n => long.Parse(n, CultureInfo.InvariantCulture))];
    }

    private double Status(string name)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) / 1000.0;
    }

    public async ValueTask DisposeAsync()
    {
        await _children.EndAsync(_process);
        await (_rest ?? Task.CompletedTask);
        _process.Dispose();
        if (_socket is not null)
        {
            File.Delete(_socket);
        }
    }
}
