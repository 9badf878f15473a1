using Bijgespijkerd.Web.Media;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Media;

/// <summary>An upload becomes files on the disk and a row, in that order, once.</summary>
public sealed class PictureUploadsTests : BlogTests
{
    private const long Femke = 7;

    [Fact]
    public async Task What_is_uploaded_is_stored_with_its_files_and_shown()
    {
        var picture = await AddAsync(PictureFiles.Png(700, 400), "foto's\\../zomer \u202Egnp.exe\n.png");

        Assert.Equal("zomer gnp.exe .png", picture.Name);
        var stored = await Blog.ReadAsync(db => db.Set<Picture>().Include(p => p.Files).SingleAsync());
        Assert.Equal((700, 400, Femke, Blog.Clock.GetUtcNow()), (stored.Width, stored.Height, stored.UploadedBy, stored.UploadedAt));
        Assert.Equal(stored.Files.Select(f => f.Name).Order(StringComparer.Ordinal), OnDisk());
        Assert.Equal(3, stored.Files.Count);
        Assert.Equal(stored.Bytes, Directory.EnumerateFiles(Folder).Sum(f => new FileInfo(f).Length));
        foreach (var address in PictureAddress.Read(stored.Path)!.SourceSet.Split(", ").Select(s => s.Split(' ')[0]).Append(stored.Path))
        {
            var answer = await Blog.Visitor().GetAsync(address);
            Assert.Equal(address.EndsWith(".webp", StringComparison.Ordinal) ? "image/webp" : "image/jpeg", answer.Content.Headers.ContentType!.ToString());
            Assert.Equal("sandbox; default-src 'none'; frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Theory]
    [InlineData("../../../etc/passwd", "passwd")]
    [InlineData("a\0b.png", "ab.png")]
    [InlineData("..\\..\\web.config", "web.config")]
    [InlineData("<img src=x onerror=alert(1)>.png", "<img src=x onerror=alert(1)>.png")]
    [InlineData("/", "naamloos")]
    [InlineData("", "naamloos")]
    [InlineData("\u202E\u0007", "naamloos")]
    public async Task A_name_is_a_text_and_never_a_place(string told, string shown)
    {
        var picture = await AddAsync(PictureFiles.Png(20, 20), told);

        Assert.Equal(shown, picture.Name);
        Assert.All(OnDisk(), name => Assert.Matches("^[0-9a-f]{32}-20(x20)?\\.(jpg|webp)$", name));
        Assert.Equal(2, OnDisk().Count);
        Assert.Equal(["bijgespijkerd.db", "media"], Directory.EnumerateFileSystemEntries(Blog.DataFolder).Select(f => Path.GetFileName(f)).Where(f => f is "media" or "bijgespijkerd.db" || f.Contains("config", StringComparison.Ordinal) || f.Contains("passwd", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_long_name_is_cut_at_a_whole_character() =>
        Assert.Equal(new string('a', 199), (await AddAsync(PictureFiles.Png(20, 20), new string('a', 199) + "😀.png")).Name);

    [Fact]
    public async Task The_same_file_again_is_the_same_picture()
    {
        var first = await AddAsync(PictureFiles.Png(60, 40), "een.png");
        var before = OnDisk();
        var again = await AddAsync(PictureFiles.Png(60, 40), "twee.png");
        var other = await AddAsync(PictureFiles.Png(60, 40, number: 1), "een.png");

        Assert.Equal((first.Id, "een.png"), (again.Id, again.Name));
        Assert.NotEqual(first.Id, other.Id);
        Assert.Equal(before.Count * 2, OnDisk().Count);
    }

    [Fact]
    public async Task The_same_file_many_times_at_once_is_one_picture_with_one_set_of_files()
    {
        _ = Blog.Services;
        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => AddAsync(PictureFiles.Png(300, 40), $"{n}.png")));

        Assert.Single(all.Select(p => p.Id).Distinct());
        Assert.Equal(2, OnDisk().Count);
    }

    [Fact]
    public async Task What_cannot_be_stored_leaves_no_file()
    {
        _ = Blog.Services;
        Blog.Services.GetRequiredService<WriteLane>().Close();

        await Assert.ThrowsAsync<WriteLaneFullException>(() => AddAsync(PictureFiles.Png(60, 40), "een.png"));

        Assert.Empty(OnDisk());
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing()
    {
        foreach (var (content, why) in new[] { (PictureFiles.Svg, PictureRefusal.NotAPicture), ([], PictureRefusal.Empty), (new byte[PictureLimits.FileBytes + 1], PictureRefusal.FileTooLarge) })
        {
            var upload = await UploadAsync(content, "plaatje.png");
            Assert.Equal((null, why), (upload.Picture, upload.Refusal));
        }

        Assert.Equal(0, await Blog.ReadAsync(db => db.Set<Picture>().CountAsync()));
        Assert.Empty(OnDisk());
    }

    [Fact]
    public async Task A_half_written_file_is_never_served_and_never_left()
    {
        var store = Blog.Services.GetRequiredService<MediaStore>();
        using var given = new CancellationTokenSource();
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.AddAsync([("0123456789abcdef0123456789abcdef-9x9.jpg", new byte[9])], given.Token));

        Assert.Empty(OnDisk());
        Assert.Throws<ArgumentException>(() => store.Remove(["../bijgespijkerd.db"]));
        Assert.Null(store.Find("0123456789abcdef0123456789abcdef-9x9.jpg"));
        Assert.Null(store.Find("../bijgespijkerd.db"));
    }

    private string Folder => Path.Combine(Blog.DataFolder, "media");

    private List<string> OnDisk() => Directory.Exists(Folder) ? [.. Directory.EnumerateFiles(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)] : [];

    private async Task<Picture> AddAsync(byte[] content, string name)
    {
        var upload = await UploadAsync(content, name);
        Assert.True(upload.Picture is not null, upload.Refusal == PictureRefusal.LibraryMissing ? "libvips is missing: install the package libvips42" : $"Refused: {upload.Refusal}");
        return upload.Picture!;
    }

    private async Task<PictureUpload> UploadAsync(byte[] content, string name)
    {
        await using var scope = Blog.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PictureUploads>().AddAsync(new MemoryStream(content), name, Femke, Blog.Clock.GetUtcNow(), CancellationToken.None);
    }
}
