using Bijgespijkerd.Tests.Platform;
using Bijgespijkerd.Tests.Process;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Tests.Backup;

/// <summary>The program is killed while it changes the schema of 100,000 comments (row F15): the next start completes it, and the copy of before is there.</summary>
public sealed class MigrationKillTests : BackupTrial
{
    private const int Comments = 100_000;
    private const int Kills = 20;

    [Fact]
    public async Task A_schema_change_that_was_killed_is_completed_by_the_next_start()
    {
        await MakeOlderAsync();
        var data = Directory.CreateDirectory(Path.Combine(Other, "site")).FullName;
        var older = Database(Data) + ".older";
        System.IO.File.Copy(Database(Data), older);
        var most = await WholeRunAsync();
#pragma warning disable CA5394 // Seeded on purpose: a failure can be repeated.
        var random = new Random(20260516);
        for (var killed = 0; killed < Kills;)
        {
            if (!System.IO.File.Exists(Database(data)))
            {
                System.IO.File.Copy(older, Database(data));
            }

            if (await KillAsync(data, random.NextInt64(most)))
            {
                killed++;
                Assert.Equal([$"{Comments}"], await Tables.ColumnAsync(Database(data), "SELECT COUNT(*) FROM Comments"));
            }
            else
            {
                await AssertCompletedAsync(data);
                Clear(data);
            }
        }

        var (exit, output, errors) = await RunAsync(data, "migrate");
        Assert.True(exit == 0, output + errors);
        await AssertCompletedAsync(data);
    }

    [Fact]
    public async Task Of_two_at_once_one_changes_it_and_the_other_is_refused_in_one_line()
    {
        await MakeOlderAsync();
        await using var first = RunningProgram.Begin("migrate", "--Blog:DataDirectory=" + Data);
        await UntilAsync(first, () => Written(Data) > 1_000_000);
        await first.FreezeAsync();
        Assert.False(first.HasEnded);

        var (exit, output, errors) = await RunAsync(Data, "migrate");

        Assert.Equal((1, "", $"The database {Database(Data)} is in use by another process: stop the site, or use the panel."), (exit, output, errors.Trim()));
        await first.GoOnAsync();
        Assert.Equal(0, await first.EndAsync());
        await AssertCompletedAsync(Data);
        Assert.Equal((0, "The schema is up to date.\n"), await MigrateAsync());

        async Task<(int Exit, string Output)> MigrateAsync()
        {
            var (last, said, _) = await RunAsync(Data, "migrate");
            return (last, said);
        }
    }

    /// <summary>How many bytes a run writes that nobody kills, and that it completes.</summary>
    private async Task<long> WholeRunAsync()
    {
        var most = 0L;
        await using var program = RunningProgram.Begin("migrate", "--Blog:DataDirectory=" + Data);
        await UntilAsync(program, () =>
        {
            most = Math.Max(most, Written(Data));
            return false;
        });
        Assert.Equal(0, await program.EndAsync());
        await AssertCompletedAsync(Data);
        return most;
    }

    /// <summary>Once it has written so much; false when it had done by then.</summary>
    private static async Task<bool> KillAsync(string data, long written)
    {
        await using var program = RunningProgram.Begin("migrate", "--Blog:DataDirectory=" + data);
        await UntilAsync(program, () => Written(data) >= written);
        program.Kill();
        return await program.EndAsync() != 0;
    }

    private static async Task UntilAsync(RunningProgram program, Func<bool> isEnough)
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (!program.HasEnded && !isEnough())
        {
            await looks.WaitForNextTickAsync();
        }
    }

    /// <summary>The copy first, whole or half, and then the log.</summary>
    private static long Written(string data) => Size(Copy(data) + ".tmp") + Size(Copy(data)) + Size(Database(data) + "-wal");

    private static long Size(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    private static string Copy(string data) => Path.Combine(data, "backups", $"voor-{OlderDatabase.Migration}.db");

    private static void Clear(string data)
    {
        Directory.Delete(data, recursive: true);
        Directory.CreateDirectory(data);
    }

    private static async Task AssertCompletedAsync(string data)
    {
        Assert.Equal(["ok"], await Tables.ColumnAsync(Database(data), "PRAGMA integrity_check"));
        Assert.Empty(await Tables.ColumnAsync(Database(data), "PRAGMA foreign_key_check"));
        Assert.Equal([$"{Comments}"], await Tables.ColumnAsync(Database(data), "SELECT COUNT(*) FROM Comments"));
        Assert.Equal([$"{Comments}"], await Tables.ColumnAsync(Database(data), "SELECT COUNT(*) FROM CommentWords WHERE CommentWords MATCH 'reactie'"));
        Assert.Equal([$"{Comments}"], await Tables.ColumnAsync(Copy(data), "SELECT COUNT(*) FROM Comments"));
        Assert.Equal([OlderDatabase.Migration], await Tables.ColumnAsync(Copy(data), "SELECT MAX(MigrationId) FROM __EFMigrationsHistory"));
    }

    private async Task MakeOlderAsync()
    {
        await TellAsync(comments: 1);
        await OlderDatabase.MakeAsync(Database(Data));
        await using var connection = new SqliteConnection($"Data Source={Database(Data)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat('\"' || name || '\"') FROM pragma_table_info('Comments') WHERE name NOT IN ('Id', 'Number', 'Path')";
        var columns = (string)(await command.ExecuteScalarAsync())!;

        // All at the time of the first.
#pragma warning disable CA2100 // The names of columns.
        command.CommandText =
            $"""
            INSERT INTO Comments (Id, Number, Path, {columns})
            WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < {Comments})
            SELECT i, i, substr(c.Path, 1, 7) || printf('%06d', i), {string.Join(", ", columns.Split(',').Select(name => "c." + name))} FROM n, Comments c WHERE c.Id = 1;
            UPDATE Posts SET CommentCount = {Comments}, LastNumber = {Comments};
            PRAGMA wal_checkpoint(TRUNCATE);
            """;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
