using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>Whether the file is an intact database. A damaged one is never written to in silence.</summary>
internal static class DatabaseCheck
{
    /// <summary>
    /// Looking at every page takes 2 to 3 ms a megabyte (measured), so up to here a tenth of a second. A larger file is looked at
    /// briefly before the start, and whole when the site listens.
    /// </summary>
    public const long WholeBeforeStart = 32 << 20;

    private const int Corrupt = 11;
    private const int NotADatabase = 26;
    private const int Full = 13;

    public static bool IsLarge(DatabaseFile file) => new FileInfo(file.Path) is { Exists: true } found && found.Length > WholeBeforeStart;

    public static bool IsDamage(SqliteException e) => e.SqliteErrorCode is Corrupt or NotADatabase;

    public static bool IsFull(SqliteException e) => e.SqliteErrorCode is Full;

    public static bool IsWhole(SqliteConnection connection) => Ask(connection, "PRAGMA quick_check(1)") is "ok";

    /// <summary>Reads the header and the schema; SQLite itself refuses a file that is shorter than its header says.</summary>
    public static bool LooksWhole(SqliteConnection connection) => Ask(connection, "SELECT COUNT(*) FROM sqlite_master") is not null;

    private static object? Ask(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only words of this class.
        command.CommandText = question;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        return command.ExecuteScalar();
    }
}
