using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>The one connection that writes, with what each batch and each piece of work says to it prepared once.</summary>
internal sealed class LaneConnection : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly ILogger _log;
    private readonly LogMark _logMark;
    private readonly PooledDbContextFactory<BlogDb> _contexts;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _rollback;
    private readonly SqliteCommand _mark;
    private readonly SqliteCommand _keep;
    private readonly SqliteCommand _undo;

    private LaneConnection(SqliteConnection connection, LogMark logMark, ILogger log)
    {
        (_connection, _logMark, _log) = (connection, logMark, log);
        _contexts = new PooledDbContextFactory<BlogDb>(
            new DbContextOptionsBuilder<BlogDb>().UseSqlite(connection).AddInterceptors(new KeptStatements()).ReplaceService<IDatabase, LaneDatabase>().EnableThreadSafetyChecks(false).Options, poolSize: 2);
        (_begin, _commit, _rollback) = (Say("BEGIN IMMEDIATE"), Say("COMMIT"), Say("ROLLBACK"));
        (_mark, _keep, _undo) = (Say("SAVEPOINT piece"), Say("RELEASE piece"), Say("ROLLBACK TO piece"));
    }

    /// <summary>Lost when SQLite itself undid everything: a full or failing disk.</summary>
    public bool IsInTransaction => SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    /// <exception cref="StartRefusedException">The file is no intact database; nothing was written to it.</exception>
    public static async Task<LaneConnection> OpenAsync(DatabaseFile file, ILogger log, CancellationToken cancel)
    {
        // SQLite takes an empty file as a new database; where one stood, that is damage like any other.
        if (new FileInfo(file.Path) is { Exists: true, Length: 0 })
        {
            throw file.Broken();
        }

        await NewDatabase.MakeWhereNoneIsAsync(file, cancel);
        var connection = new SqliteConnection(file.ForWriting);
        try
        {
            var logMark = LogMark.Look(file, connection, log);
            await using var command = connection.CreateCommand();
            try
            {
                await connection.OpenAsync(cancel);
                if (DatabaseCheck.IsLarge(file) ? !DatabaseCheck.LooksWhole(connection) : !DatabaseCheck.IsWhole(connection))
                {
                    throw file.Broken();
                }
            }
            catch (SqliteException e) when (DatabaseCheck.IsDamage(e))
            {
                throw file.Broken();
            }

            // A batch of 64 comments fills a thousand pages of the log, SQLite's usual measure for emptying it: pages that many batches
            // change would be written back with each. 8,000 pages are half of what the log may keep; the cache holds the same hot pages.
            command.CommandText = """
                PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA journal_size_limit = 67108864;
                PRAGMA wal_autocheckpoint = 8000; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON;
                """;
            await command.ExecuteNonQueryAsync(cancel);
            return new LaneConnection(connection, logMark, log);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>A unit of work of its own. Saving begins no transaction: the lane did.</summary>
    public BlogDb Context(bool beginsTransactions = false)
    {
        var db = _contexts.CreateDbContext();
        db.Database.AutoTransactionBehavior = beginsTransactions ? AutoTransactionBehavior.WhenNeeded : AutoTransactionBehavior.Never;
        return db;
    }

    /// <summary>Before a batch, and after it, outside its transaction.</summary>
    public void BeforeWriting() => _logMark.BeforeWriting();

    public void AfterWriting() => _logMark.AfterWriting();

    public void Begin() => _begin.ExecuteNonQuery();

    public void Commit() => _commit.ExecuteNonQuery();

    public void Mark() => _mark.ExecuteNonQuery();

    public void Keep() => _keep.ExecuteNonQuery();

    public void Undo()
    {
        _undo.ExecuteNonQuery();
        _keep.ExecuteNonQuery();
    }

    public void Rollback()
    {
        if (IsInTransaction)
        {
            _rollback.ExecuteNonQuery();
        }
    }

    /// <summary>At a clean end all of it stands in the one file: the log is emptied into it once readers let go. A disk that refuses leaves the log, and nothing is lost.</summary>
    public void Gather()
    {
        using var checkpoint = Say("PRAGMA wal_checkpoint(TRUNCATE)");
        try
        {
            _logMark.AtTheEnd(() => checkpoint.ExecuteNonQuery());
        }
        catch (Exception e) when (FullDisk.Is(e))
        {
            _log.LogWarning("The database's log stays beside it: there is no room to empty it into the database");
        }
        catch (Exception e) when (e is SqliteException or IOException)
        {
            _log.LogError(e, "The database's log could not be emptied into it");
        }
    }

    public void Dispose()
    {
        foreach (var command in (ReadOnlySpan<SqliteCommand>)[_begin, _commit, _rollback, _mark, _keep, _undo])
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private SqliteCommand Say(string words)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Only words of this class.
        command.CommandText = words;
#pragma warning restore CA2100
        return command;
    }
}
