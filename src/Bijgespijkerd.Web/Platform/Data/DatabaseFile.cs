using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>The one database file of a site, and the lock that keeps a second writing process away from it.</summary>
public sealed class DatabaseFile : IDisposable
{
    private readonly string _connection;
    private FileStream? _lock;

    public DatabaseFile(string dataDirectory, string? connectionString)
    {
        var text = (connectionString ?? "Data Source={DataDirectory}/bijgespijkerd.db")
            .Replace("{DataDirectory}", dataDirectory, StringComparison.Ordinal);
        var builder = new SqliteConnectionStringBuilder(text) { ForeignKeys = true, DefaultTimeout = 5 };
        Path = System.IO.Path.GetFullPath(builder.DataSource);
        builder.DataSource = Path;
        _connection = builder.ToString();
    }

    public string Path { get; }

    /// <summary>Where SQLite writes first.</summary>
    public string Log => Path + "-wal";

    public bool IsLocked => _lock is not null;

    /// <summary>Whether the database can be asked which log is its own: see <see cref="LogMark"/>.</summary>
    public bool NamesItsLog => new FileInfo(LockPath) is { Exists: true, Length: > 0 };

    private string LockPath => Path + ".lock";

    /// <summary>Readers cannot write, not even by mistake: everything that changes passes the lane.</summary>
    public string ForReading => new SqliteConnectionStringBuilder(_connection) { Mode = SqliteOpenMode.ReadOnly, Cache = SqliteCacheMode.Private, Pooling = false }.ToString();

    public string ForWriting => new SqliteConnectionStringBuilder(_connection) { Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false }.ToString();

    /// <summary>Lies beside the database for as long as a backup is being put back: what is in the folder then is half of one site and half of another.</summary>
    public string RestoreMark => Path + ".restoring";

    /// <summary>Lies beside the database while its schema is changed, and says where it lies as it was.</summary>
    public string ChangingMark => Path + ".changing";

    /// <summary>Said by whoever puts it back: then the mark keeps only others out.</summary>
    public bool IsBeingRestored { get; set; }

    /// <exception cref="StartRefusedException">Another process writes to this database.</exception>
    public void TakeLock()
    {
        if (_lock is not null && IsBeingRestored)
        {
            return;
        }

        PrivateFolder.Create(System.IO.Path.GetDirectoryName(Path)!);
        try
        {
            _lock = new FileStream(LockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsHeld(e))
        {
            throw new StartRefusedException($"The database {Path} is in use by another process: stop the site, or use the panel.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The folder of {Path} cannot be written to: {e.Message}");
        }
    }

    /// <summary>On the disk before this returns when it is no longer so.</summary>
    public void SayItNamesItsLog(bool isSo)
    {
        if (_lock is { } held && held.Length > 0 != isSo)
        {
            held.SetLength(isSo ? 1 : 0);
            held.Flush(flushToDisk: !isSo);
        }
    }

    /// <exception cref="StartRefusedException">A backup was being put back, and that was broken off.</exception>
    public void RefuseHalfRestored()
    {
        if (!IsBeingRestored && File.Exists(RestoreMark))
        {
            throw new StartRefusedException($"A backup was being put back into {Path}, and that was broken off: run restore FILE again, it finishes that first, or restore --undo.");
        }
    }

    /// <exception cref="StartRefusedException">Its schema is being changed, or that was broken off.</exception>
    public void RefuseHalfChanged()
    {
        if (File.Exists(ChangingMark))
        {
            throw new StartRefusedException($"The schema of {Path} is being changed, or that was broken off: start the site, which finishes it, and then do this.");
        }
    }

    public StartRefusedException Broken() => new($"{Path} is no intact database. Restore a backup (restore FILE --force), or move the file aside to begin anew.");

    public void Dispose() => _lock?.Dispose();

    /// <summary>The system says what is wrong by number alone.</summary>
    private static bool IsHeld(IOException e) => e.HResult == (OperatingSystem.IsWindows() ? unchecked((int)0x80070020) : OperatingSystem.IsMacOS() ? 35 : 11);
}

/// <summary>A reason not to start, in one line for the operator.</summary>
public sealed class StartRefusedException(string reason) : Exception(reason);
