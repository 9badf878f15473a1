using Bijgespijkerd.Tests.Backup;
using Bijgespijkerd.Tests.Import;
using Bijgespijkerd.Tests.Media;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Tests.Process;

/// <summary>The program is killed with a picture's files on the disk and its row not stored (row F27).</summary>
public sealed class FileAndRowTests : BackupTrial
{
    [Fact]
    public async Task A_kill_between_the_files_of_a_picture_and_its_row_is_found_by_a_check_and_the_picture_comes_again()
    {
        var uploads = Directory.CreateDirectory(File("uploads")).FullName;
        await System.IO.File.WriteAllBytesAsync(Path.Combine(uploads, "balie.png"), PictureFiles.Png(700, 400));
        var file = File("oud.xml");
        await System.IO.File.WriteAllTextAsync(file, new WxrFile().Item(40, "De balie", $"<img src=\"{WxrFile.Source}/wp-content/uploads/balie.png\">", "de-balie").ToString());
        Assert.Equal(0, (await RunAsync(Data, "migrate")).Exit);
        string[] words = ["import", "wordpress", file, "--media", uploads, "--Blog:BaseUrl=https://blog.voorbeeld.test"];
        await KillBeforeTheRowAsync(words);

        var files = Directory.GetFiles(Media);
        Assert.Equal(3, files.Length);
        Assert.Equal(["0"], await Tables.ColumnAsync(Database(Data), "SELECT COUNT(*) FROM Pictures"));

        // An upload of this moment is no fault yet.
        Assert.Equal(0, (await CheckAsync()).Exit);
        foreach (var path in files)
        {
            System.IO.File.SetLastWriteTimeUtc(path, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        var (exit, said) = await CheckAsync();
        Assert.Equal(1, exit);
        Assert.All(files, path => Assert.Contains($"media/{Path.GetFileName(path)} belongs to no picture, and nothing shows it", said, StringComparison.Ordinal));

        var (last, told, _) = await RunAsync(Data, words);
        Assert.True(last == 0, told);
        Assert.Equal(["1"], await Tables.ColumnAsync(Database(Data), "SELECT COUNT(*) FROM Pictures"));
        foreach (var path in files)
        {
            System.IO.File.Delete(path);
        }

        Assert.Equal((0, 3), ((await CheckAsync()).Exit, Directory.GetFiles(Media).Length));
    }

    private string Media => Path.Combine(Data, "media");

    /// <summary>Somebody else holds on to the database while the picture is decoded; the run has stored by then whose export it is.</summary>
    private async Task KillBeforeTheRowAsync(string[] words)
    {
        await using var program = RunningProgram.Begin([.. words, "--Blog:DataDirectory=" + Data]);
        await UntilAsync(program, () => Size("-wal") > 0 && Size(".lock") > 0);
        await using var other = new SqliteConnection($"Data Source={Database(Data)};Pooling=False");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
        await UntilAsync(program, () => Directory.Exists(Media) && Directory.GetFiles(Media) is { Length: 3 } files && Array.TrueForAll(files, path => !path.EndsWith(".tmp", StringComparison.Ordinal)));
        program.Kill();
        await program.EndAsync();

        long Size(string ending) => new FileInfo(Database(Data) + ending) is { Exists: true } found ? found.Length : 0;
    }

    private static async Task UntilAsync(RunningProgram program, Func<bool> holds)
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (!holds())
        {
            Assert.False(program.HasEnded, program.Errors);
            await looks.WaitForNextTickAsync();
        }
    }

    private async Task<(int Exit, string Said)> CheckAsync()
    {
        var (exit, said, _) = await RunAsync(Data, "check", "--Blog:BaseUrl=https://blog.voorbeeld.test");
        return (exit, said);
    }
}
