using Bijgespijkerd.Web.Backup;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Backup;

/// <summary>Where a backup goes: nothing else is lost by it, and the site keeps room to write in.</summary>
public sealed class BackupTargetTests : BackupTrial
{
    [Theory]
    [InlineData("")]
    [InlineData("-wal")]
    [InlineData("-shm")]
    [InlineData("-journal")]
    [InlineData(".lock")]
    [InlineData(".restoring")]
    public async Task What_belongs_to_the_database_is_no_place_for_one(string ending)
    {
        await using var blog = new TestBlog();
        var post = await blog.ArticleAsync();
        var there = System.IO.File.Exists(Database(blog.DataFolder) + ending);

        Assert.Contains("the site's own database", Refused(blog, Database(blog.DataFolder) + ending).Message, StringComparison.Ordinal);

        Assert.Equal(there, System.IO.File.Exists(Database(blog.DataFolder) + ending));
        await blog.CommentAsync(post);
        Assert.Equal(["1"], await Tables.ColumnAsync(Database(blog.DataFolder), "SELECT COUNT(*) FROM Comments"));
    }

    [Theory]
    [InlineData("een brief", "no backup")]
    [InlineData("", "no backup")]
    [InlineData(null, "a folder")]
    public async Task What_is_no_backup_is_not_replaced_by_one(string? content, string said)
    {
        await using var blog = new TestBlog();
        await blog.ArticleAsync();
        var target = File("site.zip");
        if (content is null)
        {
            Directory.CreateDirectory(target);
        }
        else
        {
            await System.IO.File.WriteAllTextAsync(target, content);
        }

        Assert.Contains(said, Refused(blog, target).Message, StringComparison.Ordinal);

        Assert.True(content is null ? Directory.Exists(target) : await System.IO.File.ReadAllTextAsync(target) == content);
    }

    [Fact]
    public async Task The_database_by_another_way_to_it_is_not_replaced_either()
    {
        await using var blog = new TestBlog();
        await blog.ArticleAsync();
        Directory.CreateSymbolicLink(File("weg"), blog.DataFolder);

        Refused(blog, Path.Combine(File("weg"), "bijgespijkerd.db"));

        Assert.Equal(["1"], await Tables.ColumnAsync(Database(blog.DataFolder), "SELECT COUNT(*) FROM Posts"));
    }

    [Fact]
    public async Task A_site_that_needs_more_than_the_disk_has_is_not_begun_with()
    {
        await using var blog = new TestBlog();
        await blog.ArticleAsync();
        await using (var picture = System.IO.File.OpenWrite(AddPicture(blog.DataFolder, 1, 1)))
        {
            // It has that length, and takes no room.
            picture.SetLength(8L << 40);
        }

        var refused = Refused(blog, File("site.zip"));

        Assert.Equal(BackupTrouble.NoRoom, refused.Trouble);
        Assert.StartsWith("It may need 87", refused.Message, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File("site.zip")));
    }

    [Fact]
    public async Task One_during_which_another_is_put_back_gets_no_name()
    {
        await using var blog = new TestBlog();
        await blog.ArticleAsync();
        AddPicture(blog.DataFolder, 1, 1);
        var (pipe, open) = await PipeAsync(blog.DataFolder);
        var making = Task.Factory.StartNew(() => blog.Making().Make(File("site.zip"), null, BackupProgress.Untold, CancellationToken.None), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await using (var picture = await open())
        {
            await System.IO.File.WriteAllTextAsync(blog.Services.GetRequiredService<DatabaseFile>().RestoreMark, "{}");
            picture.WriteByte(1);
        }

        await Assert.ThrowsAsync<StartRefusedException>(() => making);

        Assert.False(System.IO.File.Exists(File("site.zip")));
        System.IO.File.Delete(pipe);
    }

    private static BackupRefusedException Refused(TestBlog blog, string target) =>
        Assert.Throws<BackupRefusedException>(() => { blog.Making().Make(target, null, BackupProgress.Untold, CancellationToken.None); });
}
