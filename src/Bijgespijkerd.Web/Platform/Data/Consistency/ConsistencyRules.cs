using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Platform.Data.Consistency;

internal static class ConsistencyRules
{
    /// <param name="rules">Questions in SQL that answer with a line, in a column "Value", for each thing that does not hold.</param>
    public static async IAsyncEnumerable<string> BrokenAsync(this BlogDb db, IEnumerable<string> rules, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var rule in rules)
        {
            await foreach (var line in db.Database.SqlQueryRaw<string>(rule).AsAsyncEnumerable().WithCancellation(cancel))
            {
                yield return line;
            }
        }
    }

    /// <summary>What SQLite itself finds in its pages, indexes and constraints.</summary>
    public static async IAsyncEnumerable<string> DamageAsync(this BlogDb db, [EnumeratorCancellation] CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA integrity_check(1000000)";
        command.CommandTimeout = 0;
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            if (rows.GetString(0) is var line and not "ok")
            {
                yield return line;
            }
        }
    }
}
