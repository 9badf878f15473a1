using System.Globalization;
using System.Net;
using Bijgespijkerd.Tests.Backup;
using Bijgespijkerd.Tests.Import;
using Bijgespijkerd.Tests.Media;

namespace Bijgespijkerd.Tests.Process;

/// <summary>No room left, or a disk that takes nothing (rows F3, F4): said in one line, nothing half left behind, and it goes on as soon as it can.</summary>
public sealed class FullDiskTests : BackupTrial
{
    private const int Megabyte = 1 << 20;

    [OnASmallDisk]
    public async Task Comments_are_refused_with_their_text_readers_are_served_and_it_recovers_by_itself()
    {
        var path = await TellAsync();
        await using var disk = await MoveAsync(16);
        using var people = new Commenters(path);
        await using var program = await RunningProgram.ServeAsync(disk.Confines, Other, Commenters.Options);
        using var client = program.Client();
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await people.CommentAsync(client)).Status);
        }

        using (disk.Fill())
        {
            var (status, text, answer) = await RefusedAsync(people, client);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.Contains(text, answer, StringComparison.Ordinal);
            Assert.Contains("Probeer het over een halve minuut opnieuw", answer, StringComparison.Ordinal);
            foreach (var page in new[] { path, path + "?volgorde=nieuw", "/", "/archief", "/readyz" })
            {
                Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(page)).StatusCode);
            }
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await people.CommentAsync(client)).Status);
        Assert.Equal(0, await program.StopAsync());
        await AssertWholeAsync(disk);
        var stored = await ColumnAsync(disk, "SELECT Markdown FROM Comments WHERE Markdown LIKE 'Reactie nummer %'");
        Assert.Equal(people.Acknowledged.Order(StringComparer.Ordinal), stored.Order(StringComparer.Ordinal));
    }

    [OnASmallDisk]
    public async Task A_backup_without_room_is_one_line_leaves_nothing_and_the_site_goes_on()
    {
        var path = await TellAsync();
        await using var disk = await MoveAsync(64);
        using var people = new Commenters(path);
        await using var program = await RunningProgram.ServeAsync(disk.Confines, Other, Commenters.Options);
        using var client = program.Client();
        var folder = Directory.CreateDirectory(Path.Combine(disk.Folder, "kopie")).FullName;
        Assert.Equal(0, (await BackupAsync(disk)).Exit);
        var former = Contents(folder);
        AddPicture(disk.Folder, 2, 6 * Megabyte);

        // Too little for the copy of the database; enough for that, and not for the pictures.
        foreach (var room in new[] { 100_000, 4 * Megabyte })
        {
            using (disk.Fill(room))
            {
                var (exit, output, errors) = await BackupAsync(disk);
                Assert.Equal((1, ""), (exit, errors.Trim()));
                Assert.Single(output.Trim().Split('\n'), line => !line.StartsWith("Copying", StringComparison.Ordinal) && !line.StartsWith("Copied", StringComparison.Ordinal));
                Assert.Equal(former, Contents(folder));
                Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(path)).StatusCode);
            }

            Assert.Equal(HttpStatusCode.SeeOther, (await people.CommentAsync(client)).Status);
        }

        Assert.Equal(0, (await BackupAsync(disk)).Exit);
        Assert.Equal(["site.zip"], Contents(folder).Keys);
        Assert.Equal(0, await program.StopAsync());
    }

    [OnASmallDisk]
    public async Task An_import_without_room_is_one_line_leaves_nothing_half_and_goes_on_when_there_is_room()
    {
        var uploads = Directory.CreateDirectory(File("uploads")).FullName;
        var export = new WxrFile();
        const int Posts = 30;
        for (var n = 1; n <= Posts; n++)
        {
            await System.IO.File.WriteAllBytesAsync(Path.Combine(uploads, $"{n}.png"), PictureFiles.Noise(400, 300, n));
            export.Item(n, $"Artikel {n}", $"<img src=\"{WxrFile.Source}/wp-content/uploads/{n}.png\">", $"artikel-{n}", more: [WxrFile.Comment(n * 10, Long(n))]);
        }

        var file = File("oud.xml");
        await System.IO.File.WriteAllTextAsync(file, export.ToString());
        await using var disk = await SmallDisk.MountAsync(Other, 24);
        Assert.Equal(0, (await RunningProgram.RunAsync(disk.Confines, "migrate", "--Blog:DataDirectory=" + Other)).Exit);

        using (disk.Fill(2 * Megabyte))
        {
            var (exit, output, _) = await ImportAsync(disk, file, uploads);
            Assert.Equal(1, exit);
            var line = string.Join('\n', output.Trim().Split('\n').Where(said => !said.StartsWith('…') && !said.Contains("WRN] The database's log stays beside it", StringComparison.Ordinal)));
            Assert.StartsWith("There is no room left on the disk: ", line, StringComparison.Ordinal);
            Assert.EndsWith("running again goes on from there.", line, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', line);
            await AssertWholeAsync(disk);
        }

        var (last, said, _) = await ImportAsync(disk, file, uploads);
        Assert.True(last == 0, said);
        await AssertWholeAsync(disk);
        Assert.Equal([$"{Posts}|{Posts}"], await ColumnAsync(disk, "SELECT (SELECT COUNT(*) FROM Posts) || '|' || (SELECT COUNT(*) FROM Comments)"));
    }

    [OnASmallDisk]
    public async Task A_disk_that_takes_nothing_is_one_line_at_the_start()
    {
        await TellAsync();
        await using var disk = await MoveAsync(16);
        await disk.MakeReadOnlyAsync();

        foreach (var (words, reason) in new[]
        {
            (new[] { "--urls", "http://127.0.0.1:0", "--Blog:BaseUrl=https://b.test" }, "It cannot start: Read-only file system"),
            (["migrate"], $"The folder of {Database(Other)} cannot be written to: Read-only file system"),
        })
        {
            var (exit, output, errors) = await RunningProgram.RunAsync(disk.Confines, [.. words, "--Blog:DataDirectory=" + Other]);
            Assert.Equal((1, ""), (exit, output));
            Assert.StartsWith(reason, errors, StringComparison.Ordinal);
            Assert.Single(errors.Trim().Split('\n'));
        }
    }

    /// <summary>Of a copy: SQLite finds its way by links, and the way to another's disk is one that leads back here.</summary>
    private Task<List<string>> ColumnAsync(SmallDisk disk, string sql)
    {
        var copy = File(Guid.NewGuid().ToString("N") + ".db");
        System.IO.File.Copy(Database(disk.Folder), copy);
        return Tables.ColumnAsync(copy, sql);
    }

    private static string Long(int number) => string.Join(' ', Enumerable.Range(1, 900).Select(n => string.Create(CultureInfo.InvariantCulture, $"woord{n * number}")));

    /// <summary>The site that was told, on a disk of its own in the other folder.</summary>
    private async Task<SmallDisk> MoveAsync(int megabytes)
    {
        var disk = await SmallDisk.MountAsync(Other, megabytes);
        foreach (var file in Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories).Where(f => !f.Contains("/logs/", StringComparison.Ordinal)))
        {
            var target = Path.Combine(disk.Folder, Path.GetRelativePath(Data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            System.IO.File.Copy(file, target);
        }

        return disk;
    }

    /// <summary>What stood free in the log is used up first.</summary>
    private static async Task<(HttpStatusCode Status, string Text, string Answer)> RefusedAsync(Commenters people, HttpClient client)
    {
        for (var i = 0; i < 100; i++)
        {
            if (await people.CommentAsync(client) is { Status: not HttpStatusCode.SeeOther } refused)
            {
                return refused;
            }
        }

        throw new InvalidOperationException("It took a hundred on a full disk");
    }

    private Task<(int Exit, string Output, string Errors)> BackupAsync(SmallDisk disk) =>
        RunningProgram.RunAsync(disk.Confines, "backup", Path.Combine(Other, "kopie", "site.zip"), "--Blog:DataDirectory=" + Other);

    private Task<(int Exit, string Output, string Errors)> ImportAsync(SmallDisk disk, string file, string uploads) =>
        RunningProgram.RunAsync(disk.Confines, "import", "wordpress", file, "--media", uploads, "--Blog:BaseUrl=https://blog.voorbeeld.test", "--Blog:DataDirectory=" + Other);

    /// <summary>With the room that looking takes.</summary>
    private async Task AssertWholeAsync(SmallDisk disk)
    {
        var vol = new FileInfo(Path.Combine(disk.Folder, "vol"));
        if (vol.Exists)
        {
            vol.Delete();
        }

        Assert.DoesNotContain(Directory.EnumerateFiles(disk.Folder, "*.tmp", SearchOption.AllDirectories), _ => true);
        var (exit, said, errors) = await RunningProgram.RunAsync(disk.Confines, "check", "--Blog:BaseUrl=https://blog.voorbeeld.test", "--Blog:DataDirectory=" + Other);
        Assert.True(exit == 0, said + errors);
    }
}
