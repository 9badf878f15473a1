using Bijgespijkerd.Tests.Process;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Backup;
using Bijgespijkerd.Web.Backup.Restoring;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Backup;

/// <summary>A restore that cannot go on, or is not to: there is always a way back (row F14).</summary>
public sealed class BrokenOffTests : BackupTrial
{
    [Fact]
    public async Task What_was_there_comes_back_when_it_is_undone()
    {
        var former = await BreakOffAsync();

        var (exit, output, _) = await RunAsync(Other, "restore", "--undo");

        Assert.True(exit == 0, output);
        Assert.Equal(former, Contents(Other).Where(OfTheSite));
        Assert.Empty(Directory.GetDirectories(Other, "*terugzetten-*"));
        Assert.Equal((1, "No restore was broken off: there is nothing to undo.\n"), Said(await RunAsync(Other, "restore", "--undo")));
    }

    [Fact]
    public async Task Finishing_it_with_another_file_of_that_name_is_said()
    {
        await BreakOffAsync();
        System.IO.File.Delete(File("site.zip"));
        Assert.Equal(0, (await RunAsync(Data, "backup", File("site.zip"))).Exit);

        var (exit, output, _) = await RunAsync(Other, "restore", File("site.zip"));

        Assert.Equal(1, exit);
        Assert.EndsWith("To put the other file in its place, run it again with --force.\n", output, StringComparison.Ordinal);
        Assert.Contains("1 posts, 3 comments, 0 pictures, 0 accounts.", output, StringComparison.Ordinal);
        Assert.Equal(["0"], await Tables.ColumnAsync(Database(Other), "SELECT COUNT(*) FROM Accounts"));
    }

    [Fact]
    public async Task Where_what_was_unpacked_is_gone_nothing_is_begun_anew()
    {
        var former = await BreakOffAsync();
        var before = Directory.GetFiles(Other, "bijgespijkerd.db*").Order();
        Directory.Delete(Directory.GetDirectories(Other, "terugzetten-*").Single(), recursive: true);

        var (exit, _, errors) = await RunAsync(Other, "restore", File("site.zip"));

        Assert.Equal(1, exit);
        Assert.Contains("so it cannot be finished: restore --undo puts back what was there.", errors, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFiles(Other, "bijgespijkerd.db*").Order());
        Assert.Equal(0, (await RunAsync(Other, "restore", "--undo")).Exit);
        Assert.Equal(former, Contents(Other).Where(OfTheSite));
    }

    [Fact]
    public async Task What_cannot_be_moved_leaves_all_as_it_was()
    {
        await using var blog = new TestBlog();
        await blog.ArticleAsync();
        AddPicture(blog.DataFolder, 3, 100);
        var aside = Path.Combine(blog.DataFolder, "voor-terugzetten-20260514T071200000Z");
        await System.IO.File.WriteAllTextAsync(aside, "Geen map.");
        var media = Contents(Path.Combine(blog.DataFolder, "media"));

        // It serves in this process: the lock is ours already.
        blog.Services.GetRequiredService<DatabaseFile>().IsBeingRestored = true;
        var refused = await Assert.ThrowsAsync<BackupRefusedException>(async () =>
            await blog.Services.GetRequiredService<BackupRestoring>().RunAsync(await GoodBackup.InAsync(File("good.zip")), null, force: true, BackupProgress.Untold, CancellationToken.None));

        Assert.StartsWith("It cannot be put in its place, so all is as it was: ", refused.Message, StringComparison.Ordinal);
        Assert.Equal(media, Contents(Path.Combine(blog.DataFolder, "media")));
        Assert.False(System.IO.File.Exists(Database(blog.DataFolder) + ".restoring"));
        Assert.Empty(Directory.GetDirectories(blog.DataFolder, "terugzetten-*"));
        Assert.Equal(["1"], await Tables.ColumnAsync(Database(blog.DataFolder), "SELECT COUNT(*) FROM Posts"));
    }

    /// <summary>With the backup in its place and brought up to date; gives what was there before.</summary>
    private async Task<List<KeyValuePair<string, string>>> BreakOffAsync()
    {
        await TellAsync();
        await TellAsync(Other, comments: 1);
        var former = Contents(Other).Where(OfTheSite).ToList();
        await GoodBackup.InAsync(File("site.zip"));
        var list = await HoldAsync(Other);
        await using (var program = RunningProgram.Begin("restore", File("site.zip"), "--force", "--Blog:DataDirectory=" + Other))
        {
            while (await program.LineAsync() is { } line && line != "Bringing it up to date…")
            {
            }

            program.Kill();
            await program.EndAsync();
        }

        System.IO.File.Delete(list);
        Assert.True(System.IO.File.Exists(Database(Other) + ".restoring"));
        return former;
    }

    private static bool OfTheSite(KeyValuePair<string, string> file) => file.Key is "bijgespijkerd.db" || file.Key.StartsWith("media", StringComparison.Ordinal);

    private static (int, string) Said((int Exit, string Output, string Errors) run) => (run.Exit, run.Output);
}
