using System.Text.RegularExpressions;
using Bijgespijkerd.Tests.Import;
using Bijgespijkerd.Web.Export.WordPress;
using Bijgespijkerd.Web.Import.WordPress;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Verbs;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Export;

internal static partial class Exporting
{
    public static async Task<(int Exit, string Said)> RunExportAsync(this TestBlog blog, params string[] words)
    {
        await using var output = new StringWriter();
        var verb = blog.Services.GetServices<IVerb>().OfType<WordPressExportVerb>().Single();
        return (await verb.RunAsync(words, output, CancellationToken.None), output.ToString());
    }

    public static async Task<string> ExportAsync(this TestBlog blog)
    {
        var path = Path.Combine(blog.DataFolder, "uit.xml");
        var (exit, said) = await blog.RunExportAsync(path);
        Assert.True(exit == 0, said);
        return await File.ReadAllTextAsync(path);
    }

    public static async Task<ImportReport> TakeInAsync(this TestBlog blog, string export)
    {
        var path = Path.Combine(blog.DataFolder, "in.xml");
        await File.WriteAllTextAsync(path, export);
        var report = new ImportReport();
        await blog.ImportFilesAsync([path], report);
        return report;
    }

    /// <summary>As an operator does before, so that pictures keep their addresses.</summary>
    public static void CopyMedia(TestBlog from, TestBlog to)
    {
        var (source, target) = (MediaStore.FolderIn(from.DataFolder), MediaStore.FolderIn(to.DataFolder));
        Directory.CreateDirectory(target);
        foreach (var file in Directory.Exists(source) ? Directory.GetFiles(source) : [])
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }
    }

    /// <summary>What an import leaves behind on purpose; docs/running.md names it: from which address a comment was sent.</summary>
    public static string WithoutExceptions(string export) => Sender().Replace(export, "");

    [GeneratedRegex(@"(?<=<wp:comment_author_IP><!\[CDATA\[)[^\]]*", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Sender();
}
