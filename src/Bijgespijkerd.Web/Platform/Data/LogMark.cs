using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>
/// Which log belongs to a database. SQLite takes in whatever log lies beside one, another site's or one of last year too, and the database is
/// from then on what that log says. So the database names its log in its own header (user_version) by the number that SQLite draws when
/// it makes a log, and counts up by one when it begins it anew. The lock file says whether that name can be relied on, and stops saying so
/// before a log is made: whenever the process ends, its own log is never taken for another's.
/// </summary>
internal sealed class LogMark
{
    /// <summary>The log may have been begun anew since its name was brought from it into the database.</summary>
    private const uint Lag = 2;

    /// <summary>So many batches go by before it is tried again: a reader may hold on to the database as it was for minutes.</summary>
    private const int Pause = 100;

    private const uint Magic = 0x377F0682;
    private const int HeaderLength = 32;
    private const int MostLooks = 20;
    private const int NumberAt = 16;

    private readonly DatabaseFile _file;
    private readonly SqliteConnection _connection;
    private readonly ILogger _log;
    private uint _named;
    private bool _isNamed;
    private int _pause;

    private LogMark(DatabaseFile file, SqliteConnection connection, ILogger log) => (_file, _connection, _log) = (file, connection, log);

    /// <summary>Before anything else of the database is opened.</summary>
    /// <exception cref="StartRefusedException">The log that lies beside the database is another's; nothing was opened.</exception>
    public static void RefuseForeign(DatabaseFile file)
    {
        for (var looks = 0; file.NamesItsLog && Begun(file) is { } begun && unchecked(begun - Named(file)) > Lag; looks++)
        {
            // Beside a site that writes, the three may be of three moments: only what stays so counts.
            if (file.IsLocked || looks == MostLooks)
            {
                throw new StartRefusedException(
                    $"{file.Log} is not the log that belongs to {file.Path}: nothing was opened. Put back its own, or move this one aside; what was written last stood in its own. "
                    + $"If you know that it is its own (after going back to an older version of the program, say), remove {file.Path}.lock.");
            }

            Thread.Yield();
        }
    }

    /// <param name="connection">The one that writes, not opened yet.</param>
    public static LogMark Look(DatabaseFile file, SqliteConnection connection, ILogger log)
    {
        RefuseForeign(file);
        var (named, begun) = (Named(file), Begun(file));
        if (named != 0 && begun is null && file.IsLocked)
        {
            log.LogWarning("The log that belongs to {Database} is not there: what was written last may be missing", file.Path);
        }

        return new LogMark(file, connection, log) { _named = named, _isNamed = file.NamesItsLog && begun is not null };
    }

    public void BeforeWriting()
    {
        if (!_isNamed)
        {
            _file.SayItNamesItsLog(isSo: false);
        }
    }

    /// <summary>Outside a transaction: names the log when it was begun since.</summary>
    public void AfterWriting()
    {
        if (!_file.IsLocked || (_pause > 0 && --_pause > 0) || Begun(_file) is not { } begun || (begun == _named && _isNamed))
        {
            return;
        }

        try
        {
            Name(begun);
        }
        catch (Exception e) when (e is SqliteException or IOException)
        {
            (_isNamed, _pause) = (false, Pause);
            _log.LogWarning(e, "The database could not name its log; that is tried again");
        }
    }

    /// <summary>Everything stands in the database at its end, and whatever log is found beside it is another's.</summary>
    /// <param name="gather">Empties the log into it.</param>
    public void AtTheEnd(Action gather)
    {
        var isWritten = _file.IsLocked && Begun(_file) is not null;
        if (isWritten)
        {
            _file.SayItNamesItsLog(isSo: false);
            Say(0);
        }

        gather();
        if (isWritten && Begun(_file) is null)
        {
            _file.SayItNamesItsLog(isSo: true);
        }
    }

    private void Name(uint begun)
    {
        var isNext = _isNamed && unchecked(begun - _named) < Lag;
        if (!isNext)
        {
            _isNamed = false;
            _file.SayItNamesItsLog(isSo: false);
        }

        Say(begun);
        _named = begun;
        if (!isNext && IsBroughtOver())
        {
            _file.SayItNamesItsLog(isSo: true);
            _isNamed = true;
        }

        _pause = _isNamed ? 0 : Pause;
    }

    private void Say(uint number)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // A number.
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {unchecked((int)number)}");
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>False while a reader needs the database as it was.</summary>
    private bool IsBroughtOver()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        using var answer = command.ExecuteReader();
        return answer.Read() && answer.GetInt64(0) == 0 && answer.GetInt64(1) == answer.GetInt64(2);
    }

    /// <summary>What the database says without any log. Asked of SQLite: another way to a file that it has open takes its locks away.</summary>
    private static uint Named(DatabaseFile file)
    {
        if (!File.Exists(file.Path))
        {
            return 0;
        }

        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = new Uri(file.Path).AbsoluteUri + "?immutable=1", Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version";
            return unchecked((uint)(long)command.ExecuteScalar()!);
        }
        catch (SqliteException e) when (DatabaseCheck.IsDamage(e))
        {
            // Whoever opens it is told.
            return 0;
        }
    }

    /// <summary>The number of the log; null when there is none, or nothing in it.</summary>
    private static uint? Begun(DatabaseFile file)
    {
        try
        {
            using var log = File.OpenHandle(file.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> header = stackalloc byte[HeaderLength];
            return RandomAccess.Read(log, header, 0) == HeaderLength && (BinaryPrimitives.ReadUInt32BigEndian(header) & ~1u) == Magic
                ? BinaryPrimitives.ReadUInt32BigEndian(header[NumberAt..])
                : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
