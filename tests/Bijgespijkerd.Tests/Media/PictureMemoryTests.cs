using System.Diagnostics;
using System.Globalization;
using Bijgespijkerd.Web.Platform.Media;

namespace Bijgespijkerd.Tests.Media;

[Collection(nameof(Alone))]
public sealed class PictureMemoryTests
{
    private const long Megabyte = 1 << 20;

    [Fact]
    public async Task A_bomb_is_refused_by_its_header_and_takes_no_memory()
    {
        var plain = await PeakAsync(PictureFiles.Png(9, 9));
        foreach (var bomb in new[] { PictureFiles.PngBomb(30_000, 30_000), PictureFiles.PngThatClaims(int.MaxValue, int.MaxValue), PictureFiles.Gif(1, ushort.MaxValue) })
        {
            Assert.InRange(bomb.Length, 1, Megabyte);
            Assert.InRange(await PeakAsync(bomb) - plain, long.MinValue, 100 * Megabyte);
        }

        // What is taken in is seen to be measured.
        Assert.InRange(await PeakAsync(PictureFiles.PngBomb(8_000, 4_900)) - plain, 10 * Megabyte, 400 * Megabyte);
    }

    /// <summary>The most memory that the process that decodes was seen to hold.</summary>
    private static async Task<long> PeakAsync(byte[] content)
    {
        var start = new ProcessStartInfo(BuiltProgram.File("bijgespijkerd"), [PictureProgram.Word, Vips.Library]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        using var process = System.Diagnostics.Process.Start(start)!;
        await process.StandardInput.BaseStream.WriteAsync(content);
        process.StandardInput.Close();
        var answer = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var peak = 0L;
        while (!answer.IsCompleted)
        {
            peak = Math.Max(peak, Peak(process.Id));
            await Task.Yield();
        }

        await process.WaitForExitAsync();
        Assert.True(peak > 0);
        return peak;
    }

    /// <summary>Zero when it has ended in the meantime.</summary>
    private static long Peak(int process)
    {
        try
        {
            var lines = File.ReadAllLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status"));
            var line = lines.FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
