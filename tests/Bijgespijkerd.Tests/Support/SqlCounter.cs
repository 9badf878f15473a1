using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bijgespijkerd.Tests.Support;

/// <summary>Counts the commands that requests send to the database.</summary>
public sealed class SqlCounter : DbCommandInterceptor
{
    private int _commands;

    public int Commands => _commands;

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Interlocked.Increment(ref _commands);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _commands);
        return ValueTask.FromResult(result);
    }
}
