using System.Diagnostics;

namespace Bijgespijkerd.Web.Platform.Media;

/// <summary>Has pictures made by this same program in a process of its own, one at a time: seconds of work, and memory that goes back when it ends.</summary>
public sealed class PictureProcess(string program, string library = PictureProcess.Library) : IPictureMaker, IDisposable
{
    private const string Library = Vips.Library;

    /// <summary>What a program needs to start; the rest of our surroundings may hold secrets.</summary>
    private static readonly string[] Kept = ["PATH", "HOME", "LANG", "LD_LIBRARY_PATH", "TMPDIR"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile bool _wasPresent;

    public static PictureProcess OfThisProgram() => new(Path.Combine(AppContext.BaseDirectory, "bijgespijkerd"));

    public async Task<bool> IsPresentAsync(CancellationToken cancel)
    {
        if (!_wasPresent)
        {
            var making = await MakeAsync(Stream.Null, cancel);
            _wasPresent = making.Refusal == PictureRefusal.Empty;
        }

        return _wasPresent;
    }

    public Task<PictureMaking> MakeAsync(Stream upload, CancellationToken cancel) => MakeAsync(PictureProgram.Word, upload, cancel);

    public Task<PictureMaking> MakePortraitAsync(Stream upload, CancellationToken cancel) => MakeAsync(PictureProgram.PortraitWord, upload, cancel);

    public void Dispose() => _one.Dispose();

    private async Task<PictureMaking> MakeAsync(string word, Stream upload, CancellationToken cancel)
    {
        // Whoever waits holds no file in memory.
        await _one.WaitAsync(cancel);
        try
        {
            return await RunAsync(word, upload, cancel);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<PictureMaking> RunAsync(string word, Stream upload, CancellationToken cancel)
    {
        using var given = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        given.CancelAfter(Patience);
        using var process = Process.Start(Start(word)) ?? throw new InvalidOperationException($"{program} does not start");
        try
        {
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            await SendAsync(upload, process.StandardInput.BaseStream, given.Token);
            using var message = new MemoryStream();
            await process.StandardOutput.BaseStream.CopyToAsync(message, given.Token);
            await process.WaitForExitAsync(given.Token);
            message.Position = 0;
            return PictureMessage.Read(message);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return PictureMaking.Refused(PictureRefusal.Damaged);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    /// <summary>A process that has heard enough closes its end; its answer tells why.</summary>
    private static async Task SendAsync(Stream upload, Stream input, CancellationToken cancel)
    {
        try
        {
            await upload.CopyToAsync(input, cancel);
            await input.DisposeAsync();
        }
        catch (IOException)
        {
            // Its answer tells.
        }
    }

    private ProcessStartInfo Start(string word)
    {
        var start = new ProcessStartInfo(program, [word, library])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var name in start.Environment.Keys.Where(k => !Kept.Contains(k) && !k.StartsWith("DOTNET_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        return start;
    }
}
