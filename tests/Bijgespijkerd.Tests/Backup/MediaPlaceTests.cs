using Bijgespijkerd.Tests.Process;

namespace Bijgespijkerd.Tests.Backup;

/// <summary>The folder of pictures is a disk of its own, or a link to one: a backup goes into it all the same, and it stays what it is.</summary>
public sealed class MediaPlaceTests : BackupTrial
{
    [Fact]
    public async Task A_link_stays_a_link_and_the_files_behind_it_are_those_of_the_backup()
    {
        var (backup, pictures) = await BackUpAsync();
        var elsewhere = Directory.CreateDirectory(File("elders")).FullName;
        await TellAsync(Other);
        MoveMedia(Other, elsewhere);
        Directory.CreateSymbolicLink(Path.Combine(Other, "media"), elsewhere);
        AddPicture(Other, 7, 3_000);
        var former = Files(elsewhere);

        var (exit, output, _) = await RunAsync(Other, "restore", backup, "--force");

        Assert.True(exit == 0, output);
        Assert.Equal(elsewhere, new DirectoryInfo(Path.Combine(Other, "media")).LinkTarget);
        AssertPlaced(pictures, former, elsewhere, output);
    }

    [OnASmallDisk]
    public async Task A_disk_of_its_own_stays_mounted_and_a_restore_that_was_killed_is_finished()
    {
        var (backup, pictures) = await BackUpAsync();
        await TellAsync(Other);
        var media = Path.Combine(Other, "media");
        var former = Files(media);
        await using var disk = await SmallDisk.MountAsync(media, 8);
        foreach (var file in Directory.GetFiles(media))
        {
            System.IO.File.Copy(file, Path.Combine(disk.Folder, Path.GetFileName(file)));
        }

        await using (var program = RunningProgram.Begin(disk.Confines, "restore", backup, "--force", "--Blog:DataDirectory=" + Other))
        {
            while (await program.LineAsync() is { } line && line != "Bringing it up to date…")
            {
            }

            program.Kill();
            await program.EndAsync();
        }

        var (exit, output, errors) = await RunningProgram.RunAsync(disk.Confines, "restore", backup, "--force", "--Blog:DataDirectory=" + Other);

        Assert.True(exit == 0, output + errors);
        AssertPlaced(pictures, former, disk.Folder, output.Replace(media, disk.Folder, StringComparison.Ordinal));
    }

    [OnASmallDisk]
    public async Task Pictures_that_its_disk_has_no_room_for_are_refused_before_anything_is_touched()
    {
        AddPicture(Data, 8, 3 << 20);
        var (backup, _) = await BackUpAsync();
        await TellAsync(Other);
        await using var disk = await SmallDisk.MountAsync(Path.Combine(Other, "media"), 2);
        var before = Contents(Other);

        var (exit, output, _) = await RunningProgram.RunAsync(disk.Confines, "restore", backup, "--force", "--Blog:DataDirectory=" + Other);

        Assert.Equal(1, exit);
        Assert.EndsWith("bytes, and the disk has not that much room.", output.Trim(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(disk.Folder));
        Assert.Equal(before, Contents(Other));
    }

    private async Task<(string Backup, SortedDictionary<string, string> Pictures)> BackUpAsync()
    {
        await TellAsync();
        AddPicture(Data, 5, 4_000);
        Assert.Equal(0, (await RunAsync(Data, "backup", File("site.zip"))).Exit);
        return (File("site.zip"), Files(Path.Combine(Data, "media")));
    }

    private static void AssertPlaced(SortedDictionary<string, string> pictures, SortedDictionary<string, string> former, string place, string output)
    {
        Assert.Equal(pictures, Files(place));
        var aside = Assert.Single(Directory.GetDirectories(place));
        Assert.StartsWith("voor-terugzetten-", Path.GetFileName(aside), StringComparison.Ordinal);
        Assert.Equal(former, Files(aside));
        Assert.Contains($"What was there is in {aside};", output, StringComparison.Ordinal);
    }

    private static SortedDictionary<string, string> Files(string folder) =>
        new(Contents(folder).Where(file => !file.Key.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)).ToDictionary(), StringComparer.Ordinal);

    private static void MoveMedia(string data, string to)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(data, "media")))
        {
            System.IO.File.Move(file, Path.Combine(to, Path.GetFileName(file)));
        }

        Directory.Delete(Path.Combine(data, "media"));
    }
}
