using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>A copy of a database as it was at one moment, made while others read and write it: SQLite's online backup, in one reading transaction.</summary>
public static class DatabaseCopy
{
    /// <summary>Looked at whole before this returns. The file stands alone, without a log beside it, and is its owner's.</summary>
    /// <exception cref="InvalidDataException">What was copied is not whole.</exception>
    public static void Make(string source, string target)
    {
        Take(source, target);
        using var made = new SqliteConnection(Alone(target, SqliteOpenMode.ReadOnly));
        made.Open();
        if (!IsWhole(made))
        {
            throw new InvalidDataException("The database is damaged: its copy is not whole.");
        }
    }

    /// <summary>As it is, damage and all; but that no log belongs to it.</summary>
    public static void Take(string source, string target)
    {
        // It makes the file, so that nobody else may read it; SQLite takes an empty file as a new database.
        using (PrivateFolder.CreateFile(target))
        {
        }

        using var from = new SqliteConnection(source);
        using var to = new SqliteConnection(Alone(target, SqliteOpenMode.ReadWrite));
        from.Open();
        to.Open();
        using var command = to.CreateCommand();

        // What becomes of a copy that is not finished does not matter; whoever keeps it brings it to the disk.
        command.CommandText = "PRAGMA synchronous = OFF; PRAGMA cache_size = -16384";
        command.ExecuteNonQuery();
        from.BackupDatabase(to);
        command.CommandText = "PRAGMA journal_mode = DELETE; PRAGMA user_version = 0";
        command.ExecuteNonQuery();
    }

    /// <summary>For a file that nobody else has open.</summary>
    public static string Alone(string path, SqliteOpenMode mode) => new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString();

    /// <summary>Every page, every index, every reference from a table to another.</summary>
    public static bool IsWhole(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = "PRAGMA integrity_check(1)";
        if (command.ExecuteScalar() is not "ok")
        {
            return false;
        }

        command.CommandText = "PRAGMA foreign_key_check";
        using var broken = command.ExecuteReader();
        return !broken.Read();
    }
}
