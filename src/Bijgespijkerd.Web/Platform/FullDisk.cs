using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Platform;

/// <summary>There is no room left: what the system, and SQLite, say by number alone.</summary>
internal static class FullDisk
{
    private const int Sqlite = 13;
    private const int Unix = 28;
    private const int UnixQuota = 122;
    private const int Windows = unchecked((int)0x80070070);

    public static bool Is(Exception failure) => failure switch
    {
        SqliteException { SqliteErrorCode: Sqlite } => true,
        IOException { HResult: Unix or UnixQuota or Windows } => true,
        DbUpdateException { InnerException: { } inner } => Is(inner),
        _ => false,
    };
}
