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

    /// <summary>The former version of the program knows no such mark, and may have served for weeks since.</summary>
    [Fact]
    public async Task What_was_written_since_a_change_that_never_began_stays()
    {
        await OlderDatabase.MakeAsync(DatabasePath);
        await BreakOffAsync();
        await RunSqlAsync("INSERT INTO Settings (Key, Value, ChangedAt) VALUES ('Title', 'Sindsdien', 0)");

        Assert.Equal(0, (await RunningProgram.RunAsync("migrate", "--Blog:DataDirectory=" + _folder)).Exit);

        Assert.Equal(["Sindsdien"], await Backup.Tables.ColumnAsync(DatabasePath, "SELECT Value FROM Settings WHERE Key = 'Title'"));
        Assert.False(File.Exists(DatabasePath + ".changing"));
    }

    [Fact]
    public async Task A_half_change_goes_aside_and_the_copy_is_found_where_copies_are_now()
    {
        await OlderDatabase.MakeAsync(DatabasePath);
        await BreakOffAsync("/elders/voor-oud.db");
        await RunSqlAsync("CREATE TABLE ef_temp_Comments (Id INTEGER)");

        Assert.Equal(0, (await RunningProgram.RunAsync("migrate", "--Blog:DataDirectory=" + _folder)).Exit);

        Assert.Empty(await Backup.Tables.ColumnAsync(DatabasePath, "SELECT name FROM sqlite_master WHERE name = 'ef_temp_Comments'"));
        Assert.Single(Directory.GetFiles(_folder, "bijgespijkerd.db.half-*"), path => !path.EndsWith("-wal", StringComparison.Ordinal) && !path.EndsWith("-shm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_copy_nothing_is_begun_and_the_mark_stays()
    {
        await OlderDatabase.MakeAsync(DatabasePath);
        await BreakOffAsync();
        File.Delete(Path.Combine(Copies, "voor-oud.db"));

        var (exit, _, errors) = await RunningProgram.RunAsync("migrate", "--Blog:DataDirectory=" + _folder);

        Assert.Equal(1, exit);
        Assert.Contains("voor-oud.db, is not there", errors, StringComparison.Ordinal);
        Assert.True(File.Exists(DatabasePath + ".changing"));
        Assert.Equal([OlderDatabase.Migration], await Backup.Tables.ColumnAsync(DatabasePath, "SELECT MAX(MigrationId) FROM __EFMigrationsHistory"));
    }

    private async Task BreakOffAsync(string? told = null)
    {
        using var file = new DatabaseFile(_folder, null);
        var copy = SchemaCopies.Keep(file, Copies, "oud");
        await SchemaCopies.BeginChangeAsync(file, told ?? copy, CancellationToken.None);
    }

    private async Task RunSqlAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={DatabasePath};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
