using Bijgespijkerd.Web.Backup;
using Bijgespijkerd.Web.Backup.Making;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Backup;

/// <summary>A backup of a small site, made once for all tests.</summary>
internal static class GoodBackup
{
    private static readonly Lazy<Task<byte[]>> Made = new(MakeAsync);

    public static async Task<string> InAsync(string path)
    {
        await File.WriteAllBytesAsync(path, await Made.Value);
        return path;
    }

    public static BackupMaking Making(this TestBlog blog) => blog.Services.GetRequiredService<BackupMaking>();

    private static async Task<byte[]> MakeAsync()
    {
        await using var blog = new TestBlog();
        var post = await blog.ArticleAsync("Een artikel om te bewaren");
        var first = await blog.CommentAsync(post, Cast.Noor, "De eerste.");
        await blog.CommentAsync(post, Cast.Joost, "Een antwoord.", first);
        await blog.CommentAsync(post, Cast.Tijmen, "De derde.");
        BackupTrial.AddPicture(blog.DataFolder, 1, 5_000);
        var path = Path.Combine(blog.DataFolder, "goed.zip");
        blog.Making().Make(path, null, BackupProgress.Untold, CancellationToken.None);
        return await File.ReadAllBytesAsync(path);
    }
}
