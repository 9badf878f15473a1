using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Platform.Data;

public static class SchemaUpdate
{
    /// <summary>
    /// Brings the schema up to date. A killed migration leaves EF Core's lock row behind, and every later one then waits for ever
    /// (dotnet/efcore#38958): the process lock is ours already, so a row that is there is stale.
    /// </summary>
    public static Task RunAsync(WriteLane lane, DatabaseFile file, ILogger log, CancellationToken cancel) => lane.MaintainAsync(
        async db =>
        {
            try
            {
                var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
                if (pending.Count == 0)
                {
                    return;
                }

                var locks = await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancel);
                if (locks > 0)
                {
                    await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancel);
                }

                log.LogInformation("Updating the database's schema: {Migrations}", string.Join(", ", pending));
                await db.Database.MigrateAsync(cancel);
            }
            catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
            {
                throw new StartRefusedException($"{file.Path} is no intact database ({e.Message}). Restore a backup, or move the file aside to begin anew.");
            }
        },
        cancel);
}
