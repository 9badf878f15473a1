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
    public static async Task<RunningProgram> ServeAsync(string data, params string[] options)
    {
        var program = Start(["--urls", "http://127.0.0.1:0", "--Blog:BaseUrl=https://blog.voorbeeld.test", "--Blog:DataDirectory=" + data, .. options]);
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
    public static RunningProgram Begin(params string[] words) => Start(words);

    /// <summary>Its next line; null when there is none any more.</summary>
    public Task<string?> LineAsync() => _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);

    /// <summary>Runs a verb, or a start that does not come to serving, to its end.</summary>
    public static async Task<(int Exit, string Output, string Errors)> RunAsync(params string[] words)
    {
        await using var program = Start(words);
        var output = await program._process.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        await program._process.WaitForExitAsync().WaitAsync(Patience);
        return (program._process.ExitCode, output, program.Errors);
    }

    /// <summary>Runs a verb and kills it as soon as something is so; it must not have come to its end.</summary>
    public static async Task KillAsync(IEnumerable<string> words, Func<bool> isEnough)
    {
        await using var program = Start(words);
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

    public async Task<int> StopAsync()
    {
        using var signal = System.Diagnostics.Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await signal.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
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

    private static RunningProgram Start(IEnumerable<string> words)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Repository.Path("src/Bijgespijkerd.Web") };
        start.ArgumentList.Add(BuiltProgram.File("bijgespijkerd.dll"));
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
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
