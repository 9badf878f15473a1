using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bijgespijkerd.Tests.Process;

/// <summary>The built program as a process of its own, on a port the system chose.</summary>
public sealed partial class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly System.Diagnostics.Process _process;
    private readonly StringBuilder _errors = new();

    private RunningProgram(System.Diagnostics.Process process) => _process = process;

    public string Line { get; private set; } = "";

    public Uri Address { get; private set; } = new("http://127.0.0.1");

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

    /// <summary>Serves, and returns once it said where.</summary>
    public static Task<RunningProgram> ServeAsync(string data, params string[] options) => ServeAsync(Confines.None, data, options);

    public static async Task<RunningProgram> ServeAsync(Confines confines, string data, params string[] options)
    {
        var program = Start(confines, ["--urls", "http://127.0.0.1:0", "--Blog:BaseUrl=https://blog.voorbeeld.test", "--Blog:DataDirectory=" + data, .. options]);
        try
        {
            program.Line = await program._process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? "";
            program.Address = new Uri(Listening().Match(program.Line) is { Success: true } match
                ? match.Groups["address"].Value
                : throw new InvalidOperationException($"It said '{program.Line}' and '{program.Errors}'"));
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>Begins a verb, to be looked at, killed or waited for.</summary>
    public static RunningProgram Begin(params string[] words) => Start(Confines.None, words);

    public static RunningProgram Begin(Confines confines, params string[] words) => Start(confines, words);

    /// <summary>Its next line; null when there is none any more.</summary>
    public Task<string?> LineAsync() => _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);

    /// <summary>Runs a verb, or a start that does not come to serving, to its end.</summary>
    public static Task<(int Exit, string Output, string Errors)> RunAsync(params string[] words) => RunAsync(Confines.None, words);

    public static async Task<(int Exit, string Output, string Errors)> RunAsync(Confines confines, params string[] words)
    {
        await using var program = Start(confines, words);
        var output = await program._process.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        await program._process.WaitForExitAsync().WaitAsync(Patience);
        return (program._process.ExitCode, output, program.Errors);
    }

    /// <summary>Runs a verb and kills it as soon as something is so; it must not have come to its end.</summary>
    public static async Task KillAsync(IEnumerable<string> words, Func<bool> isEnough)
    {
        await using var program = Start(Confines.None, words);
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!isEnough() && await looks.WaitForNextTickAsync())
        {
            if (program._process.HasExited)
            {
                throw new InvalidOperationException($"It ended with {program._process.ExitCode}: {program.Errors}");
            }
        }

        program.Kill();
    }

#pragma warning disable RS0030 // It looks at the program from outside.
    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address, Timeout = Patience };
#pragma warning restore RS0030

    public void Kill() => _process.Kill();

    public bool HasEnded => _process.HasExited;

    /// <summary>The most memory that the system says it held so far; zero when it has ended.</summary>
    public long Peak
    {
        get
        {
            try
            {
                var line = File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{_process.Id}/status")).FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
                return line is null ? 0 : 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
            }
            catch (IOException)
            {
                return 0;
            }
        }
    }

    /// <summary>It stands still, in the middle of whatever it did, until it is let go on.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    public Task GoOnAsync() => SignalAsync("CONT");

    /// <summary>Tells it to end, and does not wait.</summary>
    public Task TellToEndAsync() => SignalAsync("TERM");

    public async Task<int> StopAsync()
    {
        await TellToEndAsync();
        return await EndAsync();
    }

    private async Task SignalAsync(string name)
    {
        using var signal = System.Diagnostics.Process.Start("kill", ["-" + name, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await signal.WaitForExitAsync();
    }

    /// <summary>Waits until it ends by itself.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static RunningProgram Start(Confines confines, IEnumerable<string> words)
    {
        string[] all = [.. confines.Command, "dotnet", BuiltProgram.File("bijgespijkerd.dll"), .. words];
        var start = new ProcessStartInfo(all[0], all.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Repository.Path("src/Bijgespijkerd.Web") };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in confines.Environment)
        {
            start.Environment[name] = value;
        }

        start.Environment.Remove("ASPNETCORE_URLS");
        var program = new RunningProgram(System.Diagnostics.Process.Start(start)!);
        program._process.ErrorDataReceived += (_, line) =>
        {
            lock (program._errors)
            {
                program._errors.AppendLine(line.Data);
            }
        };
        program._process.BeginErrorReadLine();
        return program;
    }

    [GeneratedRegex(@"listening on (?<address>http://127\.0\.0\.1:\d+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}

/// <summary>What a program is held in.</summary>
/// <param name="Command">Runs what stands behind it, in its own place.</param>
public sealed record Confines(IReadOnlyList<string> Command, IReadOnlyDictionary<string, string> Environment)
{
    public static Confines None { get; } = new([], new Dictionary<string, string>(StringComparer.Ordinal));
}
