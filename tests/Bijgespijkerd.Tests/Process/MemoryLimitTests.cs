using System.Globalization;
using System.Net;
using System.Xml;
using Bijgespijkerd.Tests.Backup;
using Bijgespijkerd.Tests.Import;
using Bijgespijkerd.Tests.Media;

namespace Bijgespijkerd.Tests.Process;

/// <summary>With 256 MB (row F24): a large export and a large picture come in beside a hundred thousand comments, and those are read.</summary>
public sealed class MemoryLimitTests : BackupTrial
{
    private const int Limit = 256;
    private const int Comments = 100_000;
    private const int Posts = 500;
    private const long Most = 300L << 20;

    [Fact]
    public async Task Neither_an_export_of_50_MB_nor_a_picture_of_20_megapixels_nor_a_long_conversation_takes_more()
    {
        var path = await TellLongAsync();
        var file = File("oud.xml");
        WriteExport(file);
        Assert.InRange(new FileInfo(file).Length, 50_000_000, 60_000_000);
        var uploads = Directory.CreateDirectory(File("uploads")).FullName;
        await System.IO.File.WriteAllBytesAsync(Path.Combine(uploads, "groot.png"), PictureFiles.Png(5_000, 4_000));
        using var limit = MemoryLimit.Of(Limit);

        await using (var program = RunningProgram.Begin(limit.Confines, "import", "wordpress", file, "--media", uploads, "--Blog:BaseUrl=https://blog.voorbeeld.test", "--Blog:DataDirectory=" + Data))
        {
            var (exit, peak, said) = await WatchAsync(program);
            Assert.True(exit == 0, said + program.Errors);
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"posts: {Posts} new"), said, StringComparison.Ordinal);
            Assert.Equal(["1"], await Tables.ColumnAsync(Database(Data), "SELECT COUNT(*) FROM Pictures"));
            Assert.InRange(peak, 1, Most);
        }

        await using (var program = await RunningProgram.ServeAsync(limit.Confines, Data))
        {
            await ReadAsync(program, path);
            Assert.InRange(program.Peak, 1, Most);
            Assert.Equal(0, await program.StopAsync());
        }

        Assert.Equal(0, limit.Killed);
    }

    private static async Task ReadAsync(RunningProgram program, string path)
    {
        using var client = program.Client();
        string[] pages = [path, path + "?volgorde=nieuw", "/", "/feed", .. Enumerable.Range(1, 50).Select(n => string.Create(CultureInfo.InvariantCulture, $"{path}/reacties/{n * 9}"))];
        foreach (var page in pages)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(page)).StatusCode);
        }

        foreach (var id in new[] { 1, Comments / 2, Comments })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/reactie/{id}"))).StatusCode);
        }
    }

    private static async Task<(int Exit, long Peak, string Said)> WatchAsync(RunningProgram program)
    {
        var (peak, said) = (0L, new List<string>());
        while (await program.LineAsync() is { } line)
        {
            peak = Math.Max(peak, program.Peak);
            said.Add(line);
        }

        return (await program.EndAsync(), peak, string.Join('\n', said));
    }

    /// <summary>Long articles with what plugins leave beside them, which is most of a real export.</summary>
    private static void WriteExport(string file)
    {
        const string Wp = "http://wordpress.org/export/1.2/";
        var article = string.Concat(Enumerable.Repeat("Een alinea van gewone lengte, zoals er in een artikel twintig staan. Nog een zin erbij.\n\n", 100));
        var left = string.Concat(Enumerable.Repeat("a:2:{s:3:\"een\";s:4:\"twee\";}", 3_400));
        using var xml = XmlWriter.Create(file);
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("xmlns", "wp", null, Wp);
        xml.WriteStartElement("channel");
        xml.WriteElementString("wxr_version", Wp, "1.2");
        xml.WriteElementString("base_blog_url", Wp, WxrFile.Source);
        for (var n = 1; n <= Posts; n++)
        {
            var export = new WxrFile().Item(
                1_000_000 + n, $"Artikel {n}", n == 1 ? $"<img src=\"{WxrFile.Source}/wp-content/uploads/groot.png\">" : article, $"oud-artikel-{n}",
                more: [WxrFile.Meta("_plugin", left), .. Enumerable.Range(1, 4).Select(c => WxrFile.Comment(1_000_000 + (n * 10) + c))]);
            System.Xml.Linq.XElement.Parse(export.ToString()).Descendants("item").Single().WriteTo(xml);
        }
    }

    private async Task<string> TellLongAsync()
    {
        await using var blog = new TestBlog { KeepsFolder = true };
        var post = await blog.ArticleAsync("Een lang gesprek");
        await blog.TalkAsync(post, Comments);
        await blog.DisposeAsync();
        DatabaseFiles.Copy(blog.DataFolder, Data);
        Directory.Delete(blog.DataFolder, recursive: true);
        return post.Path;
    }
}
