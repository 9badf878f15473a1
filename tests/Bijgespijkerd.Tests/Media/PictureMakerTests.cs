using Bijgespijkerd.Web.Platform.Media;

namespace Bijgespijkerd.Tests.Media;

/// <summary>What becomes of an upload, by the library itself: without it these fail, and say what to install.</summary>
public sealed class PictureMakerTests : IDisposable
{
    private readonly PictureProcess _maker = new(BuiltProgram.File("bijgespijkerd"));

    public static TheoryData<string, byte[], PictureRefusal> Refused => new()
    {
        { "nothing", [], PictureRefusal.Empty },
        { "a drawing called .png", PictureFiles.Svg, PictureRefusal.NotAPicture },
        { "a page called .jpg", [.. "<!doctype html>"u8, .. "<script>alert(1)</script>"u8], PictureRefusal.NotAPicture },
        { "a page that says it is a picture", [.. "GIF89a/*"u8, .. "*/=1;alert(1)"u8], PictureRefusal.Damaged },
        { "a document", [.. "%PDF-1.7\n"u8, .. new byte[100]], PictureRefusal.NotAPicture },
        { "a TIFF", [.. "II*\0"u8, .. new byte[100]], PictureRefusal.NotAPicture },
        { "a JPEG of three bytes", [0xFF, 0xD8, 0xFF], PictureRefusal.Damaged },
        { "a PNG that ends early", PictureFiles.Png(200, 200)[..300], PictureRefusal.Damaged },
        { "a PNG that claims more than there is", PictureFiles.PngThatClaims(100, 100), PictureRefusal.Damaged },
        { "a PNG that is too wide", PictureFiles.PngBomb(12_001, 1), PictureRefusal.TooManyPixels },
        { "a PNG that claims the most a header can", PictureFiles.PngThatClaims(int.MaxValue, int.MaxValue), PictureRefusal.Damaged },
        { "a PNG of 40 megapixels and a row", PictureFiles.PngBomb(8_000, 5_001), PictureRefusal.TooManyPixels },
        { "a GIF of 65,535 by 65,535", PictureFiles.Gif(1, ushort.MaxValue), PictureRefusal.TooManyPixels },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task What_is_no_whole_picture_of_a_sane_size_is_refused(string what, byte[] content, PictureRefusal why)
    {
        Assert.NotEmpty(what);
        var making = await MakeAsync(content);

        Assert.Equal(why, making.Refusal);
        Assert.Null(making.Made);
    }

    [Fact]
    public async Task A_picture_gets_its_widths_in_webp_and_one_file_for_every_browser_and_keeps_its_whole_size()
    {
        var made = await MadeAsync(PictureFiles.Png(2000, 1000));

        Assert.Equal((PictureKind.Png, 2000, 1000), (made.Kind, made.Width, made.Height));
        var key = made.Address.Key;
        Assert.Equal(
            [($"{key}-1600x800.jpg", 1600, 800), ($"{key}-480.webp", 480, 240), ($"{key}-960.webp", 960, 480), ($"{key}-1600.webp", 1600, 800), ($"{key}.jpg", 2000, 1000)],
            made.Files.Select(f => (f.Name, f.Width, f.Height)));
        foreach (var file in made.Files)
        {
            Assert.Equal(file.Name.EndsWith(".webp", StringComparison.Ordinal) ? PictureKind.WebP : PictureKind.Jpeg, PictureFormat.Of(file.Content));
            var again = await MadeAsync(file.Content);
            Assert.Equal((file.Width, file.Height), (again.Width, again.Height));
        }
    }

    [Theory]
    [InlineData(1600, new[] { 480, 960, 1600 })]
    [InlineData(961, new[] { 480, 960, 961 })]
    [InlineData(480, new[] { 480 })]
    [InlineData(90, new[] { 90 })]
    public async Task No_width_is_larger_than_what_was_sent(int width, int[] widths)
    {
        var made = await MadeAsync(PictureFiles.Png(width, 60));

        Assert.Equal(widths, made.Address.Widths);
        Assert.Equal([$"{made.Address.Key}-{width}x60.jpg", .. widths.Select(w => $"{made.Address.Key}-{w}.webp")], made.Files.Select(f => f.Name));
    }

    [Fact]
    public async Task Where_and_with_what_it_was_taken_is_in_no_file_and_it_stands_upright()
    {
        var jpeg = (await MadeAsync(PictureFiles.Png(1800, 300))).Files[^1].Content;
        var taken = PictureFiles.WithPlace(jpeg);
        Assert.True(PictureFiles.Holds(taken, PictureFiles.Secret) && PictureFiles.Holds(taken, "Exif"));

        var made = await MadeAsync(taken);
        Assert.Equal((300, 1800), (made.Width, made.Height));
        var wide = await MadeAsync(PictureFiles.WithPlace((await MadeAsync(PictureFiles.Png(100, 1700))).Files[0].Content));
        Assert.Equal(5, wide.Files.Count);
        foreach (var file in made.Files.Concat(wide.Files))
        {
            Assert.Equal([], Blocks.Where(block => PictureFiles.Holds(file.Content, block)).Select(block => $"{file.Name}: {block}"));
        }
    }

    private static readonly string[] Blocks = [PictureFiles.Secret, "Exif", "EXIF", "XMP", "adobe", "Photoshop", "8BIM", "ICC", "script", "Comment", "tEXt", "iTXt", "eXIf"];

    [Fact]
    public async Task Words_hidden_in_a_picture_are_in_no_file()
    {
        foreach (var content in new[] { PictureFiles.Png(50, 50, text: PictureFiles.Script), PictureFiles.Png(50, 50, alpha: true, text: PictureFiles.Script), PictureFiles.GifThatIsAPage })
        {
            Assert.True(PictureFiles.Holds(content, PictureFiles.Script));
            var made = await MadeAsync(content);
            Assert.Equal([], made.Files.SelectMany(file => Blocks.Where(block => PictureFiles.Holds(file.Content, block)).Select(block => $"{file.Name}: {block}")));
        }
    }

    [Fact]
    public async Task What_can_be_seen_through_stays_so()
    {
        var made = await MadeAsync(PictureFiles.Png(1700, 10, alpha: true));

        Assert.Equal(".png", made.Address.Extension);
        Assert.Equal([PictureKind.Png, PictureKind.WebP, PictureKind.WebP, PictureKind.WebP, PictureKind.Png], made.Files.Select(f => PictureFormat.Of(f.Content)!.Value));
    }

    [Fact]
    public async Task Of_ten_thousand_frames_the_first_is_shown()
    {
        var made = await MadeAsync(PictureFiles.Gif(10_000));

        Assert.Equal((PictureKind.Gif, 1, 1), (made.Kind, made.Width, made.Height));
    }

    [Fact]
    public async Task Avif_and_webp_are_taken()
    {
        var webp = (await MadeAsync(PictureFiles.Png(64, 32))).Files[^1].Content;
        Assert.Equal(PictureKind.WebP, (await MadeAsync(webp)).Kind);
        var made = await MadeAsync(PictureFiles.Avif);
        Assert.Equal((PictureKind.Avif, 64, 32), (made.Kind, made.Width, made.Height));
    }

    [Fact]
    public async Task Every_file_that_ends_early_is_refused()
    {
        var jpeg = (await MadeAsync(PictureFiles.Png(400, 400))).Files[0].Content;
        var webp = (await MadeAsync(PictureFiles.Png(400, 400))).Files[^1].Content;
        foreach (var whole in new[] { jpeg, webp, PictureFiles.Png(400, 400), PictureFiles.Avif })
        {
            Assert.Equal(PictureRefusal.Damaged, (await MakeAsync(whole[..(whole.Length / 2)])).Refusal);
        }
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_while_it_is_read()
    {
        var making = await _maker.MakeAsync(new MemoryStream(new byte[PictureLimits.FileBytes + 1]), CancellationToken.None);

        Assert.Equal(PictureRefusal.FileTooLarge, making.Refusal);
    }

    [Fact]
    public async Task Many_at_once_wait_for_each_other_and_all_succeed()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => MadeAsync(PictureFiles.Png(500, 300, number: n))));

        Assert.Equal(12, all.Select(m => m.Address.Key).Distinct().Count());
    }

    [Fact]
    public async Task It_says_whether_the_library_is_there() => Assert.True(await _maker.IsPresentAsync(CancellationToken.None), "libvips is missing: install the package libvips42");

    [Fact]
    public async Task A_decoder_that_breaks_down_or_lies_gives_a_refusal()
    {
        foreach (var program in new[] { "/bin/false", "/bin/echo" })
        {
            using var other = new PictureProcess(program);
            Assert.Equal(PictureRefusal.Damaged, (await other.MakeAsync(new MemoryStream(PictureFiles.Png(9, 9)), CancellationToken.None)).Refusal);
        }
    }

    [Fact]
    public async Task The_library_and_its_own_sqlite_never_enter_this_process()
    {
        await MadeAsync(PictureFiles.Png(9, 9));

        Assert.DoesNotContain(await File.ReadAllLinesAsync("/proc/self/maps"), line => line.Contains("libvips", StringComparison.Ordinal) || line.Contains("libsqlite3.so.0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_library_nothing_is_made_and_nothing_breaks()
    {
        using var without = new PictureProcess(BuiltProgram.File("bijgespijkerd"), "libvips-that-is-not-there.so");

        Assert.False(await without.IsPresentAsync(CancellationToken.None));
        Assert.Equal(PictureRefusal.LibraryMissing, (await without.MakeAsync(new MemoryStream(PictureFiles.Png(9, 9)), CancellationToken.None)).Refusal);
    }

    public void Dispose() => _maker.Dispose();

    private async Task<MadePicture> MadeAsync(byte[] content)
    {
        var making = await MakeAsync(content);
        Assert.True(making.Made is not null, $"Refused: {making.Refusal}");
        return making.Made!;
    }

    private async Task<PictureMaking> MakeAsync(byte[] content)
    {
        var making = await _maker.MakeAsync(new MemoryStream(content), CancellationToken.None);
        Assert.False(making.Refusal == PictureRefusal.LibraryMissing, "libvips is missing: install the package libvips42");
        return making;
    }
}
