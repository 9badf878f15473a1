using System.Text;
using Bijgespijkerd.Web.Import;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Verbs;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Import;

public sealed class ImportVerbTests : IAsyncLifetime
{
    private const string Start = "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel>";
    private const string Head = Start + "<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://oud.voorbeeld.test</wp:base_blog_url>";

    private readonly TestBlog _blog = new();
    private readonly string _file = Path.GetTempFileName();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        File.Delete(_file);
        await _blog.DisposeAsync();
    }

    private async Task<(int Exit, string Output)> RunAsync(params string[] words)
    {
        await using var output = new StringWriter();
        var verb = _blog.Services.GetServices<IVerb>().OfType<ImportVerb>().Single();
        return (await verb.RunAsync(words, output, CancellationToken.None), output.ToString().Trim());
    }

    private async Task<(int Exit, string Output)> RunFileAsync(string text, Encoding? encoding = null)
    {
        await File.WriteAllTextAsync(_file, text, encoding ?? Encoding.UTF8);
        return await RunAsync(_file);
    }

    [Theory]
    [InlineData]
    [InlineData("--dry-run")]
    [InlineData("a.xml", "--media")]
    [InlineData("a.xml", "--media", "map", "--fetch-media")]
    [InlineData("a.xml", "--alles")]
    public async Task Wrong_usage_is_told_apart(params string[] words)
    {
        var (exit, output) = await RunAsync(words);

        Assert.Equal(2, exit);
        Assert.StartsWith("Usage: import wordpress FILE", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_one_line()
    {
        var (exit, output) = await RunAsync("/nergens/oud.xml");

        Assert.Equal(1, exit);
        Assert.StartsWith("/nergens/oud.xml cannot be read:", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dit is een brief.", "not well-formed")]
    [InlineData("", "not well-formed")]
    [InlineData("<html><body/></html>", "not a WordPress export")]
    [InlineData("<rss/>", "not a WordPress export")]
    [InlineData("<!DOCTYPE lol [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><rss><channel><title>&b;</title></channel></rss>", "DTD")]
    [InlineData("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&x;</title></channel></rss>", "DTD")]
    [InlineData("<!DOCTYPE rss SYSTEM \"http://127.0.0.1:9/x.dtd\"><rss><channel/></rss>", "DTD")]
    public async Task What_is_no_export_is_refused_before_anything_is_opened(string text, string reason)
    {
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode])
        {
            var (exit, output) = await RunFileAsync(text, encoding);

            Assert.Equal(1, exit);
            Assert.Contains(reason, output, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', output);
        }
    }

    [Fact]
    public async Task While_the_site_runs_it_refuses()
    {
        _ = _blog.Visitor();

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => RunFileAsync(new WxrFile().ToString()));
        Assert.Contains("stop the site", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Start + "<title>Nieuws</title><item><title>Een bericht</title></item></channel></rss>", "not a WordPress export")]
    [InlineData(Head + "<item><title>Half", "not well-formed")]
    public void What_goes_wrong_further_on_is_told_with_its_reason(string text, string reason)
    {
        using var reader = new Web.Import.WordPress.Wxr.WxrReader(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        Assert.Contains(reason, Assert.Throws<Web.Import.WordPress.Wxr.WxrException>(() => reader.Read().ToList()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_of_an_old_site_do_not_stop_it()
    {
        var text = Head + "<item><title>Bal\u000Bie\u0000 😀\uFFFF</title></item></channel></rss>";
        using var reader = new Web.Import.WordPress.Wxr.WxrReader(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        var item = reader.Read().OfType<Web.Import.WordPress.Wxr.WxrItem>().Single();

        Assert.Equal(("Balie 😀", 3L), (item.Title, reader.LeftOut));
    }

    [Fact]
    public void Elements_nested_without_end_neither_recurse_nor_count()
    {
        var deep = string.Concat(Enumerable.Repeat("<wp:comment>", 50_000)) + "x" + string.Concat(Enumerable.Repeat("</wp:comment>", 50_000));
        using var reader = new Web.Import.WordPress.Wxr.WxrReader(new MemoryStream(Encoding.UTF8.GetBytes(Head + "<item>" + deep + "<title>Balie</title></item></channel></rss>")));

        Assert.Equal("Balie", reader.Read().OfType<Web.Import.WordPress.Wxr.WxrItem>().Single().Title);
    }
}
