using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bijgespijkerd.Tests.Support;

/// <summary>A command as it was sent to the database.</summary>
public sealed record SeenCommand(string Sql, IReadOnlyList<(string Name, object? Value)> Parameters);

/// <summary>Counts the commands that requests send to the database, and keeps those of one visit for a closer look.</summary>
public sealed class SqlCounter : DbCommandInterceptor
{
    private int _commands;
    private List<SeenCommand>? _seen;

    public int Commands => _commands;

    /// <summary>All that is asked of the database while <paramref name="visit"/> runs.</summary>
    public async Task<IReadOnlyList<SeenCommand>> SeenDuringAsync(Func<Task> visit)
    {
        var seen = _seen = [];
        await visit();
        _seen = null;
        return seen;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        See(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        See(command);
        return ValueTask.FromResult(result);
    }

    private void See(DbCommand command)
    {
        Interlocked.Increment(ref _commands);
        _seen?.Add(new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
    }
}
