using System.Diagnostics;
using System.Globalization;

namespace Bijgespijkerd.Tests.Process;

/// <summary>
/// A disk of a few megabytes, mounted over a folder for whoever is started in it, and gone with this. Nobody else sees it there: from
/// outside its files are found under <see cref="Folder"/>.
/// </summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private static readonly Lazy<string?> Trouble = new(Try);

    private readonly System.Diagnostics.Process _holder;
    private readonly string _place;

    private SmallDisk(System.Diagnostics.Process holder, string place) => (_holder, _place) = (holder, place);

    /// <summary>Null where it may be mounted.</summary>
    public static string? WhyNot => Trouble.Value;

    /// <summary>What runs in it finds it at the place it was mounted over.</summary>
    public string Folder => string.Create(CultureInfo.InvariantCulture, $"/proc/{_holder.Id}/root{_place}");

    public Confines Confines => Confines.None with { Command = [.. Enter, "sh", "-c", "cd \"$1\" && shift && exec \"$@\"", "sh", Repository.Path("src/Bijgespijkerd.Web")] };

    private string[] Enter => ["nsenter", "--target", _holder.Id.ToString(CultureInfo.InvariantCulture), "--user", "--mount", "--preserve-credentials"];

    public static async Task<SmallDisk> MountAsync(string place, int megabytes)
    {
        // Whoever holds it waits for a word that never comes: it ends with the one that would say it.
        var start = new ProcessStartInfo("unshare", ["--mount", "--map-root-user", "sh", "-c", "mount -t tmpfs -o \"size=$2m\" none \"$1\" && echo mounted && exec cat", "sh", place, megabytes.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var holder = System.Diagnostics.Process.Start(start)!;
        if (await holder.StandardOutput.ReadLineAsync() == "mounted")
        {
            return new SmallDisk(holder, place);
        }

        var why = await holder.StandardError.ReadToEndAsync();
        holder.Dispose();
        throw new InvalidOperationException(why);
    }

    /// <summary>Takes all the room that is left, but for so many bytes; given back when this is disposed.</summary>
    public IDisposable Fill(long but = 0)
    {
        var filler = new Filler(Path.Combine(Folder, "vol"));
        filler.Take(but);
        return filler;
    }

    public async Task MakeReadOnlyAsync()
    {
        using var remount = System.Diagnostics.Process.Start(Enter[0], [.. Enter.Skip(1), "mount", "-o", "remount,ro", _place]);
        await remount.WaitForExitAsync();
        Assert.Equal(0, remount.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        _holder.StandardInput.Close();
        await _holder.WaitForExitAsync();
        _holder.Dispose();
    }

    private static string? Try()
    {
        var place = Directory.CreateTempSubdirectory("bijgespijkerd-");
        try
        {
            MountAsync(place.FullName, 1).GetAwaiter().GetResult().DisposeAsync().AsTask().GetAwaiter().GetResult();
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return "No disk may be mounted here: " + e.Message.Trim();
        }
        finally
        {
            place.Delete();
        }
    }

    private sealed class Filler(string path) : IDisposable
    {
        public void Take(long but)
        {
            using (var file = File.Create(path, bufferSize: 1))
            {
                try
                {
                    while (true)
                    {
                        file.Write(new byte[4096]);
                    }
                }
                catch (IOException)
                {
                    file.SetLength(Math.Max(0, file.Length - but));
                }
            }
        }

        public void Dispose() => File.Delete(path);
    }
}

/// <summary>Where the system allows a mount of one's own; elsewhere it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnASmallDiskAttribute : FactAttribute
{
    public OnASmallDiskAttribute() => Skip = SmallDisk.WhyNot;
}
