using Bijgespijkerd.Tests.Platform;
using Bijgespijkerd.Tests.Process;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Tests.Backup;

/// <summary>The program is killed while it changes the schema (row F15): the next start completes it, and the copy of before is there.</summary>
public sealed class MigrationKillTests : BackupTrial
{
    private const int Comments = 100;

    [Fact]
    public async Task A_schema_change_that_was_killed_is_completed_by_the_next_start()
    {
        await MakeOlderAsync();
        var killed = 0;
        foreach (var writes in new[] { 1, 2, 5, 10, 20, 40 })
        {
            var data = Directory.CreateDirectory(Path.Combine(Other, $"{writes}")).FullName;
            System.IO.File.Copy(Database(Data), Database(data));
            killed += await KillAsync(data, writes) ? 1 : 0;

            var (exit, output, errors) = await RunAsync(data, "migrate");

            Assert.True(exit == 0, output + errors);
            Assert.Equal(["ok"], await Tables.ColumnAsync(Database(data), "PRAGMA integrity_check"));
            Assert.Empty(await Tables.ColumnAsync(Database(data), "PRAGMA foreign_key_check"));
            Assert.Equal([$"{Comments}"], await Tables.ColumnAsync(Database(data), "SELECT COUNT(*) FROM Comments"));
            var copy = Path.Combine(data, "backups", $"voor-{OlderDatabase.Migration}.db");
            Assert.Equal([$"{Comments}"], await Tables.ColumnAsync(copy, "SELECT COUNT(*) FROM Comments"));
            Assert.Equal(["ok"], await Tables.ColumnAsync(copy, "PRAGMA integrity_check"));
        }

        Assert.True(killed > 0, "it was never killed in time");
    }

    [Fact]
    public async Task Of_two_at_once_one_changes_it_and_the_other_is_refused_or_has_nothing_to_do()
    {
        await MakeOlderAsync();

        var both = await Task.WhenAll(RunAsync(Data, "migrate"), RunAsync(Data, "migrate"));

        Assert.Contains(both, run => run.Exit == 0);
        Assert.All(both.Where(run => run.Exit != 0), run => Assert.Contains("is in use by another process", run.Errors, StringComparison.Ordinal));
        Assert.Equal([$"{Comments}"], await Tables.ColumnAsync(Database(Data), "SELECT COUNT(*) FROM Comments"));
        Assert.Equal(["ok"], await Tables.ColumnAsync(Database(Data), "PRAGMA integrity_check"));
    }

    /// <summary>At so many writes to the database's log; false when it had done by then.</summary>
    private static async Task<bool> KillAsync(string data, int writes)
    {
        var seen = 0;
        RunningProgram? program = null;
        using var watcher = new FileSystemWatcher(data, "bijgespijkerd.db-wal") { NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.Size };
        watcher.Changed += (_, _) =>
        {
            if (Interlocked.Increment(ref seen) == writes)
            {
                program?.Kill();
            }
        };
        watcher.EnableRaisingEvents = true;
        program = RunningProgram.Begin("migrate", "--Blog:DataDirectory=" + data);
        await using (program)
        {
            return await program.EndAsync() != 0;
        }
    }

    /// <summary>With texts long enough that changing the schema writes for a while.</summary>
    private async Task MakeOlderAsync()
    {
        await TellAsync(comments: Comments);
        await OlderDatabase.MakeAsync(Database(Data));
        await using var connection = new SqliteConnection($"Data Source={Database(Data)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE Comments SET Markdown = substr(hex(randomblob(5000)), 1, 10000), Html = hex(randomblob(20000)); PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
    }
}
