using Bijgespijkerd.Tests.Backup;
using Bijgespijkerd.Tests.Process;
using Bijgespijkerd.Web.Export.WordPress;
using Bijgespijkerd.Web.Platform.Verbs;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Export;

/// <summary>What an operator sees of <c>export wordpress</c>.</summary>
public sealed class ExportVerbTests : BackupTrial
{
    private const string Address = "--Blog:BaseUrl=" + TestBlog.Address;

    [Theory]
    [InlineData]
    [InlineData("--force")]
    [InlineData("a.xml", "b.xml")]
    [InlineData("")]
    public async Task Wrong_usage_is_told_apart(params string[] words)
    {
        await using var blog = new TestBlog();

        var (exit, said) = await blog.RunExportAsync(words);

        Assert.Equal(2, exit);
        Assert.StartsWith("Usage: export wordpress FILE", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_a_serving_site_it_writes_the_whole_file_and_says_what_is_in_it()
    {
        await TellAsync();
        var file = File("uit.xml");
        await System.IO.File.WriteAllTextAsync(file, "van vroeger");
        await System.IO.File.WriteAllTextAsync(file + ".0123.tmp", "van een proces dat er niet meer is");
        await using (var program = await RunningProgram.ServeAsync(Data))
        {
            var (exit, said, errors) = await RunAsync(Data, "export", "wordpress", file, Address);

            Assert.Equal((0, ""), (exit, errors.Trim()));
            Assert.Contains("posts: 1 (1 publish)\npages: 0\ncomments: 3 (3 published)\nmentions: 0", said, StringComparison.Ordinal);
            Assert.Contains("not in it: 1 accounts", said, StringComparison.Ordinal);
            Assert.Equal(0, await program.StopAsync());
        }

        var written = await System.IO.File.ReadAllTextAsync(file);
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\"", written, StringComparison.Ordinal);
        Assert.EndsWith("</rss>\n", written, StringComparison.Ordinal);
        Assert.Equal(["uit.xml"], Directory.GetFiles(Path.GetDirectoryName(file)!, "uit.xml*").Select(f => Path.GetFileName(f)));
        Assert.Empty(Directory.GetFiles(Data, "*.check"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task What_it_needs_and_does_not_have_is_one_line()
    {
        var file = File("uit.xml");
        Assert.Equal((1, $"There is no database at {Database(Data)}.\n"), Said(await RunAsync(Data, "export", "wordpress", file, Address)));
        await TellAsync();

        var (exit, said, _) = await RunAsync(Data, "export", "wordpress", file);
        Assert.Equal(1, exit);
        Assert.StartsWith("The file needs the site's public address: set Blog:BaseUrl", said, StringComparison.Ordinal);
        var (folder, told, _) = await RunAsync(Data, "export", "wordpress", Other, Address);
        Assert.Equal((1, $"{Other} cannot be written: {Other} is a folder.\n"), (folder, told));
        Assert.False(System.IO.File.Exists(file));
    }

    [Fact]
    public async Task Stopped_it_leaves_the_file_that_was_there()
    {
        await using var blog = new TestBlog();
        await blog.ArticleAsync();
        var file = File("uit.xml");
        await System.IO.File.WriteAllTextAsync(file, "van vroeger");
        await using var output = new StringWriter();

        var exit = await blog.Services.GetServices<IVerb>().OfType<WordPressExportVerb>().Single().RunAsync([file], output, new CancellationToken(canceled: true));

        Assert.Equal((1, "Stopped; nothing was written."), (exit, output.ToString().Trim()));
        Assert.Equal("van vroeger", await System.IO.File.ReadAllTextAsync(file));
        Assert.Equal([file], Directory.GetFiles(Path.GetDirectoryName(file)!, "uit.xml*"));
    }

    private static (int Exit, string Output) Said((int Exit, string Output, string Errors) run) => (run.Exit, run.Output);
}
