using System.Net;
using Bijgespijkerd.Tests.Process;

namespace Bijgespijkerd.Tests.Backup;

/// <summary>A backup made beside a serving site, put into an empty folder, is that site.</summary>
public sealed class RoundTripTests : BackupTrial
{
    [Fact]
    public async Task Every_row_and_every_file_comes_back()
    {
        var path = await TellAsync();
        var backup = File("site.zip");
        await using (var program = await RunningProgram.ServeAsync(Data))
        {
            var (made, said, errors) = await RunAsync(Data, "backup", backup);
            Assert.Equal((0, ""), (made, errors.Trim()));
            Assert.EndsWith("1 posts, 3 comments, 0 pictures, 1 accounts.", said.Trim(), StringComparison.Ordinal);
            Assert.Equal(0, await program.StopAsync());
        }

        var (exit, output, _) = await RunAsync(Other, "restore", backup);

        Assert.True(exit == 0, output);
        Assert.Contains($"Restored {backup}: 1 posts, 3 comments, 0 pictures, 1 accounts.", output, StringComparison.Ordinal);
        Assert.Contains("No former database and no list (erasures.tsv) was there", output, StringComparison.Ordinal);
        Assert.Equal(await Tables.HashesAsync(Database(Data)), await Tables.HashesAsync(Database(Other)));
        Assert.Equal(Contents(Path.Combine(Data, "media")), Contents(Path.Combine(Other, "media")));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Other, "keys")));
        Assert.Equal(["BackupRestored"], await Tables.ColumnAsync(Database(Other), "SELECT Action FROM AuditEntries ORDER BY Id DESC LIMIT 1"));
        Assert.Equal(["0"], await Tables.ColumnAsync(Database(Other), "SELECT COUNT(*) FROM Sessions"));
        await AssertServesAsync(Other, path);
    }

    [Fact]
    public async Task A_sealed_one_takes_the_keys_along_and_opens_for_its_passphrase_alone()
    {
        await TellAsync();
        var (backup, right, wrong) = (File("site.zip"), File("right"), File("wrong"));
        await System.IO.File.WriteAllTextAsync(right, "een zin die niemand raadt\n");
        await System.IO.File.WriteAllTextAsync(wrong, "een zin die iemand raadt\n");
        Assert.Equal(0, (await RunAsync(Data, "backup", backup, "--passphrase-file", right)).Exit);
        Assert.Equal(-1, (await System.IO.File.ReadAllBytesAsync(backup)).AsSpan().IndexOf("manifest.json"u8));

        var refused = await RunAsync(Other, "restore", backup, "--passphrase-file", wrong);
        Assert.Equal((1, $"{backup}: It does not open: the passphrase is another one, or the file was damaged or changed.\n"), (refused.Exit, refused.Output));
        Assert.Equal((1, $"{backup}: It is sealed: name its passphrase with --passphrase-file.\n"), Said(await RunAsync(Other, "restore", backup)));
        Assert.False(System.IO.File.Exists(Database(Other)));

        Assert.Equal(0, (await RunAsync(Other, "restore", backup, "--passphrase-file", right)).Exit);
        Assert.Equal(await Tables.HashesAsync(Database(Data)), await Tables.HashesAsync(Database(Other)));
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(Data, "keys")));
        Assert.Equal(Contents(Path.Combine(Data, "keys")), Contents(Path.Combine(Other, "keys")));
    }

    [Fact]
    public async Task What_is_there_stays_unless_it_is_told_and_then_it_is_put_aside()
    {
        await TellAsync();
        await TellAsync(Other, comments: 1);
        AddPicture(Other, 2, 100);
        var (before, media) = (await Tables.HashesAsync(Database(Other)), Contents(Path.Combine(Other, "media")));
        var backup = File("site.zip");
        Assert.Equal(0, (await RunAsync(Data, "backup", backup)).Exit);

        var refused = await RunAsync(Other, "restore", backup);
        Assert.Equal((1, $"{backup}: There is a site already ({Database(Other)}): --force puts the backup in its place, and what is there aside.\n"), Said(refused));
        Assert.Equal(before, await Tables.HashesAsync(Database(Other)));

        var (exit, output, _) = await RunAsync(Other, "restore", backup, "--force");
        Assert.Equal(0, exit);
        var aside = Assert.Single(Directory.GetDirectories(Other, "voor-terugzetten-*"));
        Assert.Contains($"What was there is in {aside}", output, StringComparison.Ordinal);
        Assert.Equal(before, await Tables.HashesAsync(Database(aside)));
        Assert.Equal(media, Contents(Path.Combine(aside, "media")));
        Assert.Equal(await Tables.HashesAsync(Database(Data)), await Tables.HashesAsync(Database(Other)));
        Assert.Equal(Contents(Path.Combine(Data, "media")), Contents(Path.Combine(Other, "media")));
    }

    [Fact]
    public async Task A_serving_site_is_not_replaced()
    {
        await TellAsync();
        var backup = File("site.zip");
        Assert.Equal(0, (await RunAsync(Data, "backup", backup)).Exit);
        await using var program = await RunningProgram.ServeAsync(Data);

        var (exit, _, errors) = await RunAsync(Data, "restore", backup, "--force");

        Assert.Equal(1, exit);
        Assert.Equal($"The database {Database(Data)} is in use by another process: stop the site, or use the panel.", errors.Trim());
        Assert.Empty(Directory.GetDirectories(Data, "*terugzetten-*"));
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("backup", "a.zip", "b.zip")]
    [InlineData("backup", "a.zip", "--force")]
    [InlineData("restore", "a.zip", "--passphrase-file")]
    [InlineData("restore", "--hard", "a.zip")]
    [InlineData("restore", "a.zip", "--undo")]
    public async Task A_wrong_word_is_wrong_usage(params string[] words)
    {
        var (exit, output, _) = await RunAsync(Other, words);

        Assert.Equal(2, exit);
        Assert.StartsWith("Usage: " + words[0], output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_site_there_is_nothing_to_copy_and_no_file_comes()
    {
        Assert.Equal((1, $"{File("a.zip")}: There is no database at {Database(Other)}.\n"), Said(await RunAsync(Other, "backup", File("a.zip"))));
        Assert.False(System.IO.File.Exists(File("a.zip")));
    }

    private static (int, string) Said((int Exit, string Output, string Errors) run) => (run.Exit, run.Output);

    private static async Task AssertServesAsync(string data, string path)
    {
        await using var program = await RunningProgram.ServeAsync(data);
        using var client = program.Client();
        Assert.Contains("Reactie 3.", await client.GetStringAsync(path), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/media/00000000000000000000000000000001.webp")).StatusCode);
        Assert.Equal(0, await program.StopAsync());
    }
}
