using System.Globalization;
using Bijgespijkerd.Tests.Process;

namespace Bijgespijkerd.Tests.Backup;

/// <summary>Backups that former versions made, one for each schema that ever was in use (row F14): each is still taken, and served.</summary>
public sealed class GoldenTests : BackupTrial
{
    private static readonly IReadOnlyList<string> Files = [.. Repository.Files("tests/Bijgespijkerd.Tests/Backup/Golden", ".zip")];

    public static TheoryData<string> All { get; } = [.. Files];

    /// <summary>Who changes the schema adds one of it, while its program is at hand.</summary>
    [Fact]
    public async Task The_present_schema_has_one()
    {
        var made = await GoodBackup.InAsync(File("good.zip"));
        var name = CraftedBackup.Of(made).Manifest.Migration.Split('_')[0] + ".zip";
        if (!Files.Select(Path.GetFileName).Contains(name))
        {
            var folder = Directory.CreateDirectory(Repository.Path("artifacts/golden"));
            System.IO.File.Copy(made, Path.Combine(folder.FullName, name), overwrite: true);
            Assert.Fail($"Copy artifacts/golden/{name} to tests/Bijgespijkerd.Tests/Backup/Golden.");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_backup_of_a_former_version_is_taken(string file)
    {
        var manifest = CraftedBackup.Of(Repository.Path(file)).Manifest;

        var (exit, output, _) = await RunAsync(Other, "restore", Repository.Path(file));

        Assert.True(exit == 0, output);
        Assert.StartsWith(Path.GetFileNameWithoutExtension(file), manifest.Migration, StringComparison.Ordinal);
        Assert.Contains($": {manifest.Counts}.", output, StringComparison.Ordinal);
        Assert.Equal([manifest.Counts.Comments.ToString(CultureInfo.InvariantCulture)], await Tables.ColumnAsync(Database(Other), "SELECT COUNT(*) FROM Comments"));
        await using var program = await RunningProgram.ServeAsync(Other);
        using var client = program.Client();
        Assert.Contains("Een artikel om te bewaren", await client.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Equal(0, await program.StopAsync());
    }
}
