using System.Net;
using System.Net.Sockets;
using System.Text;
using Bijgespijkerd.Tests.Media;
using Bijgespijkerd.Web.Import.WordPress;
using Bijgespijkerd.Web.Import.WordPress.Media;
using Bijgespijkerd.Web.Media;
using Bijgespijkerd.Web.Platform.Outgoing;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Import;

/// <summary>Pictures come from a folder, or are fetched when somebody asked for that, and in no other way.</summary>
public sealed class MediaImportTests : IAsyncLifetime
{
    private const string Uploads = WxrFile.Source + "/wp-content/uploads/";
    private readonly string _folder = Directory.CreateTempSubdirectory("bijgespijkerd-").FullName;
    private readonly TestBlog _blog = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _blog.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static WxrFile Blog(string body = "Kijk:\n\n<a href=\"" + Uploads + "2010/03/balie.png\"><img src=\"" + Uploads + "2010/03/balie-300x200.png\" alt=\"De balie\"></a>") => new WxrFile()
        .Item(40, "De balie", body, "de-balie", more: [WxrFile.Meta("_thumbnail_id", "51")])
        .Item(50, "Balie", slug: "balie", type: "attachment", status: "inherit", more: [WxrFile.File(Uploads + "2010/03/balie.png")])
        .Item(51, "Omslag", slug: "omslag", type: "attachment", status: "inherit", excerpt: "Foto: Noor", more: [WxrFile.File(Uploads + "omslag.png"), WxrFile.Meta("_wp_attachment_image_alt", "Een lege balie")]);

    private void Put(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    [Fact]
    public async Task Pictures_of_a_folder_stand_in_the_text_as_cover_and_at_their_old_address()
    {
        Put("2010/03/balie.png", PictureFiles.Png(90, 60));
        Put("omslag.png", PictureFiles.Png(120, 60, number: 2));

        var report = await _blog.ImportAsync(Blog(), new MediaFolder(_folder));

        Assert.True(report.IsWhole, string.Join('\n', report.Lines()));
        Assert.Equal(2, report.New(Imported.Pictures));
        var post = await _blog.ReadAsync(db => db.Posts.SingleAsync());
        var pictures = await _blog.ReadAsync(db => db.Set<Picture>().ToDictionaryAsync(p => p.Name));
        Assert.Equal($"Kijk:\n\n![De balie]({pictures["balie.png"].Path})", post.Markdown);
        Assert.Equal((pictures["omslag.png"].Path, "Een lege balie", "Foto: Noor", 120), (post.CoverPath, post.CoverAlt, post.CoverCaption, post.CoverWidth));
        Assert.Equal("Een lege balie", pictures["omslag.png"].AlternativeText);
        foreach (var old in new[] { "/wp-content/uploads/2010/03/balie.png", "/?attachment_id=50" })
        {
            Assert.Equal(pictures["balie.png"].Path, (await _blog.Visitor().GetAsync(old)).Headers.Location?.ToString());
        }

        Assert.Equal(HttpStatusCode.OK, (await _blog.Visitor().GetAsync(pictures["balie.png"].Path)).StatusCode);
    }

    [Theory]
    [InlineData("2010/../../geheim.png")]
    [InlineData("2010/%2e%2e/%2e%2e/geheim.png")]
    [InlineData("..%2fgeheim.png")]
    [InlineData("link/geheim.png")]
    [InlineData("link.png")]
    [InlineData("a%00.png")]
    [InlineData("%5c..%5cgeheim.png")]
    public async Task No_name_leads_out_of_the_folder(string name)
    {
        var outside = Directory.CreateTempSubdirectory("bijgespijkerd-");
        await File.WriteAllBytesAsync(Path.Combine(outside.FullName, "geheim.png"), PictureFiles.Png(20, 20));
        await File.WriteAllBytesAsync(Path.Combine(Path.GetDirectoryName(_folder)!, "geheim.png"), PictureFiles.Png(20, 20));
        Directory.CreateDirectory(Path.Combine(_folder, "2010"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "link"), outside.FullName);
        File.CreateSymbolicLink(Path.Combine(_folder, "link.png"), Path.Combine(outside.FullName, "geheim.png"));

        var report = await _blog.ImportAsync(new WxrFile().Item(40, "De balie", $"<img src=\"{Uploads}{name}\">").Item(50, "Geheim", type: "attachment", status: "inherit", more: [WxrFile.File(Uploads + name)]), new MediaFolder(_folder));

        Assert.Equal(0, report.New(Imported.Pictures));
        Assert.Equal(0, await _blog.PicturesAsync());
        outside.Delete(recursive: true);
        File.Delete(Path.Combine(Path.GetDirectoryName(_folder)!, "geheim.png"));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://127.0.0.1/wp-content/uploads/a.png")]
    [InlineData("https://elders.voorbeeld.test/wp-content/uploads/a.png")]
    [InlineData("ftp://oud.voorbeeld.test/wp-content/uploads/a.png")]
    public async Task What_is_no_upload_of_the_old_site_is_neither_opened_nor_asked_for(string address)
    {
        Put("a.png", PictureFiles.Png(20, 20));
        var outside = new Outside();
        using var media = new FetchedMedia(outside.Rules);
        foreach (var source in new IOldMedia[] { new MediaFolder(_folder), media })
        {
            await _blog.ImportAsync(new WxrFile().Item(40, "De balie", $"<img src=\"{address}\">").Item(50, "X", type: "attachment", status: "inherit", more: [WxrFile.File(address)]), source);
        }

        Assert.Empty(outside.Asked);

        Assert.Equal(0, await _blog.PicturesAsync());
    }

    [Fact]
    public async Task Pictures_of_what_readers_may_not_see_are_found_by_no_number()
    {
        Put("geheim.png", PictureFiles.Png(20, 20));
        await _blog.ImportAsync(
            new WxrFile().Item(40, "Geheim plan", status: "private").Item(50, "X", slug: "x", type: "attachment", status: "inherit", parent: "40", more: [WxrFile.File(Uploads + "geheim.png")]), new MediaFolder(_folder));

        Assert.Null((await _blog.Visitor().GetAsync("/?attachment_id=50")).Headers.Location);
    }

    [Fact]
    public async Task Every_size_of_a_picture_leads_to_it_and_a_gallery_without_numbers_shows_what_was_sent_with_the_post()
    {
        Put("2020/03/balie-scaled.png", PictureFiles.Png(90, 60));
        var body = $"[gallery]\n\n<img src=\"{Uploads}2020/03/balie-300x200.png\" alt=\"Klein\">";

        var report = await _blog.ImportAsync(
            new WxrFile().Item(40, "De balie", body).Item(50, "Balie", slug: "balie", type: "attachment", status: "inherit", parent: "40", more: [WxrFile.File(Uploads + "2020/03/balie-scaled.png"), WxrFile.Meta("_wp_attachment_image_alt", "Groot")]),
            new MediaFolder(_folder));

        var path = (await _blog.ReadAsync(db => db.Set<Picture>().SingleAsync())).Path;
        Assert.Equal($"![Groot]({path})\n\n![Klein]({path})", await _blog.ReadAsync(db => db.Posts.Select(p => p.Markdown).SingleAsync()));
        Assert.True(report.IsWhole);
        foreach (var size in new[] { "", "-scaled", "-300x200", "-1024x768" })
        {
            Assert.Equal(path, (await _blog.Visitor().GetAsync($"/wp-content/uploads/2020/03/balie{size}.png")).Headers.Location?.ToString());
        }
    }

    [Fact]
    public async Task A_picture_that_was_deleted_here_does_not_come_back_and_is_not_counted_as_new()
    {
        Put("2010/03/balie.png", PictureFiles.Png(90, 60));
        Put("omslag.png", PictureFiles.Png(120, 60, number: 2));
        await _blog.ImportAsync(Blog(), new MediaFolder(_folder));
        await _blog.WriteAsync(db => db.Set<Picture>().ExecuteDeleteAsync());

        var report = await _blog.ImportAsync(Blog(), new MediaFolder(_folder));

        Assert.Equal((0, 2, 0), (report.New(Imported.Pictures), report.Known(Imported.Pictures), await _blog.PicturesAsync()));
    }

    [Fact]
    public async Task Without_pictures_a_cover_that_stays_behind_is_told() =>
        Assert.Contains((await _blog.ImportAsync(Blog(), media: null)).Lines(), l => l.Contains("has a cover, which comes along only when pictures do", StringComparison.Ordinal));

    [Fact]
    public async Task What_is_missing_or_no_picture_is_told_and_the_text_stays()
    {
        Put("omslag.png", Encoding.UTF8.GetBytes("<svg onload=alert(1)>"));

        var report = await _blog.ImportAsync(Blog(), new MediaFolder(_folder));

        Assert.Contains(report.Lines(), l => l.Contains("balie-300x200.png is not there", StringComparison.Ordinal) || l.Contains("balie.png is not there", StringComparison.Ordinal));
        Assert.Contains(report.Lines(), l => l.Contains("could not be taken (NotAPicture)", StringComparison.Ordinal));
        Assert.Equal(1, report.New(Imported.Posts));
        Assert.Null(await _blog.ReadAsync(db => db.Posts.Select(p => p.CoverPath).SingleAsync()));
    }

    [Fact]
    public async Task Fetching_happens_when_asked_by_the_client_that_stays_out_of_our_networks()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var port = ((IPEndPoint)server.LocalEndpoint).Port;
        var site = $"http://127.0.0.1:{port}";
        var serving = ServeAsync(server, PictureFiles.Png(90, 60));
        using (var refusing = new FetchedMedia(new OutgoingRules { Ports = [port] }))
        {
            Assert.Null(await refusing.OpenAsync("a.png", new Uri(site + "/wp-content/uploads/a.png"), CancellationToken.None));
            Assert.False(serving.IsCompleted);
        }

        using var media = new FetchedMedia(new OutgoingRules { Ports = [port], Allows = _ => true });
        var report = await _blog.ImportAsync(new WxrFile(site).Item(40, "De balie", $"<img src=\"{site}/wp-content/uploads/a.png\" alt=\"Balie\">"), media);

        Assert.Equal("GET /wp-content/uploads/a.png HTTP/1.1", await serving);
        Assert.Equal(1, await _blog.PicturesAsync());
        Assert.True(report.IsWhole);
    }

    private static async Task<string> ServeAsync(TcpListener server, byte[] picture)
    {
        using var client = await server.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var first = await reader.ReadLineAsync();
        while (await reader.ReadLineAsync() is { Length: > 0 })
        {
            // Its headers.
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: {picture.Length}\r\nConnection: close\r\n\r\n"));
        await stream.WriteAsync(picture);
        return first!;
    }
}
