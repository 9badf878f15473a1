using System.Globalization;
using Bijgespijkerd.Tests.Process;

namespace Bijgespijkerd.Tests.Backup;

/// <summary>Killed in the middle (rows F13, F14): no file that looks whole, no site that is half another.</summary>
public sealed class BackupKillTests : BackupTrial
{
    [Fact]
    public async Task A_backup_killed_in_the_middle_leaves_no_file_that_looks_whole_and_the_next_tidies_up()
    {
        await TellAsync();
        var backup = File("site.zip");
        Assert.Equal(0, (await RunAsync(Data, "backup", backup)).Exit);
        var before = await System.IO.File.ReadAllBytesAsync(backup);

        var (pipe, open) = await PipeAsync(Data);
        await using (var program = RunningProgram.Begin("backup", backup, "--Blog:DataDirectory=" + Data))
        {
            await using var writer = await open();
            program.Kill();
            await program.EndAsync();
        }

        System.IO.File.Delete(pipe);
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(backup));
        Assert.Equal(2, Left().Count);
        Assert.All(Left(), file => Assert.Contains(".tmp", file, StringComparison.Ordinal));

        Assert.Equal(0, (await RunAsync(Data, "backup", backup)).Exit);
        Assert.Empty(Left());
        Assert.Equal(0, (await RunAsync(Other, "restore", backup)).Exit);

        List<string> Left() => [.. Directory.EnumerateFiles(Path.GetDirectoryName(backup)!).Where(file => file != backup)];
    }

    [Theory]
    [InlineData("Looking at the database…", false)]
    [InlineData("Putting it in its place…", false)]
    [InlineData("Bringing it up to date…", true)]
    public async Task A_restore_killed_in_the_middle_is_finished_by_the_next(string at, bool isHeld)
    {
        await TellAsync();
        await TellAsync(Other, comments: 1);
        var former = await Tables.HashesAsync(Database(Other));
        var backup = File("site.zip");
        Assert.Equal(0, (await RunAsync(Data, "backup", backup)).Exit);

        var list = isHeld ? await HoldAsync(Other) : null;
        await using (var program = RunningProgram.Begin("restore", backup, "--force", "--Blog:DataDirectory=" + Other))
        {
            while (await program.LineAsync() is { } line && line != at)
            {
            }

            program.Kill();
            if (await program.EndAsync() == 0)
            {
                // It was quicker than the signal.
                Assert.False(isHeld);
                return;
            }
        }

        if (list is not null)
        {
            System.IO.File.Delete(list);
        }

        if (System.IO.File.Exists(Database(Other) + ".restoring"))
        {
            await AssertRefusedAsync();
        }
        else
        {
            Assert.False(isHeld);
            Assert.Equal(former, await Tables.HashesAsync(Database(Other)));
        }

        var (exit, output, _) = await RunAsync(Other, "restore", backup, "--force");
        Assert.True(exit == 0, output);
        Assert.Equal(await Tables.HashesAsync(Database(Data)), await Tables.HashesAsync(Database(Other)));
        Assert.Equal(Contents(Path.Combine(Data, "media")), Contents(Path.Combine(Other, "media")));
        Assert.Equal(former, await Tables.HashesAsync(Database(Assert.Single(Directory.GetDirectories(Other, "voor-terugzetten-*")))));
        Assert.Empty(Directory.GetDirectories(Other, "terugzetten-*"));
        Assert.False(System.IO.File.Exists(Database(Other) + ".restoring"));
    }

    private async Task AssertRefusedAsync()
    {
        var before = Contents(Other);
        var line = $"A backup was being put back into {Database(Other)}, and that was broken off: run restore FILE again, it finishes that first, or restore --undo.";
        foreach (var words in new[] { ["--urls", "http://127.0.0.1:0", "--Blog:BaseUrl=https://b.test"], new[] { "migrate" }, ["backup", File("half.zip")], ["check"], ["privacy", "addresses"], ["import", "wordpress", File("geen.xml"), "--dry-run"] })
        {
            var (exit, _, errors) = await RunAsync(Other, words);
            Assert.Equal((1, line), (exit, errors.Trim()));
        }

        Assert.Equal(before.Where(NoLog), Contents(Other).Where(NoLog));

        static bool NoLog(KeyValuePair<string, string> file) => !file.Key.StartsWith("logs", StringComparison.Ordinal);
    }
}
