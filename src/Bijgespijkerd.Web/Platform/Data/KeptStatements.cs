using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>
/// EF Core makes a new command each time, and SQLite then compiles its statement anew: for a row with a dozen indexes and checks that is
/// dearer than running it. Each connection keeps the statements it uses compiled, and runs them with the parameters of the new command.
/// </summary>
internal sealed class KeptStatements : DbCommandInterceptor
{
    private readonly ConditionalWeakTable<SqliteConnection, Shelf> _shelves = [];

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        eventData.CommandSource is CommandSource.LinqQuery or CommandSource.SaveChanges && Of((SqliteCommand)command) is { } kept
            ? InterceptionResult<DbDataReader>.SuppressWithResult(kept.Read(command.Parameters))
            : result;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ReaderExecuting(command, eventData, result));

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        if (command.Connection is SqliteConnection connection && _shelves.TryGetValue(connection, out var shelf))
        {
            shelf.Release(command.CommandText, eventData.DataReader);
        }

        return result;
    }

    /// <summary>Somebody still reads from one of the connection's statements.</summary>
    public bool IsReading(SqliteConnection connection) => _shelves.TryGetValue(connection, out var shelf) && shelf.IsRead;

    /// <summary>The connection closes, and its statements with it.</summary>
    public void Forget(SqliteConnection connection) => _shelves.Remove(connection);

    private Kept? Of(SqliteCommand command) => _shelves.GetValue(command.Connection!, static _ => new Shelf()).Of(command);

    /// <summary>The statements of one connection, which only one request or the lane uses at a time.</summary>
    private sealed class Shelf
    {
        private const int Most = 200;
        private readonly Dictionary<string, Kept> _kept = new(StringComparer.Ordinal);

        public bool IsRead => _kept.Values.Any(k => k.IsRead);

        /// <summary>Null while somebody still reads from that very statement: then this one time it is compiled anew.</summary>
        public Kept? Of(SqliteCommand command)
        {
            if (!_kept.TryGetValue(command.CommandText, out var kept))
            {
                if (_kept.Count >= Most)
                {
                    Clear();
                }

                _kept[command.CommandText] = kept = new Kept(command);
            }

            return kept.IsRead ? null : kept;
        }

        public void Release(string text, DbDataReader reader)
        {
            if (_kept.TryGetValue(text, out var kept))
            {
                kept.Release(reader);
            }
        }

        private void Clear()
        {
            foreach (var (text, kept) in _kept)
            {
                if (!kept.IsRead)
                {
                    kept.Dispose();
                    _kept.Remove(text);
                }
            }
        }
    }

    private sealed class Kept : IDisposable
    {
        private readonly SqliteCommand _command;
        private SqliteDataReader? _reader;

        public Kept(SqliteCommand like)
        {
            _command = like.Connection!.CreateCommand();
#pragma warning disable CA2100 // The text of a command that EF Core made.
            _command.CommandText = like.CommandText;
#pragma warning restore CA2100
            _command.CommandTimeout = like.CommandTimeout;
        }

        public bool IsRead => _reader is not null;

        public SqliteDataReader Read(DbParameterCollection parameters)
        {
            _command.Parameters.Clear();
            foreach (SqliteParameter parameter in parameters)
            {
                _command.Parameters.Add(parameter);
            }

            return _reader = _command.ExecuteReader();
        }

        public void Release(DbDataReader reader)
        {
            if (ReferenceEquals(reader, _reader))
            {
                _reader = null;
            }
        }

        public void Dispose() => _command.Dispose();
    }
}
