using System.IO.Compression;
using Bijgespijkerd.Tests.Process;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Tests.Backup;

/// <summary>Folders for the program as an operator uses it.</summary>
public abstract class BackupTrial : IDisposable
{
    private readonly DirectoryInfo _all = Directory.CreateTempSubdirectory("bijgespijkerd-");

    protected BackupTrial() => (Data, Other) = (Folder("data"), Folder("other"));

    protected string Data { get; }

    protected string Other { get; }

    protected string File(string name) => Path.Combine(_all.FullName, name);

    protected static string Database(string folder) => Path.Combine(folder, "bijgespijkerd.db");

    protected static Task<(int Exit, string Output, string Errors)> RunAsync(string data, params string[] words) => RunningProgram.RunAsync([.. words, "--Blog:DataDirectory=" + data]);

    /// <summary>A site told in this process, whose folder a program then takes over: one article, comments, a picture's file, keys.</summary>
    protected async Task<string> TellAsync(string? into = null, int comments = 3)
    {
        await using var blog = new TestBlog { KeepsFolder = true };
        var post = await blog.ArticleAsync("Een artikel om te bewaren");
        for (var i = 1; i <= comments; i++)
        {
            await blog.CommentAsync(post, Cast.Noor, $"Reactie {i}.");
        }

        await blog.StaffAsync(Web.Accounts.Role.Administrator);
        await blog.SignedInAsync(Web.Accounts.Role.Administrator);
        await blog.DisposeAsync();
        SqliteConnection.ClearAllPools();
        into ??= Data;
        foreach (var file in Directory.EnumerateFiles(blog.DataFolder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var target = Path.Combine(into, Path.GetRelativePath(blog.DataFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            System.IO.File.Copy(file, target);
        }

        Directory.Delete(blog.DataFolder, recursive: true);
        AddPicture(into, 1, 5_000);
        return post.Path;
    }

    /// <summary>A file of a picture, of bytes that nothing can make smaller.</summary>
    internal static string AddPicture(string data, int number, int size)
    {
        var folder = Directory.CreateDirectory(Path.Combine(data, "media")).FullName;
        var content = new byte[size];
#pragma warning disable CA5394 // The same each time.
        new Random(number).NextBytes(content);
#pragma warning restore CA5394
        var path = Path.Combine(folder, $"{number:x32}.webp");
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>A picture's file that whoever reads it waits for: it is a pipe, and this is its other end, once somebody reads.</summary>
    protected static async Task<(string Path, Func<Task<FileStream>> Open)> PipeAsync(string data)
    {
        var path = Path.Combine(data, "media", $"{9_999:x32}.webp");
        await MakePipeAsync(path);
        return (path, () => Task.Factory.StartNew(() => new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).WaitAsync(TimeSpan.FromSeconds(60)));
    }

    /// <summary>A restore waits, with the backup in its place, for as long as this pipe is the list of erasures.</summary>
    protected static async Task<string> HoldAsync(string data)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(data, "backups")).FullName, "erasures.tsv");
        await MakePipeAsync(path);
        return path;
    }

    private static async Task MakePipeAsync(string path)
    {
        using var made = System.Diagnostics.Process.Start("mkfifo", [path]);
        await made.WaitForExitAsync();
    }

    /// <summary>Every file under a folder, and what is in it; the lock says nothing.</summary>
    protected static SortedDictionary<string, string> Contents(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal))
            .ToDictionary(f => Path.GetRelativePath(folder, f), f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.IO.File.ReadAllBytes(f)))), StringComparer.Ordinal);

    /// <summary>The database in a backup that is not sealed.</summary>
    protected string Unpacked(string backup)
    {
        var target = File(Guid.NewGuid().ToString("N") + ".db");
        using var zip = ZipFile.OpenRead(backup);
        zip.GetEntry("database.db")!.ExtractToFile(target);
        return target;
    }

    private string Folder(string name) => _all.CreateSubdirectory(name).FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _all.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
