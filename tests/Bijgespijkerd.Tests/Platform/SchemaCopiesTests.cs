using Bijgespijkerd.Tests.Process;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Tests.Platform;

/// <summary>Before a schema changes the database as it was is copied beside the backups (row F15).</summary>
public sealed class SchemaCopiesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bijgespijkerd-").FullName;

    private string DatabasePath => Path.Combine(_folder, "bijgespijkerd.db");

    private string Copies => Path.Combine(_folder, "backups");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task An_older_database_is_copied_before_its_schema_changes()
    {
        await OlderDatabase.MakeAsync(DatabasePath);

        Assert.Equal(0, (await RunningProgram.RunAsync("migrate", "--Blog:DataDirectory=" + _folder)).Exit);

        var copy = Assert.Single(Directory.GetFiles(Copies));
        Assert.Equal($"voor-{OlderDatabase.Migration}.db", Path.GetFileName(copy));
        Assert.Equal([OlderDatabase.Migration], await Backup.Tables.ColumnAsync(copy, "SELECT MAX(MigrationId) FROM __EFMigrationsHistory"));
        Assert.Equal(["ok"], await Backup.Tables.ColumnAsync(copy, "PRAGMA integrity_check"));
        Assert.NotEqual([OlderDatabase.Migration], await Backup.Tables.ColumnAsync(DatabasePath, "SELECT MAX(MigrationId) FROM __EFMigrationsHistory"));
        Assert.Equal(0, (await RunningProgram.RunAsync("migrate", "--Blog:DataDirectory=" + _folder)).Exit);
        Assert.Single(Directory.GetFiles(Copies));
    }

    [Fact]
    public async Task The_newest_three_are_kept()
    {
        await OlderDatabase.MakeAsync(DatabasePath);
        using var file = new DatabaseFile(_folder, null);
        Directory.CreateDirectory(Copies);
        await File.WriteAllTextAsync(Path.Combine(Copies, "iets.db"), "x");

        foreach (var last in new[] { "2026A", "2026B", "2026C", "2026D", "2026D" })
        {
            SchemaCopies.Keep(file, Copies, last);
        }

        Assert.Equal(["iets.db", "voor-2026B.db", "voor-2026C.db", "voor-2026D.db"], Directory.GetFiles(Copies).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_room_for_a_copy_the_schema_stays_as_it_is()
    {
        await OlderDatabase.MakeAsync(DatabasePath);
        await File.WriteAllTextAsync(Copies, "Geen map.");

        var (exit, _, errors) = await RunningProgram.RunAsync("migrate", "--Blog:DataDirectory=" + _folder);

        Assert.Equal(1, exit);
        Assert.StartsWith($"The schema of {DatabasePath} must be changed, and no copy could be made in {Copies} before it: ", errors, StringComparison.Ordinal);
        Assert.Equal([OlderDatabase.Migration], await Backup.Tables.ColumnAsync(DatabasePath, "SELECT MAX(MigrationId) FROM __EFMigrationsHistory"));
    }
}
