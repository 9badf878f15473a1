using Bijgespijkerd.Web.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bijgespijkerd.Tests.Platform;

/// <summary>Opening a data folder: schema, stale locks, other processes, broken files.</summary>
public sealed class DatabaseStartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bijgespijkerd-").FullName;

    private string DatabasePath => Path.Combine(_folder, "bijgespijkerd.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_model_has_no_change_without_a_migration()
    {
        await OpenAsync(db => Assert.False(db.Database.HasPendingModelChanges()));
    }

    [Fact]
    public async Task An_update_of_what_is_up_to_date_does_nothing()
    {
        await OpenAsync();
        await OpenAsync();
    }

    [Fact]
    public async Task A_lock_left_by_a_killed_update_does_not_hang()
    {
        await OpenAsync();
        await RunAsync("CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL)");
        await RunAsync("INSERT OR REPLACE INTO __EFMigrationsLock VALUES (1, '2026-05-14')");
        await OpenAsync().WaitAsync(TimeSpan.FromSeconds(60));

        // The same when something is pending: a database on which only the lock stands.
        SqliteConnection.ClearAllPools();
        File.Delete(DatabasePath);
        await RunAsync("CREATE TABLE __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2026-05-14')");
        await OpenAsync().WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task An_update_killed_half_way_is_completed()
    {
        // Everything a migration does stands in one transaction: a kill leaves the lock, and a history without rows.
        await RunAsync("CREATE TABLE __EFMigrationsHistory (MigrationId TEXT PRIMARY KEY, ProductVersion TEXT NOT NULL); CREATE TABLE __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2026-05-14')");

        await OpenAsync(db => Assert.Empty(db.Database.GetPendingMigrations())).WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_first_start_that_fails_is_in_no_later_ones_way()
    {
        // SQLite cannot write where a folder stands.
        Directory.CreateDirectory(DatabasePath + "-journal");
        await Assert.ThrowsAnyAsync<Exception>(() => OpenAsync());
        Assert.False(File.Exists(DatabasePath));
        Directory.Delete(DatabasePath + "-journal");

        await File.WriteAllBytesAsync(DatabasePath + ".new", []);
        await OpenAsync();

        Assert.False(File.Exists(DatabasePath + ".new"));
    }

    [Fact]
    public async Task The_log_of_a_database_that_is_gone_does_not_become_the_new_ones()
    {
        await using (var file = new SqliteConnection($"Data Source={DatabasePath};Pooling=False"))
        {
            await file.OpenAsync();
            await using var command = file.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; CREATE TABLE Oud (Id INTEGER)";
            await command.ExecuteNonQueryAsync();
            File.Copy(DatabasePath + "-wal", DatabasePath + ".log");
        }

        File.Delete(DatabasePath);
        File.Move(DatabasePath + ".log", DatabasePath + "-wal", overwrite: true);

        await OpenAsync(db => Assert.Equal(0, db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = 'Oud'").Single()));
    }

    [Fact]
    public void Only_one_process_may_hold_the_database()
    {
        using var first = new DatabaseFile(_folder, null);
        using var second = new DatabaseFile(_folder, null);
        first.TakeLock();

        var refused = Assert.Throws<StartRefusedException>(second.TakeLock);

        Assert.Equal($"The database {DatabasePath} is in use by another process: stop the site, or use the panel.", refused.Message);
    }

    [Theory]
    [InlineData("no database at all")]
    [InlineData("empty")]
    [InlineData("zeroed header")]
    [InlineData("cut off")]
    [InlineData("middle overwritten")]
    public async Task A_broken_file_is_refused_with_a_line_and_left_as_it_is(string fault)
    {
        await OpenAsync();
        await RunAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        SqliteConnection.ClearAllPools();
        var bytes = await File.ReadAllBytesAsync(DatabasePath);
        bytes = fault switch
        {
            "no database at all" => [.. "Dit is een brief, geen database. "u8, .. bytes.AsSpan(0, 8000)],
            "empty" => [],
            "zeroed header" => [.. new byte[100], .. bytes.AsSpan(100)],
            "cut off" => bytes[..(bytes.Length / 2)],
            _ => [.. bytes.AsSpan(0, 4096), .. Enumerable.Repeat((byte)0x5A, 16384), .. bytes.AsSpan(4096 + 16384)],
        };
        await File.WriteAllBytesAsync(DatabasePath, bytes);

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => OpenAsync());

        Assert.Contains(DatabasePath, refused.Message, StringComparison.Ordinal);
        Assert.Contains("Restore a backup", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        SqliteConnection.ClearAllPools();
        Assert.Equal(bytes, await File.ReadAllBytesAsync(DatabasePath));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        await OpenAsync();
        await RunAsync("INSERT INTO __EFMigrationsHistory VALUES ('29991231235959_LaterThings', '99.0.0')");

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => OpenAsync());

        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_that_is_behind_is_not_served_when_it_may_not_be_changed()
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => OpenAsync(migrate: false));
        Assert.Equal($"The schema of {DatabasePath} is not up to date: run the verb migrate first.", refused.Message);

        await OpenAsync();
        await OpenAsync(migrate: false);
    }

    private async Task OpenAsync(Action<BlogDb>? look = null, bool migrate = true)
    {
        using var file = new DatabaseFile(_folder, null);
        file.TakeLock();
        await using var lane = new WriteLane(file, [], NullLogger<WriteLane>.Instance);
        await lane.OpenAsync(CancellationToken.None);
        await SchemaUpdate.RunAsync(lane, file, migrate, Path.Combine(_folder, "backups"), NullLogger.Instance, CancellationToken.None);
        await lane.MaintainAsync(
            db =>
            {
                look?.Invoke(db);
                return Task.CompletedTask;
            },
            CancellationToken.None);
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={DatabasePath};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
