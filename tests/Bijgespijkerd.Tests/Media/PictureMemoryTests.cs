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
        using var maker = new VipsPictureMaker();
        Assert.True(maker.IsPresent, "libvips is missing: install the package libvips42");
        foreach (var bomb in new[] { PictureFiles.PngBomb(30_000, 30_000), PictureFiles.PngThatClaims(int.MaxValue, int.MaxValue), PictureFiles.Gif(1, ushort.MaxValue) })
        {
            Assert.InRange(bomb.Length, 1, Megabyte);
            GC.Collect();
            await File.WriteAllTextAsync("/proc/self/clear_refs", "5");
            var before = Peak();

            var making = await maker.MakeAsync(new MemoryStream(bomb), CancellationToken.None);

            Assert.NotNull(making.Refusal);
            Assert.InRange(Peak() - before, 0, 100 * Megabyte);
        }
    }

    /// <summary>The most memory the process held since it was last cleared.</summary>
    private static long Peak() => 1024 * long.Parse(
        File.ReadLines("/proc/self/status").Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);
}
