using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Platform.Data.Consistency;

internal static class ConsistencyRules
{
    /// <param name="rules">Questions in SQL, constants of the program, that answer with a line for each thing that does not hold.</param>
    public static async IAsyncEnumerable<string> BrokenAsync(this BlogDb db, IEnumerable<string> rules, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var rule in rules)
        {
            await using var command = await CommandAsync(db, rule, cancel);
            await using var rows = await command.ExecuteReaderAsync(cancel);
            while (await rows.ReadAsync(cancel))
            {
                yield return rows.GetString(0);
            }
        }
    }

    /// <param name="statements">In SQL, constants of the program.</param>
    public static async Task MakeAnewAsync(this BlogDb db, string statements, CancellationToken cancel)
    {
        await using var command = await CommandAsync(db, statements, cancel);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>What SQLite itself finds in its pages, indexes and constraints.</summary>
    public static IAsyncEnumerable<string> DamageAsync(this BlogDb db, CancellationToken cancel) =>
        db.BrokenAsync(["""SELECT "integrity_check" FROM pragma_integrity_check(1000000) WHERE "integrity_check" <> 'ok'"""], cancel);

    private static async Task<DbCommand> CommandAsync(BlogDb db, string sql, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return command;
    }
}
