using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>
/// The connection of a pooled context. It stays open, with its statements compiled, from one request to the next: opening it anew and
/// compiling the queries of a small page costs as much as running them. Between queries it holds no snapshot. EF Core's own functions
/// (decimals, regular expressions) are not registered; a query that needs one fails at once, in the first test that runs it.
/// </summary>
internal sealed class ReaderConnection(string connection, KeptStatements statements) : SqliteConnection(connection)
{
    /// <summary>Kilobytes of the database that each of many connections keeps; the system's own cache holds the rest.</summary>
    private const int CacheSize = 400;

    private bool _isEnding;

    public override void Open()
    {
        base.Open();
        using var command = CreateCommand();
        command.CommandText = $"PRAGMA cache_size = -{CacheSize}";
        command.ExecuteNonQuery();
    }

    /// <summary>EF Core closes after each request. Only a query that was never finished makes it close: it would hold on to an old state of the database.</summary>
    public override void Close()
    {
        if (_isEnding || statements.IsReading(this))
        {
            statements.Forget(this);
            base.Close();
        }
    }

    protected override void Dispose(bool disposing)
    {
        _isEnding = true;
        base.Dispose(disposing);
    }
}

/// <summary>Gives each context such a connection.</summary>
internal sealed class ReaderConnections(string connection, KeptStatements statements) : DbConnectionInterceptor
{
    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(new ReaderConnection(connection, statements));
}
