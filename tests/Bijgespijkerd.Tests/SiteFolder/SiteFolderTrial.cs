using System.Globalization;
using System.Security.Cryptography;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Data.Consistency;
using Bijgespijkerd.Web.SiteFolder;
using Bijgespijkerd.Web.SiteFolder.Reading;
using Bijgespijkerd.Web.SiteFolder.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.SiteFolder;

/// <summary>A site that leaves, and one that it comes into.</summary>
public abstract class SiteFolderTrial : IAsyncLifetime
{
    /// <summary>The named exceptions of a round trip: when and from which site the folder is.</summary>
    private static readonly string[] OfItself = ["gemaakt: ", "herkomst: "];

    private readonly DirectoryInfo _all = Directory.CreateTempSubdirectory("bijgespijkerd-");

    private protected abstract TestBlog Blog { get; }

    private protected virtual TestBlog Other { get; } = new();

    private protected string Folder => File("map");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await Blog.DisposeAsync();
        await Other.DisposeAsync();
        _all.Delete(recursive: true);
    }

    private protected string File(params string[] parts) => Path.Combine([_all.FullName, .. parts]);

    private protected static Task<SiteFolderReport> ExportAsync(TestBlog blog, string folder) =>
        blog.Services.GetRequiredService<SiteExport>().RunAsync(folder, new SiteFolderProgress(TextWriter.Null), CancellationToken.None);

    private protected static async Task<SiteFolderReport> ImportAsync(TestBlog blog, string folder)
    {
        var report = new SiteFolderReport();
        await blog.Services.GetRequiredService<SiteImport>().RunAsync(folder, report, new SiteFolderProgress(TextWriter.Null), CancellationToken.None);
        return report;
    }

    /// <summary>Every file, but for the named exceptions.</summary>
    private protected static SortedDictionary<string, string> Contents(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(folder, f), Content), StringComparer.Ordinal);

    private protected static string Lines(SiteFolderReport report) => string.Join('\n', report.Lines(isImport: true));

    /// <summary>All that the verb <c>check</c> looks at.</summary>
    private protected static async Task<List<string>> FaultsAsync(TestBlog blog)
    {
        var faults = new List<string>();
        using var copy = LookedAtCopy.Of(blog.Services.GetRequiredService<DatabaseFile>());
        await using var db = copy.Open();
        foreach (var part in blog.Services.GetServices<IConsistency>())
        {
            await foreach (var fault in part.FindAsync(db, CancellationToken.None))
            {
                faults.Add(fault);
            }
        }

        return faults;
    }

    /// <summary>Out, into an empty site, and out again: nothing is lost, nothing is added, and a second time changes nothing.</summary>
    private protected async Task AssertRoundTripAsync()
    {
        var left = await ExportAsync(Blog, Folder);
        Assert.True(left.IsWhole, Lines(left));
        var came = await ImportAsync(Other, Folder);
        Assert.True(came.IsWhole, Lines(came));
        Assert.All(Enum.GetValues<Moved>(), what => Assert.Equal((what, left.Count(what), 0), (what, came.Count(what), came.Known(what))));
        Assert.Equal([], await FaultsAsync(Other));

        await ExportAsync(Other, File("weer"));
        AssertSame(Contents(Folder), Contents(File("weer")));

        var again = await ImportAsync(Other, Folder);
        Assert.All(Enum.GetValues<Moved>().Except([Moved.Comments, Moved.Mentions, Moved.NewestVersions]), what => Assert.Equal((what, 0, left.Count(what)), (what, again.Count(what), again.Known(what))));
        await ExportAsync(Other, File("en-weer"));
        AssertSame(Contents(Folder), Contents(File("en-weer")));
    }

    private static void AssertSame(SortedDictionary<string, string> one, SortedDictionary<string, string> two)
    {
        Assert.Equal(one.Keys, two.Keys);
        Assert.All(one, file => Assert.Equal($"{file.Key}\n{file.Value}", $"{file.Key}\n{two[file.Key]}"));
    }

    private static string Content(string path) => Path.GetFileName(path) == "site.md"
        ? string.Join('\n', System.IO.File.ReadAllLines(path).Where(line => !Array.Exists(OfItself, o => line.StartsWith(o, StringComparison.Ordinal))))
        : path.EndsWith(".md", StringComparison.Ordinal) ? System.IO.File.ReadAllText(path)
        : Convert.ToHexString(SHA256.HashData(System.IO.File.ReadAllBytes(path))) + new FileInfo(path).Length.ToString(CultureInfo.InvariantCulture);
}
