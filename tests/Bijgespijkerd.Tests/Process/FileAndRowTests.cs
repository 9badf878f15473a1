using Bijgespijkerd.Tests.Backup;
using Bijgespijkerd.Tests.Import;
using Bijgespijkerd.Tests.Media;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Tests.Process;

/// <summary>The program is killed with a picture's files on the disk and its row not stored (row F27).</summary>
public sealed class FileAndRowTests : BackupTrial
{
    private const int Posts = 12;
    private const int FilesOfEach = 3;

    [Fact]
    public async Task A_kill_between_the_files_of_a_picture_and_its_row_is_found_by_a_check_and_the_picture_comes_again()
    {
        var uploads = Directory.CreateDirectory(File("uploads")).FullName;
        var export = new WxrFile();
        for (var n = 1; n <= Posts; n++)
        {
            await System.IO.File.WriteAllBytesAsync(Path.Combine(uploads, $"{n}.png"), PictureFiles.Png(700, 400, number: n));
            export.Item(n, $"Artikel {n}", $"<img src=\"{WxrFile.Source}/wp-content/uploads/{n}.png\">", $"artikel-{n}");
        }

        var file = File("oud.xml");
        await System.IO.File.WriteAllTextAsync(file, export.ToString());
        Assert.Equal(0, (await RunAsync(Data, "migrate")).Exit);
        string[] words = ["import", "wordpress", file, "--media", uploads, "--Blog:BaseUrl=https://blog.voorbeeld.test"];
        var left = await LeaveAsync(words);

        // An upload of this moment is no fault yet.
        Assert.Equal(0, (await CheckAsync()).Exit);
        foreach (var path in left)
        {
            System.IO.File.SetLastWriteTimeUtc(path, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        var (exit, said) = await CheckAsync();
        Assert.Equal(1, exit);
        Assert.All(left, path => Assert.Contains($"media/{Path.GetFileName(path)} belongs to no picture, and nothing shows it", said, StringComparison.Ordinal));

        var (last, told, _) = await RunAsync(Data, words);
        Assert.True(last == 0, told);
        Assert.Equal([$"{Posts}"], await Tables.ColumnAsync(Database(Data), "SELECT COUNT(*) FROM Pictures"));
        left.ForEach(System.IO.File.Delete);
        Assert.Equal((0, Posts * FilesOfEach), ((await CheckAsync()).Exit, Directory.GetFiles(Media).Length));
    }

    private string Media => Path.Combine(Data, "media");

    /// <summary>The files that a killed run left without a row. While somebody else holds on to the database it nearly always waits for that of a picture; else it goes on with another run.</summary>
    private async Task<List<string>> LeaveAsync(string[] words)
    {
        for (var run = 1; run < Posts; run++)
        {
            await using var program = RunningProgram.Begin([.. words, "--Blog:DataDirectory=" + Data]);
            using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
            while (!program.HasEnded && Pictures() < run)
            {
                await looks.WaitForNextTickAsync();
            }

            await using var other = new SqliteConnection($"Data Source={Database(Data)};Pooling=False");
            await other.OpenAsync();
            await using var command = other.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE";
            await command.ExecuteNonQueryAsync();
            command.CommandText = "SELECT COUNT(*) FROM Pictures";
            var rows = Convert.ToInt32(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
            while (!program.HasEnded && Pictures() <= rows)
            {
                await looks.WaitForNextTickAsync();
            }

            program.Kill();
            await program.EndAsync();
            if (Pictures() > rows)
            {
                command.CommandText = "SELECT Key FROM Pictures";
                return [.. Directory.GetFiles(Media).Except(await KnownAsync(command), StringComparer.Ordinal)];
            }
        }

        throw new InvalidOperationException("It never waited for the row of a picture");
    }

    /// <summary>Of which all files are there.</summary>
    private int Pictures() => Directory.Exists(Media) && Directory.GetFiles(Media) is var files && Array.TrueForAll(files, path => !path.EndsWith(".tmp", StringComparison.Ordinal)) ? files.Length / FilesOfEach : 0;

    private async Task<List<string>> KnownAsync(SqliteCommand command)
    {
        var known = new List<string>();
        await using var keys = await command.ExecuteReaderAsync();
        while (await keys.ReadAsync())
        {
            known.AddRange(Directory.GetFiles(Media, keys.GetString(0) + "*"));
        }

        return known;
    }

    private async Task<(int Exit, string Said)> CheckAsync()
    {
        var (exit, said, _) = await RunAsync(Data, "check", "--Blog:BaseUrl=https://blog.voorbeeld.test");
        return (exit, said);
    }
}
