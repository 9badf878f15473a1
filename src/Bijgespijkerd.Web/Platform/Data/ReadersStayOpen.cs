using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>
/// Leaves a request's connection open between its queries: each opening registers EF Core's functions anew and runs a PRAGMA, which
/// costs more than most queries. It closes when the context goes back to its pool; without a running query it holds no snapshot.
/// </summary>
internal sealed class ReadersStayOpen : DbConnectionInterceptor
{
    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        ValueTask.FromResult(InterceptionResult.Suppress());
}
