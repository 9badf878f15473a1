using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>
/// Every change passes here, one after the other, on the only connection that can write and that alone checkpoints
/// (two checkpointing connections can corrupt this version of SQLite; see docs/decisions). When the task ends, the change is on disk.
/// </summary>
public sealed class WriteLane(DatabaseFile file) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private SqliteConnection? _connection;
    private DbContextOptions<BlogDb>? _options;

    /// <exception cref="StartRefusedException">The file is no intact database; nothing was written to it.</exception>
    public async Task OpenAsync(CancellationToken cancel)
    {
        _connection = new SqliteConnection(file.ForWriting);
        await using (var command = _connection.CreateCommand())
        {
            try
            {
                await _connection.OpenAsync(cancel);
                command.CommandText = "PRAGMA quick_check(1)";
                if (await command.ExecuteScalarAsync(cancel) is not "ok")
                {
                    throw file.Broken();
                }
            }
            catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
            {
                throw file.Broken();
            }

            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA journal_size_limit = 67108864;";
            await command.ExecuteNonQueryAsync(cancel);
        }

        _options = new DbContextOptionsBuilder<BlogDb>().UseSqlite(_connection).Options;
    }

    /// <summary>Runs the work in one transaction; an exception undoes all of it. The work saves, the lane commits.</summary>
    public async Task<T> WriteAsync<T>(Func<BlogDb, CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            await using var db = new BlogDb(_options ?? throw new InvalidOperationException("The write lane is not open"));
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var result = await work(db, cancel);
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>For work that cannot stand in a transaction: migrations.</summary>
    public async Task MaintainAsync(Func<BlogDb, Task> work, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            await using var db = new BlogDb(_options ?? throw new InvalidOperationException("The write lane is not open"));
            await work(db);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            if (_options is not null)
            {
                await GatherAsync(_connection);
            }

            await _connection.DisposeAsync();
        }

        _turn.Dispose();
    }

    /// <summary>At a clean end all of it stands in the one file: readers let go, then the log is emptied into it.</summary>
    private static async Task GatherAsync(SqliteConnection connection)
    {
        SqliteConnection.ClearAllPools();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
    }
}
